package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.apply.verify.LostPermissions;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.plan.Reading;
import java.util.Optional;

/** Tells that a NAS, or what can be seen of it, is no longer what was approved. */
final class StalePlanReporter {
  private final RunContext run;

  StalePlanReporter(RunContext run) {
    this.run = run;
  }

  /** The NAS leads to another plan: it has changed, or this login no longer sees all of it. */
  ExitCode tell(Reading approved, Reading now, Verb verb) {
    String nas = now.plan().nas();
    LiveState approvedSeen = approved.snapshot().live();
    LiveState seen = now.snapshot().live();
    ImmutableList<Diagnostic> lost = LostPermissions.of(nas, approvedSeen, seen);
    if (!lost.isEmpty()) {
      run.log().applied(nas, Applied.Status.FAILED, Optional.empty());
      run.output().report(lost);
      run.output().note("Nothing was changed on " + nas + ".");
      return ExitCode.FAILED;
    }
    run.output().plannedAnew(now.plan(), verb);
    if (LostPermissions.of(nas, seen, approvedSeen).isEmpty()) {
      report(approved.approval(), now, "look at it and " + verb.command() + " again");
    } else {
      run.output().report(ImmutableList.of(incomplete(nas)));
    }
    return ExitCode.REFUSED;
  }

  private static Diagnostic incomplete(String nas) {
    return Diagnostic.error(
        DiagnosticCode.PLAN_INCOMPLETE,
        "the plan was made while this login could not read all that it can read now; above is the"
            + " plan as it is now",
        new Location.OnNas(nas, null, null),
        "look at it and apply again");
  }

  /** Says that a NAS no longer is what the approved plan was made from, and shows what moved. */
  void report(Approval approved, Reading now, String hint) {
    run.log().applied(now.plan().nas(), Applied.Status.REFUSED, Optional.empty());
    ImmutableList<StateChange> moved = approved.moved(now.plan(), now.snapshot().live());
    if (!moved.isEmpty()) {
      run.output().moved(now.plan().nas(), moved);
    }
    run.output()
        .report(
            ImmutableList.of(
                Diagnostic.error(
                    DiagnosticCode.NAS_MOVED,
                    moved.isEmpty()
                        ? "the plan is another one now, although nothing that the NAS answers has"
                            + " changed: what the record or an earlier run says of it has; above is"
                            + " the plan as it is now"
                        : "the NAS has changed since the plan was made; above is the plan as it is"
                            + " now, and what has changed",
                    new Location.OnNas(now.plan().nas(), null, null),
                    hint)));
  }
}
