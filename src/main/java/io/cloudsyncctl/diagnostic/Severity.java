package io.cloudsyncctl.diagnostic;

/** How much a {@link Diagnostic} matters: only an {@link #ERROR} stops the work. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The word that people read, in lower case. */
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
