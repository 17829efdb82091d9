package io.cloudsyncctl.config.notation;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of seconds as people write them: {@code 60s}, {@code 5m}, {@code 1h}. */
public final class Durations {
  /** What a text must look like, also in the JSON schema. */
  public static final String PATTERN = "^[0-9]+ ?(s|m|h)$";

  private static final Pattern TEXT = Pattern.compile("(?<number>[0-9]+) ?(?<unit>s|m|h)");
  private static final int DIGITS = 20;

  private Durations() {}

  /** The seconds that a text means; empty where it is none, or is beyond a {@code long}. */
  public static Optional<Long> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || matcher.group("number").length() > DIGITS) {
      return Optional.empty();
    }
    BigInteger seconds =
        new BigInteger(matcher.group("number"))
            .multiply(BigInteger.valueOf(factor(matcher.group("unit"))));
    return seconds.bitLength() > 63 ? Optional.empty() : Optional.of(seconds.longValueExact());
  }

  /** The largest unit that divides it. */
  public static String format(long seconds) {
    if (seconds != 0 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "h" -> 3600;
      case "m" -> 60;
      default -> 1;
    };
  }
}
