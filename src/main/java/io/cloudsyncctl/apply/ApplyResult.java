package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What came of an apply to one NAS.
 *
 * @param outcomes one for each operation, in their order
 * @param remaining what a new plan says after everything; null where the NAS could not be read
 * @param notes what is worth knowing besides, such as a connection that stays paused
 */
public record ApplyResult(
    String nas,
    ImmutableList<OperationOutcome> outcomes,
    @Nullable Plan remaining,
    ImmutableList<Diagnostic> notes) {

  /** How it ended. */
  public enum Status {
    /** There was nothing to do. */
    NOTHING_TO_DO,
    /** Everything is as declared. */
    APPLIED,
    /** Everything is as declared but for what a person has to do in DSM. */
    MANUAL_STEPS_REMAIN,
    /** Nothing was written, and it failed. */
    FAILED,
    /** Something was written, and not everything is as declared. */
    PARTLY_APPLIED
  }

  /** The same with something more that is worth knowing, in front of the rest. */
  ApplyResult with(Diagnostic note) {
    return new ApplyResult(
        nas,
        outcomes,
        remaining,
        ImmutableList.<Diagnostic>builder().add(note).addAll(notes).build());
  }

  /** Whether a write was made, or may have been. */
  public boolean wrote() {
    return outcomes.stream()
        .anyMatch(outcome ->
            switch (outcome) {
              case OperationOutcome.Done _ -> true;
              case OperationOutcome.Failed failed -> failed.uncertain();
              case OperationOutcome.Skipped _ -> false;
            });
  }

  /** Whether it stopped since the NAS is no longer what the plan was made from. */
  public boolean moved() {
    return outcomes.stream()
        .anyMatch(outcome ->
            outcome instanceof OperationOutcome.Failed failed
                && failed.diagnostic().code().equals(FreshReads.MOVED));
  }

  /** How it ended. */
  public Status status() {
    boolean failed = outcomes.stream().anyMatch(o -> !(o instanceof OperationOutcome.Done));
    if (failed && !wrote()) {
      return Status.FAILED;
    }
    Plan after = remaining;
    if (failed || after == null || !notConverged(after).isEmpty()) {
      return Status.PARTLY_APPLIED;
    }
    if (!after.manualSteps().isEmpty()) {
      return Status.MANUAL_STEPS_REMAIN;
    }
    return outcomes.isEmpty() ? Status.NOTHING_TO_DO : Status.APPLIED;
  }

  /** What a new plan would still change by itself. */
  public static ImmutableList<Change> notConverged(Plan remaining) {
    return remaining.changes().stream()
        .filter(change -> !(change instanceof Change.Manual))
        .collect(ImmutableList.toImmutableList());
  }
}
