package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.match.KnownConnections;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunOutput;
import io.cloudsyncctl.state.RecordKeeper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes in the record what is declared, once a NAS is as declared: the baseline of drift. */
final class BaselineKeeper {
  private BaselineKeeper() {}

  /**
   * Notes it. That it cannot be noted fails no apply: drift then cannot say whose a difference is.
   *
   * @param live the NAS as it is by now
   * @param remaining what a new plan says; nothing is noted where it would still change something
   * @return the record; empty where all was noted already or could not be
   */
  static Optional<SettingsRecord> remember(
      RunContext run, RecordKeeper keeper, DesiredState desired, LiveState live, Plan remaining) {
    if (!converged(remaining)) {
      return Optional.empty();
    }
    try {
      return keeper.declared(
          Declaration.of(desired),
          unsettled(remaining),
          KnownConnections.of(desired, live, keeper.current().known()),
          run.clock().instant());
    } catch (UncheckedIOException e) {
      notKept(run.output(), desired, String.valueOf(e.getMessage()));
    } catch (DiagnosticException e) {
      notKept(run.output(), desired, e.diagnostics().getFirst().message());
    }
    return Optional.empty();
  }

  /** Whether there is anything to note that is not noted already. */
  static boolean isNews(RecordKeeper keeper, DesiredState desired, LiveState live, Plan remaining) {
    return converged(remaining)
        && keeper.isNews(
            Declaration.of(desired),
            unsettled(remaining),
            KnownConnections.of(desired, live, keeper.current().known()));
  }

  private static boolean converged(Plan remaining) {
    return remaining.changes().stream().allMatch(change -> change instanceof Change.Manual);
  }

  /** What is left to a person, and what nobody can see. */
  private static List<Address> unsettled(Plan remaining) {
    List<Address> unsettled = new ArrayList<>();
    remaining.changes().forEach(change -> unsettled.add(change.address()));
    for (Observation observation : remaining.observations()) {
      if (observation instanceof Observation.Unreadable unreadable) {
        unsettled.add(unreadable.address());
      }
    }
    return unsettled;
  }

  /** Says that it could not be noted. */
  static void notKept(RunOutput output, DesiredState desired, String why) {
    output.report(
        ImmutableList.of(
            Diagnostic.warning(
                DiagnosticCode.BASELINE_NOT_KEPT,
                "what is declared could not be noted in the record: " + why,
                new Location.OnNas(desired.nas().name(), null, null),
                "the NAS is as declared; only drift without --baseline cannot say whose a"
                    + " difference is")));
  }
}
