package io.cloudsyncctl.config.notation;

import java.util.Arrays;
import java.util.Optional;

/** The forms that texts of the language have, for the schema and for messages. */
public enum Shape {
  NAS_NAME("^[a-z0-9-]+$", "lower-case letters, digits and hyphens", "such as office"),
  URL("^https?://[^\\s/?#][^\\s?#]*$", "an address", "write https://HOST:5001"),
  PIN(
      "^([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}$",
      "a SHA-256 fingerprint of 64 hexadecimal digits",
      "openssl x509 -noout -fingerprint -sha256 -in FILE prints it"),
  DATE("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date", "write YEAR-MONTH-DAY, such as 2027-01-31"),
  SIZE(
      Sizes.PATTERN,
      "a number of bytes, or a size such as 1 MiB",
      "a whole number and one of B, KB, MB, GB, KiB, MiB, GiB"),
  DURATION(
      Durations.PATTERN,
      "a number of seconds, or a duration such as 5m",
      "a whole number and one of s, m, h");

  private final String regex;
  private final String words;
  private final String hint;

  Shape(String regex, String words, String hint) {
    this.regex = regex;
    this.words = words;
    this.hint = hint;
  }

  /** The regular expression, for the schema. */
  public String regex() {
    return regex;
  }

  /** What it is, behind "must be". */
  public String words() {
    return words;
  }

  public String hint() {
    return hint;
  }

  /** The shape whose expression a schema names. */
  public static Optional<Shape> of(String regex) {
    return Arrays.stream(values()).filter(shape -> shape.regex.equals(regex)).findFirst();
  }
}
