package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Differences;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.plan.model.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is still different at the end of a run: an apply mends what it found. */
public final class FindingsLeft {
  private FindingsLeft() {}

  /** The findings as they were, where nothing was done or the NAS was not read again. */
  public static ImmutableList<Finding> of(NasReport nas) {
    Optional<Plan> remaining =
        nas.applied()
            .filter(applied -> applied.status() != Applied.Status.REHEARSED)
            .flatMap(Applied::result)
            .flatMap(FindingsLeft::remaining);
    return remaining.map(plan -> of(nas, plan)).orElse(nas.findings());
  }

  private static Optional<Plan> remaining(ApplyResult result) {
    return Optional.ofNullable(result.remaining());
  }

  /** What was known of a difference still holds of what is left of it. */
  private static ImmutableList<Finding> of(NasReport nas, Plan remaining) {
    ImmutableMap<String, Finding> before =
        nas.findings().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    finding -> finding.difference().key(),
                    finding -> finding,
                    (first, _) -> first));
    return Differences.of(remaining, false).stream()
        .map(difference -> of(difference, before.get(difference.key())))
        .collect(ImmutableList.toImmutableList());
  }

  private static Finding of(Difference difference, @Nullable Finding before) {
    return before == null
        ? Finding.of(difference)
        : new Finding(difference, before.attribution(), before.history(), before.standing());
  }
}
