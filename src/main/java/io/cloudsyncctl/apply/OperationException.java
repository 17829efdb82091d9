package io.cloudsyncctl.apply;

import io.cloudsyncctl.diagnostic.Diagnostic;

/** An operation ends here, for a reason that is no failure of the connection. */
final class OperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;
  private final boolean written;

  /**
   * An end.
   *
   * @param written whether the NAS has been changed by then
   */
  OperationException(Diagnostic diagnostic, boolean written) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
    this.written = written;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }

  boolean written() {
    return written;
  }
}
