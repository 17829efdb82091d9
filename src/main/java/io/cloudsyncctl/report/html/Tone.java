package io.cloudsyncctl.report.html;

/** How much something asks of a reader, from least to most. Never told by colour alone. */
public enum Tone {
  CALM("calm", "✓"),
  QUIET("quiet", "○"),
  NOTICE("notice", "•"),
  CAUTION("caution", "!"),
  ALARM("alarm", "‼");

  private final String css;
  private final String symbol;

  Tone(String css, String symbol) {
    this.css = css;
    this.symbol = symbol;
  }

  /** The class in the style sheet. */
  public String css() {
    return css;
  }

  /** A character that tells it without colour. */
  public String symbol() {
    return symbol;
  }

  /** The stronger of two. */
  Tone and(Tone other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
