package io.cloudsyncctl.finding;

import java.util.Optional;

/**
 * A difference, and what there is to say of it.
 *
 * @param attribution whose it is
 * @param history since when; empty where no earlier reports were given
 * @param standing whether it counts
 */
public record Finding(
    Difference difference, Attribution attribution, Optional<History> history, Standing standing) {

  /** Whether it counts as a difference. */
  public boolean counts() {
    return switch (standing) {
      case Standing.Counts _, Standing.Lapsed _ -> true;
      case Standing.Ignored _ -> false;
    };
  }

  /** A finding of which nothing else is known. */
  public static Finding of(Difference difference) {
    return new Finding(
        difference, Attribution.UNATTRIBUTED, Optional.empty(), new Standing.Counts());
  }

  /** The same of another difference. */
  Finding about(Difference other) {
    return new Finding(other, attribution, history, standing);
  }
}
