package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Connections that an apply paused for its own sake and could not resume, since it failed. */
final class LeftPaused {
  private LeftPaused() {}

  static ImmutableList<Diagnostic> of(List<OperationOutcome> outcomes, String again) {
    Set<Long> paused = new HashSet<>();
    ImmutableList.Builder<Diagnostic> left = ImmutableList.builder();
    for (OperationOutcome outcome : outcomes) {
      boolean done = outcome instanceof OperationOutcome.Done;
      boolean mayBeDone =
          done || (outcome instanceof OperationOutcome.Failed failed && failed.uncertain());
      if (mayBeDone && outcome.operation() instanceof Operation.PauseConnection pause) {
        paused.add(pause.connection().id());
      } else if (!done
          && outcome.operation() instanceof Operation.ResumeConnection resume
          && paused.contains(resume.connection().id())) {
        left.add(
            Diagnostic.warning(
                "left-paused",
                "the connection stays paused, since the apply did not come to its end",
                new Location.OnNas(
                    resume.address().nas(), null, '"' + resume.connection().name() + '"'),
                "this finishes the work and resumes the connection: " + again));
      }
    }
    return left.build();
  }
}
