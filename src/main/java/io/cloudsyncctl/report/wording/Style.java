package io.cloudsyncctl.report.wording;

/** What a piece of text is; the ANSI colour follows from it. */
public enum Style {
  PLAIN(""),
  HEADING("1"),
  ADDED("32"),
  REMOVED("31"),
  CHANGED("33"),
  ATTENTION("1;31"),
  NOTICE("36"),
  MUTED("2");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text in this style, or as it is where there is no colour. */
  public String paint(String text, boolean colour) {
    return colour && !code.isEmpty() && !text.isBlank()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
