package io.cloudsyncctl.model;

import java.util.regex.Pattern;

/** Addresses as people name several at once: {@code *} is any text, {@code ?} any character. */
public final class AddressPattern {
  private AddressPattern() {}

  /** Whether a pattern means an address, as a whole. */
  public static boolean matches(String pattern, Address address) {
    StringBuilder expression = new StringBuilder();
    pattern
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '*' -> expression.append(".*");
            case '?' -> expression.append('.');
            default -> expression.append(Pattern.quote(Character.toString(c)));
          }
        });
    return Pattern.compile(expression.toString(), Pattern.DOTALL).matcher(address.text()).matches();
  }
}
