package io.cloudsyncctl.run;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.ApplyListener;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Verb;
import java.util.List;
import java.util.stream.Stream;

/** Whom a run tells what it finds and does, and whom it asks. */
public interface RunOutput {

  /** Errors, warnings and notes; the reports of the run have them as well. */
  void report(List<Diagnostic> diagnostics);

  /** Says of each NAS that failed why it did. */
  default <T> void reportFailed(List<NasOutcome<T>> outcomes) {
    report(
        outcomes.stream()
            .flatMap(outcome ->
                switch (outcome) {
                  case NasOutcome.Failed<T> failed -> failed.diagnostics().stream();
                  case NasOutcome.Done<T> _ -> Stream.<Diagnostic>empty();
                })
            .toList());
  }

  /** A sentence about what the run is doing, which no report needs. */
  void note(String sentence);

  /** A defect of the program that did not end the run. */
  void defect(RuntimeException defect);

  /** What was found, as {@code plan} and {@code drift} show it. */
  void compared(ImmutableList<NasOutcome<AssessedPlan>> assessed, Verb verb);

  /** What is about to be done, and to be approved. */
  void plans(ImmutableList<NasOutcome<Plan>> plans, Verb verb);

  /** A plan that takes the place of the one that was shown. */
  void plannedAnew(Plan plan, Verb verb);

  /** What a NAS reports otherwise than when the plan was made. */
  void moved(String nas, ImmutableList<StateChange> moved);

  /** What the files declare otherwise than when the plan was saved. */
  void declaredOtherwise(String nas, ImmutableList<StateChange> otherwise);

  /** Whom the operations of an apply or undo are told to as they end. */
  ApplyListener listener(Verb verb);

  /** How an apply or undo of one NAS ended. */
  void applied(ApplyResult result, Verb verb);

  /** How the rehearsal of one NAS ended. */
  void rehearsed(ApplyResult result);

  /** Whether somebody is there who can be asked. */
  boolean interactive();

  /** Asks; only a clear yes is one. */
  boolean confirmed(String question);

  /** Begins to show how far work on several NAS is. */
  Progress progress(String doing, int total);

  /** How far work on several NAS is; until it is closed. */
  interface Progress extends AutoCloseable {
    /** Counts one NAS as done. */
    <T> T count(T result);

    @Override
    void close();
  }
}
