package io.cloudsyncctl.report.wording;

import java.util.Locale;

/**
 * Makes text from a NAS or a file harmless on a terminal: what would move the cursor, turn the
 * reading direction, break the line or be invisible stands as {@code \\u{HEX}}.
 */
public final class Escaper {
  /** A longer sentence is cut: whoever has a name of 4 KiB does not need it in each. */
  private static final int LONGEST_SENTENCE = 1000;

  private Escaper() {}

  /** A sentence, which may hold names that somebody else chose. */
  public static String sentence(String text) {
    return escape(text, LONGEST_SENTENCE);
  }

  /** The text on one line, nothing of it hidden. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      escaped.append(token(text, i, codePoint));
      i += Character.charCount(codePoint);
    }
    return escaped.toString();
  }

  /**
   * A page whose names are escaped already, if it is what it says it is: nothing of it is hidden,
   * and its lines stay.
   */
  public static String page(String text) {
    StringBuilder page = new StringBuilder(text.length());
    text.codePoints()
        .forEach(codePoint -> page.append(codePoint == '\n' ? "\n" : visible(codePoint)));
    return page.toString();
  }

  /**
   * The escaped text, cut after so many columns; what was cut is told as {@code … (N characters)}.
   * A cut never goes through an escape.
   */
  public static String escape(String text, int columns) {
    String whole = escape(text);
    if (DisplayWidth.of(whole) <= columns) {
      return whole;
    }
    StringBuilder cut = new StringBuilder();
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      String token = token(text, i, codePoint);
      width += DisplayWidth.of(token);
      if (width > columns) {
        break;
      }
      cut.append(token);
      i += Character.charCount(codePoint);
    }
    return cut + "… (" + text.codePointCount(0, text.length()) + " characters)";
  }

  /** Whether a code point may stand on a terminal, or in a file that people open, as it is. */
  public static boolean safe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      // The two joiners belong to emoji and to several scripts.
      case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D;
      // A no-break space looks like a space but is none; the wide one is ordinary Japanese.
      case Character.SPACE_SEPARATOR -> codePoint == ' ' || codePoint == 0x3000;
      default -> true;
    };
  }

  private static String token(String text, int index, int codePoint) {
    // A text that already looks like our escape must not pass for one.
    boolean imitation = codePoint == '\\' && text.startsWith("\\u{", index);
    return imitation ? hexadecimal(codePoint) : visible(codePoint);
  }

  private static String visible(int codePoint) {
    return safe(codePoint) ? Character.toString(codePoint) : hexadecimal(codePoint);
  }

  private static String hexadecimal(int codePoint) {
    return "\\u{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}";
  }
}
