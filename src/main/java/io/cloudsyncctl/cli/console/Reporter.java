package io.cloudsyncctl.cli.console;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.report.format.DiagnosticRenderer;
import java.util.List;

/** Puts diagnostics on standard error. */
public final class Reporter {
  private Reporter() {}

  public static void report(Console console, List<Diagnostic> diagnostics) {
    console.log().told(diagnostics);
    console.err().print(DiagnosticRenderer.render(diagnostics, console.colour()));
    console.err().flush();
  }
}
