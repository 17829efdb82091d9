package io.cloudsyncctl.config.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The core rules of YAML 1.2 for plain scalars (YAML 1.2.2, §10.3.2). SnakeYAML's own are those of
 * YAML 1.1, by which {@code on} is a boolean and {@code 22:30} a number.
 */
public final class CoreResolver {
  private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern SPECIAL =
      Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

  private static final int DIGITS = 40;
  private static final BigInteger BEYOND = BigInteger.TEN.pow(DIGITS);

  private CoreResolver() {}

  public static Content resolve(String text) {
    if (NULL.matcher(text).matches()) {
      return new Content.Null();
    }
    if (TRUE.matcher(text).matches()) {
      return new Content.Flag(true);
    }
    if (FALSE.matcher(text).matches()) {
      return new Content.Flag(false);
    }
    if (WHOLE.matcher(text).matches()) {
      return whole(text.startsWith("+") ? text.substring(1) : text, 10);
    }
    if (OCTAL.matcher(text).matches()) {
      return whole(text.substring(2), 8);
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return whole(text.substring(2), 16);
    }
    if (DECIMAL.matcher(text).matches()) {
      return decimal(text);
    }
    return SPECIAL.matcher(text).matches() ? new Content.Decimal(null) : new Content.Text();
  }

  /** A number of thousands of digits is out of every range; it need not be computed to know it. */
  private static Content whole(String digits, int radix) {
    if (digits.length() > DIGITS) {
      return new Content.Whole(digits.startsWith("-") ? BEYOND.negate() : BEYOND);
    }
    return new Content.Whole(new BigInteger(digits, radix));
  }

  private static Content decimal(String text) {
    if (text.length() > DIGITS) {
      return new Content.Decimal(null);
    }
    try {
      BigDecimal value = new BigDecimal(text);
      return new Content.Decimal(Math.abs((long) value.scale()) > DIGITS ? null : value);
    } catch (NumberFormatException e) {
      return new Content.Decimal(null);
    }
  }
}
