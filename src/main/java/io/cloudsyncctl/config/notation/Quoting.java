package io.cloudsyncctl.config.notation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as YAML scalars that no reader can take for anything else, by YAML 1.1 or 1.2. */
public final class Quoting {
  /** What is harmless without quotes; everything else gets them. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/]([A-Za-z0-9_./() -]*[A-Za-z0-9_./()-])?");

  /** Words that YAML 1.1 or 1.2 take for a boolean or null. */
  private static final Pattern WORDS =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf|infinity|none|all");

  private Quoting() {}

  /** The scalar; a dollar sign before a brace is written so that it is no substitution. */
  public static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches()
        ? text
        : quoted(text.replace("${", "$${"));
  }

  /** A list on one line. */
  public static String list(List<String> texts) {
    return texts.stream().map(Quoting::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A text in a comment: on one line, nothing in it that could end the comment. */
  public static String comment(String text) {
    StringBuilder comment = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (isShowable(point)) {
            comment.appendCodePoint(point);
          } else {
            comment.append(escaped(point));
          }
        });
    return comment.toString();
  }

  /** In single quotes where that is enough, else in double quotes with escapes. */
  private static String quoted(String text) {
    if (text.codePoints().allMatch(Quoting::isShowable)) {
      return '\'' + text.replace("'", "''") + '\'';
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> quoted.append(escaped(point)));
    return quoted.append('"').toString();
  }

  private static String escaped(int point) {
    if (point == '"' || point == '\\') {
      return "\\" + (char) point;
    }
    if (isShowable(point)) {
      return Character.toString(point);
    }
    return switch (point) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> point > 0xffff ? String.format("\\U%08x", point) : String.format("\\u%04x", point);
    };
  }

  /** Whether a person can see it, and nothing around it changes its place. */
  private static boolean isShowable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> point == ' ' || !Character.isSpaceChar(point);
    };
  }
}
