package io.cloudsyncctl.cli.run;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.apply.verify.LostPermissions;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.StateChangeText;
import java.util.Optional;

/** Tells that a NAS, or what can be seen of it, is no longer what was approved. */
public final class StalePlanReporter {
  private final RunContext execution;
  private final Console console;

  public StalePlanReporter(RunContext execution) {
    this.execution = execution;
    this.console = execution.console();
  }

  /** The NAS leads to another plan: it has changed, or this login no longer sees all of it. */
  public ExitCode tell(Reading approved, Reading now, Verb verb) {
    String nas = now.plan().nas();
    LiveState approvedSeen = approved.snapshot().live();
    LiveState seen = now.snapshot().live();
    ImmutableList<Diagnostic> lost = LostPermissions.of(nas, approvedSeen, seen);
    if (!lost.isEmpty()) {
      console.log().applied(nas, Applied.Status.FAILED, Optional.empty());
      Reporter.report(console, lost);
      console.err().println("Nothing was changed on " + nas + ".");
      return ExitCode.FAILED;
    }
    console.out().println();
    execution.show(now.plan(), verb);
    if (LostPermissions.of(nas, seen, approvedSeen).isEmpty()) {
      report(approved.approval(), now, "look at it and " + verb.command() + " again");
    } else {
      Reporter.report(console, ImmutableList.of(incomplete(nas)));
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
  public void report(Approval approved, Reading now, String hint) {
    console.log().applied(now.plan().nas(), Applied.Status.REFUSED, Optional.empty());
    ImmutableList<StateChange> moved = approved.moved(now.plan(), now.snapshot().live());
    if (!moved.isEmpty()) {
      execution.print(StateChangeText.onNas(now.plan().nas(), moved, execution.text(Verb.APPLY)));
    }
    Reporter.report(
        console,
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
