package io.cloudsyncctl.apply;

import io.cloudsyncctl.diagnostic.Diagnostic;

/** An operation ends here, for a reason that is no failure of the connection. */
final class OperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;
  private final boolean written;
  private final Stop stop;

  /**
   * An end.
   *
   * @param written whether the NAS has been changed by then
   */
  OperationException(Diagnostic diagnostic, boolean written) {
    this(diagnostic, written, Stop.ALL);
  }

  /**
   * An end.
   *
   * @param written whether the NAS has been changed by then
   * @param stop what of the run ends with it
   */
  OperationException(Diagnostic diagnostic, boolean written, Stop stop) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
    this.written = written;
    this.stop = stop;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }

  boolean written() {
    return written;
  }

  Stop stop() {
    return stop;
  }
}
