package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.plan.model.Plan;
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

  /** Every difference of a plan, of which nothing else is known. */
  public static ImmutableList<Finding> of(Plan plan) {
    return Differences.of(plan, false).stream()
        .map(Finding::of)
        .collect(ImmutableList.toImmutableList());
  }
}
