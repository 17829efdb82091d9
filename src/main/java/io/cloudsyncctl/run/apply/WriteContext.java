package io.cloudsyncctl.run.apply;

import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.operation.Planner;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.policy.RestConsent;
import io.cloudsyncctl.run.OpenNas;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunOutput;
import io.cloudsyncctl.run.plan.PlanPipeline;
import io.cloudsyncctl.run.plan.PlanningRequest;
import io.cloudsyncctl.run.plan.Reading;
import io.cloudsyncctl.state.RecordKeeper;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What all parts of one apply or undo share.
 *
 * @param again the command that finishes what this one began
 * @param exactly nothing is done but what the plan has that was looked at: it was saved
 * @param several the run is about several NAS
 */
record WriteContext(
    RunContext run, WriteTerms terms, String again, boolean exactly, boolean several) {

  RunOutput output() {
    return run.output();
  }

  OpenNas open(DesiredState desired) {
    return run.nas().open(desired.nas(), terms.limits());
  }

  /** Whether runs leave a journal, and hold a lock while they write. */
  boolean keepsJournals() {
    return run.state().keepsJournals();
  }

  Path lock(DesiredState desired) {
    return run.state().lock(desired.nas());
  }

  /**
   * The record of a NAS, for writing.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException where {@link #unkept} has something
   */
  RecordKeeper keeper(DesiredState desired) {
    return run.state().keeper(desired.nas(), several);
  }

  /** Why what is written to a NAS could not be kept in its record. */
  Optional<Diagnostic> unkept(DesiredState desired) {
    return run.state().foreign(desired.nas(), several);
  }

  /** One look at a NAS. */
  Reading read(DesiredState desired, PlanningRequest planning) {
    return read(
        desired,
        PlanPipeline.of(planning, desired, run.leftovers(desired)).consenting(terms.consent()));
  }

  /** One look at a NAS, for the way back of a run. */
  Reading undoing(DesiredState desired, JournaledRun undone, Planner back) {
    return read(desired, PlanPipeline.undoing(undone.id(), back, desired, run.leftovers(desired)));
  }

  /** Another look at a NAS, with what earlier runs have left by now. */
  Reading again(Reading earlier, Leftovers leftovers) {
    return read(earlier.desired(), earlier.pipeline().with(leftovers));
  }

  private Reading read(DesiredState desired, PlanPipeline pipeline) {
    try (OpenNas nas = open(desired)) {
      return Reading.of(nas, run.state().recorded(desired.nas(), several), pipeline);
    }
  }

  /**
   * How it is waited for that the connections of a NAS rest.
   *
   * @param live what it was read to be just now
   */
  RestTerms restTerms(DesiredState desired, LiveState live) {
    return run.restTerms(terms.restLimit(), RestConsent.of(terms.consent(), desired, live)::covers);
  }
}
