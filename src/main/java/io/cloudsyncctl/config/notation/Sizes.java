package io.cloudsyncctl.config.notation;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write them: {@code 1 MiB}, {@code 500 KB}, {@code 1048576}. */
public final class Sizes {
  /** What a text must look like, also in the JSON schema. */
  public static final String PATTERN = "^[0-9]+ ?(B|KB|MB|GB|KiB|MiB|GiB)$";

  private static final Pattern TEXT =
      Pattern.compile("(?<number>[0-9]+) ?(?<unit>B|KB|MB|GB|KiB|MiB|GiB)");
  private static final int DIGITS = 20;

  private Sizes() {}

  /** The bytes that a text means; empty where it is none, or is beyond a {@code long}. */
  public static Optional<Long> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || matcher.group("number").length() > DIGITS) {
      return Optional.empty();
    }
    BigInteger bytes =
        new BigInteger(matcher.group("number"))
            .multiply(BigInteger.valueOf(factor(matcher.group("unit"))));
    return bytes.bitLength() > 63 ? Optional.empty() : Optional.of(bytes.longValueExact());
  }

  /** The shortest exact text: the largest unit that divides it, else the plain number. */
  public static String format(long bytes) {
    for (String unit : new String[] {"GiB", "MiB", "KiB", "GB", "MB", "KB"}) {
      long factor = factor(unit);
      if (bytes != 0 && bytes % factor == 0) {
        return bytes / factor + " " + unit;
      }
    }
    return Long.toString(bytes);
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "KB" -> 1_000;
      case "MB" -> 1_000_000;
      case "GB" -> 1_000_000_000;
      case "KiB" -> 1L << 10;
      case "MiB" -> 1L << 20;
      case "GiB" -> 1L << 30;
      default -> 1;
    };
  }
}
