package io.cloudsyncctl.model.desired;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must never be shown. Nothing prints it by accident: {@link #toString()} is redacted,
 * and only {@link #reveal()} gives the text to the code that puts it on the wire.
 */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The text itself. Callers put it on the wire and keep it nowhere. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
