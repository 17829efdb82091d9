package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Plan;
import java.util.Optional;

/**
 * What a run has to say of one NAS.
 *
 * @param files the files that declare it, the one that was named first
 * @param outcome its plan as it was shown, or why there is none
 * @param findings each difference, also those that are ignored; of plan, apply and drift alike
 * @param parts everything that is managed, also what is as declared
 * @param applied what came of the plan; empty for runs that only read
 */
public record NasReport(
    String nas,
    ImmutableList<String> files,
    NasOutcome<Plan> outcome,
    ImmutableList<Finding> findings,
    ImmutableList<ManagedAspect> parts,
    Optional<Applied> applied) {

  /** Its plan, and what there is to say of each difference. */
  public Judged judged() {
    return new Judged(outcome, findings);
  }

  /** The differences that count. */
  public ImmutableList<Finding> counting() {
    return findings.stream().filter(Finding::counts).collect(ImmutableList.toImmutableList());
  }
}
