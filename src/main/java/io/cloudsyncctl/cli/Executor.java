package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.ApplyResult;
import io.cloudsyncctl.apply.ApplyRun;
import io.cloudsyncctl.apply.OperationSequencer;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.report.ApplyTextRenderer;
import io.cloudsyncctl.report.PlanTextRenderer;
import io.cloudsyncctl.report.TextOptions;
import io.cloudsyncctl.report.Verb;
import io.cloudsyncctl.state.RecordKeeper;

/** Reads a NAS for an apply, and carries out or rehearses what was approved. */
final class Executor {
  private final Console console;
  private final SimulateOption simulate;
  private final RecordOption record;
  private final PruneOption prune;
  private final ConsentOptions consent;
  private final ColourOption colour;
  private final boolean yes;
  private final boolean several;

  Executor(
      Console console,
      SimulateOption simulate,
      RecordOption record,
      PruneOption prune,
      ConsentOptions consent,
      ColourOption colour,
      boolean yes,
      int nasInRun) {
    this.console = console;
    this.simulate = simulate;
    this.record = record;
    this.prune = prune;
    this.consent = consent;
    this.colour = colour;
    this.yes = yes;
    this.several = nasInRun > 1;
  }

  /** One look at a NAS. */
  Reading read(DesiredState desired) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console)) {
      return Reading.of(nas, desired, keeper(desired).current(), prune);
    }
  }

  /**
   * Makes exactly what was approved: the NAS is read again, and where that leads to other operations
   * nothing is written.
   */
  ExitCode apply(DesiredState desired, Plan approved) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console)) {
      RecordKeeper keeper = keeper(desired);
      Reading now = Reading.of(nas, desired, keeper.current(), prune);
      if (!OperationSequencer.sequence(now.plan())
          .equals(OperationSequencer.sequence(approved))) {
        return moved(now);
      }
      ApplyRun run =
          new ApplyRun(
              nas.session(),
              keeper,
              console.clock(),
              (more, _) -> approves(more, now),
              new ApplyProgress(console, text(Verb.APPLY)));
      return finish(run.apply(desired, approved));
    } catch (DiagnosticException e) {
      Reporter.report(console, e.diagnostics());
      return ExitCode.of(e.kind());
    } catch (DsmException e) {
      Reporter.report(console, ImmutableList.of(e.diagnostic()));
      return ExitCode.of(e.kind());
    }
  }

  /** Carries a plan out on a twin of the NAS. */
  ExitCode rehearse(Reading reading) {
    ApplyResult result = Rehearsal.run(reading, console);
    console.out().print(ApplyTextRenderer.rehearsal(result, text(Verb.DRY_RUN)));
    console.out().flush();
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> ExitCode.OK;
      case MANUAL_STEPS_REMAIN -> ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED, PARTLY_APPLIED -> ExitCode.FAILED;
    };
  }

  private RecordKeeper keeper(DesiredState desired) {
    return record.keeper(desired.nas(), simulate.isSet(), several, console);
  }

  /** What only shows once the administrator's view is on was in no plan that anybody saw. */
  private boolean approves(Plan more, Reading now) {
    console.out().println();
    show(more);
    Guard guard =
        new Guard(console, consent.consent(console), ImmutableList.of(now.with(more)));
    return !guard.refuses(more, now.desired(), now.snapshot().live())
        && (yes || Prompt.confirmed(console, "Apply these changes as well?"));
  }

  private ExitCode finish(ApplyResult result) {
    console.out().print(ApplyTextRenderer.result(result, text(Verb.APPLY)));
    console.out().flush();
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> ExitCode.OK;
      case MANUAL_STEPS_REMAIN -> ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED -> result.moved() ? ExitCode.REFUSED : ExitCode.FAILED;
      case PARTLY_APPLIED -> ExitCode.PARTLY_APPLIED;
    };
  }

  private ExitCode moved(Reading now) {
    show(now.plan());
    Reporter.report(
        console,
        ImmutableList.of(
            Diagnostic.error(
                "nas-moved",
                "the NAS has changed since the plan was shown; above is the plan as it is now",
                new Location.OnNas(now.plan().nas(), null, null),
                "look at it and run apply again")));
    return ExitCode.REFUSED;
  }

  private void show(Plan plan) {
    console
        .out()
        .print(
            PlanTextRenderer.render(
                ImmutableList.of(new NasOutcome.Done<>(plan.nas(), plan)), text(Verb.APPLY)));
    console.out().flush();
  }

  private TextOptions text(Verb verb) {
    return colour.text(console, verb);
  }
}
