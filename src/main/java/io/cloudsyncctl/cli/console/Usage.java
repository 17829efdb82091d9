package io.cloudsyncctl.cli.console;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;

/** What a command line asks for that no command does. */
public final class Usage {
  private Usage() {}

  public static DiagnosticException bad(String message, String hint) {
    return error(DiagnosticCode.BAD_USAGE, message, hint);
  }

  public static DiagnosticException error(DiagnosticCode code, String message, String hint) {
    return new DiagnosticException(FailureKind.USAGE, Diagnostic.error(code, message, null, hint));
  }
}
