package io.cloudsyncctl.config.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What a scalar is by the core rules of YAML 1.2. */
public sealed interface Content {

  /** A text. */
  record Text() implements Content {}

  /** A whole number; one of more than 40 digits stands as ten to the 40th. */
  record Whole(BigInteger value) implements Content {}

  /** A number that is not whole; null where it is infinite, no number, or absurdly large. */
  record Decimal(@Nullable BigDecimal value) implements Content {}

  /** {@code true} or {@code false}. */
  record Flag(boolean value) implements Content {}

  /** {@code null}, {@code ~} or nothing. */
  record Null() implements Content {}
}
