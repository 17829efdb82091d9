package io.cloudsyncctl.model.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as people name several at once: {@code *} is any text, {@code ?} any character. A
 * backslash before one of these or another backslash takes the special meaning away; before
 * anything else it is a backslash.
 */
public final class AddressPattern {
  private static final int ANY_TEXT = -1;
  private static final int ANY_CHARACTER = -2;

  private final String text;
  private final int[] parts;

  private AddressPattern(String text) {
    this.text = text;
    this.parts = parts(text.codePoints().toArray());
  }

  /** The pattern that a person wrote. */
  public static AddressPattern of(String text) {
    return new AddressPattern(text);
  }

  /** The text of a pattern that means one address and no other. */
  public static String exactly(Address address) {
    StringBuilder pattern = new StringBuilder();
    address
        .text()
        .codePoints()
        .forEach(c -> pattern.append(isSpecial(c) ? "\\" : "").appendCodePoint(c));
    return pattern.toString();
  }

  /** The pattern as it was written. */
  public String text() {
    return text;
  }

  /** Whether it means an address, as a whole. */
  public boolean matches(Address address) {
    return matches(address.text());
  }

  /**
   * Whether it means the address of a text, as a whole. It only ever goes back to the last {@code
   * *}, so that no pattern takes long.
   */
  public boolean matches(String address) {
    int[] characters = address.codePoints().toArray();
    int part = 0;
    int at = 0;
    int afterStar = -1;
    int resumeAt = 0;
    while (at < characters.length) {
      if (part < parts.length && parts[part] == ANY_TEXT) {
        part++;
        afterStar = part;
        resumeAt = at;
      } else if (part < parts.length
          && (parts[part] == ANY_CHARACTER || parts[part] == characters[at])) {
        part++;
        at++;
      } else if (afterStar >= 0) {
        part = afterStar;
        resumeAt++;
        at = resumeAt;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] == ANY_TEXT) {
      part++;
    }
    return part == parts.length;
  }

  private static int[] parts(int[] written) {
    int[] parts = new int[written.length];
    int count = 0;
    for (int i = 0; i < written.length; i++) {
      boolean escaped = written[i] == '\\' && i + 1 < written.length && isSpecial(written[i + 1]);
      if (escaped) {
        i++;
      }
      parts[count] =
          escaped
              ? written[i]
              : switch (written[i]) {
                case '*' -> ANY_TEXT;
                case '?' -> ANY_CHARACTER;
                default -> written[i];
              };
      count++;
    }
    return Arrays.copyOf(parts, count);
  }

  private static boolean isSpecial(int character) {
    return character == '*' || character == '?' || character == '\\';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddressPattern one && one.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
