package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;

/**
 * Everything that a run has to say, for every kind of report. Secret-free, and not yet escaped for
 * any medium.
 *
 * @param verb what the run was for
 * @param facts how it was made
 * @param nas the NAS in the order asked for
 * @param diagnostics everything that was told on standard error, in that order
 */
public record RunReport(
    Verb verb,
    RunFacts facts,
    ImmutableList<NasReport> nas,
    ImmutableList<Diagnostic> diagnostics) {

  /** The plan of each NAS, or why there is none. */
  public ImmutableList<NasOutcome<AssessedPlan>> outcomes() {
    return nas.stream().map(NasReport::outcome).collect(ImmutableList.toImmutableList());
  }
}
