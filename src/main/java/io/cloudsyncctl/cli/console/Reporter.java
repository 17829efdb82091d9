package io.cloudsyncctl.cli.console;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.format.DiagnosticRenderer;
import java.util.List;
import java.util.stream.Stream;

/** Puts diagnostics on standard error. */
public final class Reporter {
  private Reporter() {}

  public static void report(Console console, List<Diagnostic> diagnostics) {
    console.log().told(diagnostics);
    console.err().print(DiagnosticRenderer.render(diagnostics, console.colour()));
    console.err().flush();
  }

  /** Says of each NAS that failed why it did. */
  public static <T> void reportFailed(Console console, List<NasOutcome<T>> outcomes) {
    report(
        console,
        outcomes.stream()
            .flatMap(outcome ->
                switch (outcome) {
                  case NasOutcome.Failed<T> failed -> failed.diagnostics().stream();
                  case NasOutcome.Done<T> _ -> Stream.<Diagnostic>empty();
                })
            .toList());
  }
}
