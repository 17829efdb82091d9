package io.cloudsyncctl.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the user.
 *
 * @param severity how much it matters
 * @param code which kind of thing it is
 * @param message what is wrong and why, one sentence without a full stop
 * @param location where, if it has a place
 * @param hint what to do next, if there is something to say
 */
public record Diagnostic(
    Severity severity,
    DiagnosticCode code,
    String message,
    @Nullable Location location,
    @Nullable String hint) {

  /** An error. */
  public static Diagnostic error(
      DiagnosticCode code, String message, @Nullable Location location, @Nullable String hint) {
    return new Diagnostic(Severity.ERROR, code, message, location, hint);
  }

  /** A warning: the work goes on. */
  public static Diagnostic warning(
      DiagnosticCode code, String message, @Nullable Location location, @Nullable String hint) {
    return new Diagnostic(Severity.WARNING, code, message, location, hint);
  }

  /** A note: something worth knowing. */
  public static Diagnostic note(
      DiagnosticCode code, String message, @Nullable Location location, @Nullable String hint) {
    return new Diagnostic(Severity.NOTE, code, message, location, hint);
  }

  /** The unescaped text: {@code LOCATION: error[code]: message}, then the hint on its own line. */
  public String text() {
    String where = location == null ? "" : location.text() + ": ";
    String head = where + severity.word() + "[" + code.id() + "]: " + message;
    return hint == null ? head : head + "\n  hint: " + hint;
  }
}
