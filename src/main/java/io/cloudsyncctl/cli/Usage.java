package io.cloudsyncctl.cli;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;

/** What a command line asks for that no command does. */
final class Usage {
  private Usage() {}

  static DiagnosticException bad(String message, String hint) {
    return error("bad-usage", message, hint);
  }

  static DiagnosticException error(String code, String message, String hint) {
    return new DiagnosticException(FailureKind.USAGE, Diagnostic.error(code, message, null, hint));
  }
}
