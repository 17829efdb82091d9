package io.cloudsyncctl.apply.verify;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Connections that were suspended, rested for the sake of an apply, and are not suspended any more.
 * Nobody has shown what a NAS makes of a resume then (protocol note §4), so it is looked at.
 */
public final class SuspensionCheck {
  private SuspensionCheck() {}

  public static ImmutableList<Diagnostic> of(
      String nas, List<OperationOutcome> outcomes, LiveState before, LiveState after) {
    Set<Long> meant = new HashSet<>();
    ImmutableList.Builder<Diagnostic> woken = ImmutableList.builder();
    for (OperationOutcome outcome : outcomes) {
      if (!(outcome instanceof OperationOutcome.Done)) {
        continue;
      }
      if (outcome.operation() instanceof Operation.WriteGroup write
          && write.write().group() == SettingGroup.SCHEDULE
          && write.target() instanceof Target.OfConnection connection) {
        meant.add(connection.id());
      } else if (outcome.operation() instanceof Operation.ResumeConnection resume
          && !meant.contains(resume.connection().id())
          && status(before, resume).filter(SuspensionCheck::isSuspended).isPresent()) {
        status(after, resume)
            .filter(now -> !isSuspended(now))
            .ifPresent(now -> woken.add(diagnostic(nas, resume, now)));
      }
    }
    return woken.build();
  }

  private static boolean isSuspended(String status) {
    return ConnectionStatus.of(status) == ConnectionStatus.SUSPENDED;
  }

  private static Optional<String> status(LiveState live, Operation.ResumeConnection resume) {
    return live.connections().stream()
        .filter(connection -> connection.id() == resume.connection().id())
        .map(LiveConnection::status)
        .findFirst();
  }

  private static Diagnostic diagnostic(
      String nas, Operation.ResumeConnection resume, String status) {
    return Diagnostic.warning(
        DiagnosticCode.NO_LONGER_SUSPENDED,
        "the connection was suspended, was paused for the work and resumed, and is now "
            + status
            + ": an hour of its schedule has begun, or the NAS takes a resume for more than that",
        new Location.OnNas(nas, "list_conn", '"' + resume.connection().name() + '"'),
        "look at its schedule in DSM; where it is to stay suspended now, pause it there");
  }
}
