package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.fleet.NasOutcome;
import java.util.Optional;

/**
 * What a run has to say of one NAS.
 *
 * @param files the files that declare it, the one that was named first
 * @param outcome its plan as it was shown, or why there is none
 * @param parts everything that is managed, also what is as declared
 * @param applied what came of the plan; empty for runs that only read
 */
public record NasReport(
    String nas,
    ImmutableList<String> files,
    NasOutcome<AssessedPlan> outcome,
    ImmutableList<ManagedAspect> parts,
    Optional<Applied> applied) {

  /** Each difference, also those that are ignored; of plan, apply and drift alike. */
  public ImmutableList<Finding> findings() {
    return outcome.result().map(AssessedPlan::findings).orElse(ImmutableList.of());
  }

  /** The differences that count. */
  public ImmutableList<Finding> counting() {
    return findings().stream().filter(Finding::counts).collect(ImmutableList.toImmutableList());
  }

  /**
   * What is still different at the end of the run, since an apply mends what it found; all of it
   * where nothing was done or the NAS was not read again.
   */
  public ImmutableList<Finding> left() {
    return applied
        .filter(what -> what.status() != Applied.Status.REHEARSED)
        .flatMap(Applied::result)
        .flatMap(result -> Optional.ofNullable(result.remaining()))
        .flatMap(remaining -> outcome.result().map(plan -> plan.left(remaining).findings()))
        .orElse(findings());
  }
}
