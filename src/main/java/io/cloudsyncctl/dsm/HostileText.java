package io.cloudsyncctl.dsm;

/** Text from a NAS on its way into a message. */
public final class HostileText {
  private static final int EXCERPT = 60;

  private HostileText() {}

  /** The text with everything that is not printable written out, such as {@code \u001b}. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    boolean hidden =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
    if (!hidden) {
      safe.appendCodePoint(c);
      return;
    }
    switch (c) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> {
        for (char unit : Character.toChars(c)) {
          safe.append(String.format("\\u%04x", (int) unit));
        }
      }
    }
  }

  /** The first 60 characters, escaped and in quotation marks. */
  public static String excerpt(String text) {
    boolean whole = text.codePointCount(0, text.length()) <= EXCERPT;
    String head = whole ? text : text.substring(0, text.offsetByCodePoints(0, EXCERPT));
    return '"' + escape(head) + (whole ? "\"" : "…\"");
  }
}
