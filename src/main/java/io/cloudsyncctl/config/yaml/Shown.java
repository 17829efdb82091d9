package io.cloudsyncctl.config.yaml;

/** How parts of a file are named in messages: kinds in words, values short, secrets never. */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** What kind of thing it is. */
  public static String kind(Node node) {
    return switch (node) {
      case Node.Sequence _ -> "a list";
      case Node.Mapping _ -> "a mapping";
      case Node.Scalar scalar ->
          switch (scalar.content()) {
            case Content.Text _ -> "text";
            case Content.Whole _ -> "a number";
            case Content.Decimal _ -> "a number with a fraction or exponent";
            case Content.Flag _ -> "a boolean";
            case Content.Null _ -> "empty";
          };
    };
  }

  /** The value with its kind, such as {@code the text "on"}. */
  public static String value(Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return kind(node);
    }
    if (scalar.trait().secret()) {
      return "a value that is not shown";
    }
    return switch (scalar.content()) {
      case Content.Text _ -> quoted(scalar.text());
      case Content.Whole _, Content.Decimal _ -> "the number " + shortened(scalar.text());
      case Content.Flag _ -> "the boolean " + scalar.text();
      case Content.Null _ -> "empty";
    };
  }

  /** A text in double quotes, shortened where it is long. */
  public static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
