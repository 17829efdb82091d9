package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.live.LiveState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** Connections that an apply paused for its own sake and could not resume, since it failed. */
final class LeftPaused {
  private LeftPaused() {}

  /** Whether a pause was sent that was not seen to come. */
  static boolean mayStillCome(List<OperationOutcome> outcomes) {
    return outcomes.stream()
        .anyMatch(outcome ->
            outcome.operation() instanceof Operation.PauseConnection
                && outcome instanceof OperationOutcome.Failed failed
                && failed.uncertain());
  }

  /**
   * Those of these outcomes.
   *
   * @param isOver whether a connection was seen at work after it was paused
   */
  static ImmutableList<Diagnostic> of(
      List<OperationOutcome> outcomes, LongPredicate isOver, String again) {
    Set<Long> paused = new HashSet<>();
    ImmutableList.Builder<Diagnostic> left = ImmutableList.builder();
    for (OperationOutcome outcome : outcomes) {
      boolean done = outcome instanceof OperationOutcome.Done;
      boolean mayBeDone =
          done || (outcome instanceof OperationOutcome.Failed failed && failed.uncertain());
      if (mayBeDone && outcome.operation() instanceof Operation.PauseConnection pause) {
        paused.add(pause.connection().id());
      } else if (!done
          && !saysSo(outcome)
          && outcome.operation() instanceof Operation.ResumeConnection resume
          && paused.contains(resume.connection().id())
          && !isOver.test(resume.connection().id())) {
        left.add(
            Diagnostic.warning(
                DiagnosticCode.LEFT_PAUSED,
                "the connection stays paused, since the apply did not come to its end",
                new Location.OnNas(
                    resume.address().nas(), null, '"' + resume.connection().name() + '"'),
                "this finishes the work and resumes the connection: " + again));
      }
    }
    return left.build();
  }

  /** Connections that went on after they were resumed, and are paused again at the end. */
  static ImmutableList<Diagnostic> since(List<OperationOutcome> outcomes, LiveState last) {
    ImmutableList.Builder<Diagnostic> left = ImmutableList.builder();
    for (OperationOutcome outcome : outcomes) {
      if (outcome instanceof OperationOutcome.Done
          && outcome.operation() instanceof Operation.ResumeConnection resume
          && last.connections().stream()
              .anyMatch(one -> one.id() == resume.connection().id() && one.paused())) {
        left.add(
            Diagnostic.warning(
                DiagnosticCode.LEFT_PAUSED,
                "the connection went on after it was resumed, and is paused now: by somebody, or by"
                    + " a pause of this apply that came late",
                new Location.OnNas(
                    resume.address().nas(), "list_conn", '"' + resume.connection().name() + '"'),
                "where nobody meant that, resume it in DSM"));
      }
    }
    return left.build();
  }

  private static boolean saysSo(OperationOutcome outcome) {
    return outcome instanceof OperationOutcome.Failed failed
        && failed.diagnostic().code() == DiagnosticCode.LEFT_PAUSED;
  }
}
