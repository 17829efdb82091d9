package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.ApplyResult;
import io.cloudsyncctl.apply.ApplyRun;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.plan.SafetyPolicy;
import io.cloudsyncctl.report.ApplyTextRenderer;
import io.cloudsyncctl.report.PlanTextRenderer;
import io.cloudsyncctl.report.Verb;
import io.cloudsyncctl.state.RecordKeeper;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code apply}. */
@Command(
    name = "apply",
    description = "Make each NAS as it is declared, after showing the plan and asking.",
    footer = {
      "",
      "Changes that may delete files or remove tasks are refused (exit code 3) unless",
      "--allow-dangerous is given; what is declared with protect: true is refused all the same."
    })
final class ApplyCommand implements Callable<Integer> {
  @Mixin FileOptions files = new FileOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin RecordOption record = new RecordOption();
  @Mixin ColourOption colour = new ColourOption();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Option(
      names = "--dry-run",
      description =
          "Rehearse: apply to a simulated twin of the NAS and plan again. The NAS is only read.")
  boolean dryRun;

  @Option(
      names = "--allow-dangerous",
      description = "Also make changes that may delete files or remove connections and tasks.")
  boolean allowDangerous;

  private final Console console;

  ApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    simulate.check();
    FleetWork.Input input = FleetWork.load(console, files, !simulate.isSet());
    if (!dryRun && !yes && !console.interactive()) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              "consent-needed",
              "there is no terminal to ask on",
              null,
              "look at the plan first, then run apply with --yes; or rehearse with --dry-run"));
    }
    List<ExitCode> codes = input.codes();
    boolean several = input.states().size() > 1;
    for (DesiredState desired : input.states()) {
      try {
        codes.add(one(desired, several));
      } catch (DiagnosticException e) {
        codes.add(failed(desired, e.kind(), e.diagnostics()));
      } catch (DsmException e) {
        codes.add(failed(desired, e.kind(), ImmutableList.of(e.diagnostic())));
      }
    }
    return ExitCode.worst(codes).number();
  }

  private ExitCode one(DesiredState desired, boolean several) {
    RecordKeeper keeper = record.keeper(desired.nas(), simulate.isSet(), several, console);
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console)) {
      Reading reading = Reading.of(nas, desired, keeper.current());
      show(new NasOutcome.Done<>(desired.nas().name(), reading.plan()));
      ImmutableList<SafetyPolicy.Refusal> refusals =
          SafetyPolicy.refusals(reading.plan(), desired, allowDangerous);
      if (dryRun) {
        ExitCode rehearsed = rehearse(reading);
        return refusals.isEmpty() ? rehearsed : refuse(refusals);
      }
      if (!refusals.isEmpty()) {
        return refuse(refusals);
      }
      if (!somethingToDo(reading.plan())) {
        return reading.plan().isEmpty() ? ExitCode.OK : ExitCode.MANUAL_STEPS_REMAIN;
      }
      if (!yes) {
        if (!Prompt.confirmed(console, "Apply these changes to " + desired.nas().name() + "?")) {
          console.err().println("Nothing was changed.");
          return ExitCode.FAILED;
        }
        Plan now = Reading.of(nas, desired, keeper.current()).plan();
        if (!now.equals(reading.plan())) {
          return moved(desired, now);
        }
      }
      return finish(run(nas, keeper).apply(desired, reading.plan()));
    }
  }

  private ApplyRun run(OpenNas nas, RecordKeeper keeper) {
    return new ApplyRun(
        nas.session(),
        keeper,
        console.clock(),
        this::approves,
        new ApplyProgress(console, colour.text(console, Verb.APPLY)));
  }

  /** What only shows once the administrator's view is on was in no plan that anybody saw. */
  private boolean approves(Plan more, DesiredState desired) {
    console.out().println();
    show(new NasOutcome.Done<>(more.nas(), more));
    ImmutableList<SafetyPolicy.Refusal> refusals =
        SafetyPolicy.refusals(more, desired, allowDangerous);
    if (!refusals.isEmpty()) {
      explain(refusals);
      return false;
    }
    return yes || Prompt.confirmed(console, "Apply these changes as well?");
  }

  private ExitCode rehearse(Reading reading) {
    ApplyResult result = Rehearsal.run(reading, console);
    console.out().print(ApplyTextRenderer.rehearsal(result, colour.text(console, Verb.DRY_RUN)));
    console.out().flush();
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> ExitCode.OK;
      case MANUAL_STEPS_REMAIN -> ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED, PARTLY_APPLIED -> ExitCode.FAILED;
    };
  }

  private ExitCode finish(ApplyResult result) {
    console.out().print(ApplyTextRenderer.result(result, colour.text(console, Verb.APPLY)));
    console.out().flush();
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> ExitCode.OK;
      case MANUAL_STEPS_REMAIN -> ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED -> result.moved() ? ExitCode.REFUSED : ExitCode.FAILED;
      case PARTLY_APPLIED -> ExitCode.PARTLY_APPLIED;
    };
  }

  private static boolean somethingToDo(Plan plan) {
    return plan.changes().stream().anyMatch(change -> !(change instanceof Change.Manual));
  }

  private ExitCode refuse(ImmutableList<SafetyPolicy.Refusal> refusals) {
    explain(refusals);
    console.err().println("Nothing was changed.");
    return ExitCode.REFUSED;
  }

  private void explain(ImmutableList<SafetyPolicy.Refusal> refusals) {
    Reporter.report(
        console,
        refusals.stream()
            .map(refusal ->
                Diagnostic.error(
                    refusal.code(),
                    refusal.change().address().text() + ": " + refusal.reason(),
                    refusal.change().at(),
                    refusal.override()))
            .toList());
  }

  private ExitCode moved(DesiredState desired, Plan now) {
    show(new NasOutcome.Done<>(now.nas(), now));
    Reporter.report(
        console,
        ImmutableList.of(
            Diagnostic.error(
                "nas-moved",
                "the NAS has changed since the plan was shown; above is the plan as it is now",
                new Location.OnNas(desired.nas().name(), null, null),
                "look at it and run apply again")));
    return ExitCode.REFUSED;
  }

  private ExitCode failed(
      DesiredState desired, FailureKind kind, ImmutableList<Diagnostic> diagnostics) {
    NasOutcome<Plan> outcome = new NasOutcome.Failed<>(desired.nas().name(), kind, diagnostics);
    show(outcome);
    Reporter.reportFailed(console, ImmutableList.of(outcome));
    return ExitCode.of(kind);
  }

  private void show(NasOutcome<Plan> outcome) {
    Verb verb = dryRun ? Verb.DRY_RUN : Verb.APPLY;
    console
        .out()
        .print(PlanTextRenderer.render(ImmutableList.of(outcome), colour.text(console, verb)));
    console.out().flush();
  }
}
