package io.cloudsyncctl.apply.journal;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import java.util.HashSet;
import java.util.Set;
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
  public ApplyResult with(Diagnostic note) {
    return new ApplyResult(
        nas,
        outcomes,
        remaining,
        ImmutableList.<Diagnostic>builder().add(note).addAll(notes).build());
  }

  /**
   * Whether a write was made, or may have been. A pause that was taken back is none where it
   * stopped since a connection does not rest.
   */
  public boolean wrote() {
    Set<Long> takenBack = failed(DiagnosticCode.NOT_AT_REST) ? pausesTakenBack() : Set.of();
    return outcomes.stream()
        .filter(outcome ->
            switch (outcome) {
              case OperationOutcome.Done _ -> true;
              case OperationOutcome.Failed failed -> failed.uncertain();
              case OperationOutcome.Skipped _ -> false;
            })
        .map(OperationOutcome::operation)
        .anyMatch(operation ->
            switch (operation) {
              case Operation.PauseConnection pause -> !takenBack.contains(pause.connection().id());
              case Operation.ResumeConnection resume ->
                  !takenBack.contains(resume.connection().id());
              case Operation.WriteGroup _,
                  Operation.RemoveConnection _,
                  Operation.RemoveTask _,
                  Operation.TestTask _,
                  Operation.CreateTask _ ->
                  true;
            });
  }

  /** The connections that were paused for the work and are seen to go on. */
  private Set<Long> pausesTakenBack() {
    Set<Long> paused = new HashSet<>();
    Set<Long> takenBack = new HashSet<>();
    for (OperationOutcome outcome : outcomes) {
      if (outcome.operation() instanceof Operation.PauseConnection pause) {
        paused.add(pause.connection().id());
      } else if (outcome instanceof OperationOutcome.Done
          && outcome.operation() instanceof Operation.ResumeConnection resume
          && paused.contains(resume.connection().id())) {
        takenBack.add(resume.connection().id());
      }
    }
    return takenBack;
  }

  /**
   * Whether it stopped since the NAS is no longer what the plan was made from, or since a
   * connection does not rest.
   */
  public boolean refused() {
    return failed(DiagnosticCode.NAS_MOVED) || failed(DiagnosticCode.NOT_AT_REST);
  }

  private boolean failed(DiagnosticCode code) {
    return outcomes.stream()
        .anyMatch(outcome ->
            outcome instanceof OperationOutcome.Failed failed
                && failed.diagnostic().code() == code);
  }

  /** Whether something that is declared cannot be read, so that nobody knows whether it is so. */
  public boolean readInPart() {
    return remaining != null && remaining.readInPart();
  }

  /** How it ended. */
  public Status status() {
    boolean failed = outcomes.stream().anyMatch(o -> !(o instanceof OperationOutcome.Done));
    if (failed && !wrote()) {
      return Status.FAILED;
    }
    Plan after = remaining;
    boolean leftPaused = notes.stream().anyMatch(note -> note.code() == DiagnosticCode.LEFT_PAUSED);
    if (failed
        || leftPaused
        || after == null
        || !notConverged(after).isEmpty()
        || notes.stream().anyMatch(ApplyResult::isError)) {
      return Status.PARTLY_APPLIED;
    }
    if (!after.manualSteps().isEmpty()) {
      return Status.MANUAL_STEPS_REMAIN;
    }
    return outcomes.isEmpty() ? Status.NOTHING_TO_DO : Status.APPLIED;
  }

  /** Whether a new plan would change nothing by itself. */
  public boolean planIsEmpty() {
    return remaining != null && notConverged(remaining).isEmpty();
  }

  /** Whether everything was done and is as declared, and yet something else has changed. */
  public boolean onlyBesides() {
    return planIsEmpty()
        && outcomes.stream().allMatch(OperationOutcome.Done.class::isInstance)
        && notes.stream().anyMatch(ApplyResult::isError);
  }

  public static boolean isError(Diagnostic note) {
    return note.severity() == Severity.ERROR;
  }

  /** What a new plan would still change by itself. */
  public static ImmutableList<Change> notConverged(Plan remaining) {
    return remaining.changes().stream()
        .filter(change -> !(change instanceof Change.Manual))
        .collect(ImmutableList.toImmutableList());
  }
}
