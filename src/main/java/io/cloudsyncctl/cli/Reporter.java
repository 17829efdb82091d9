package io.cloudsyncctl.cli;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.report.DiagnosticRenderer;
import java.util.List;

/** Puts diagnostics on standard error. */
final class Reporter {
  private Reporter() {}

  static void report(Console console, List<Diagnostic> diagnostics) {
    console.err().print(DiagnosticRenderer.render(diagnostics, console.colour()));
    console.err().flush();
  }
}
