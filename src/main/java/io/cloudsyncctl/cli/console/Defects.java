package io.cloudsyncctl.cli.console;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;

/**
 * Tells of defects of the program itself, and with {@code --debug} where they came from. One for
 * the whole command: the option is known only once its line is read.
 */
public final class Defects {
  private volatile boolean traced;

  /** From now on, each failure is told with its stack trace. */
  public void trace() {
    traced = true;
  }

  /** Tells of a failure that nothing explains. */
  public void report(Console console, Exception e) {
    Reporter.report(console, ImmutableList.of(of(e)));
    origin(console, e);
  }

  /** Where a failure came from, for those who asked. */
  public void origin(Console console, Exception e) {
    if (traced) {
      e.printStackTrace(console.err());
    }
  }

  private static Diagnostic of(Exception e) {
    return Diagnostic.error(
        DiagnosticCode.INTERNAL_ERROR,
        "this is a defect of cloudsyncctl ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + ")",
        null,
        "run it again with --debug and report what it prints; it holds no secrets");
  }
}
