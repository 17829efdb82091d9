package io.cloudsyncctl.apply.operation;

import io.cloudsyncctl.diagnostic.Diagnostic;

/** An operation ends here, for a reason that is no failure of the connection. */
public final class OperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;
  private final boolean written;
  private final Stop stop;

  /**
   * An end.
   *
   * @param written whether the NAS has been changed by then
   */
  public OperationException(Diagnostic diagnostic, boolean written) {
    this(diagnostic, written, Stop.ALL);
  }

  /**
   * An end.
   *
   * @param written whether the NAS has been changed by then
   * @param stop what of the run ends with it
   */
  public OperationException(Diagnostic diagnostic, boolean written, Stop stop) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
    this.written = written;
    this.stop = stop;
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }

  public boolean written() {
    return written;
  }

  public Stop stop() {
    return stop;
  }
}
