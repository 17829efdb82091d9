package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.plan.DriftView;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.report.PlanJsonRenderer;
import io.cloudsyncctl.report.PlanTextRenderer;
import io.cloudsyncctl.report.Verb;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that read each NAS and show how it differs from what is declared. */
abstract class PlanCommand implements Callable<Integer> {
  /** How a plan is shown. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return Words.lowerCase(this);
    }
  }

  @Mixin FileOptions files = new FileOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin RecordOption record = new RecordOption();
  @Mixin ColourOption colour = new ColourOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text (the default) or json.")
  Format format = Format.TEXT;

  private final Console console;

  PlanCommand(Console console) {
    this.console = console;
  }

  abstract Verb verb();

  abstract Plan view(Plan plan, SettingsRecord record);

  abstract boolean differenceIsAnExitCode();

  @Override
  public Integer call() {
    simulate.check();
    FleetWork.Input input = FleetWork.load(console, files, !simulate.isSet());
    List<ExitCode> codes = input.codes();
    boolean several = input.states().size() > 1;
    ImmutableList<NasOutcome<Plan>> outcomes;
    try (Progress progress = Progress.start(console, "reading", input.states().size())) {
      outcomes = FleetWork.run(input.states(), state -> progress.count(one(state, several)));
    }
    outcomes.forEach(outcome -> codes.add(code(outcome)));
    Reporter.reportFailed(console, outcomes);
    console.out().print(render(outcomes));
    console.out().flush();
    return ExitCode.worst(codes).number();
  }

  private Plan one(DesiredState desired, boolean several) {
    SettingsRecord known =
        record.keeper(desired.nas(), simulate.isSet(), several, console).current();
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console)) {
      return view(Reading.of(nas, desired, known).plan(), known);
    }
  }

  private ExitCode code(NasOutcome<Plan> outcome) {
    return switch (outcome) {
      case NasOutcome.Failed<Plan> failed -> ExitCode.of(failed.kind());
      case NasOutcome.Done<Plan> done ->
          differenceIsAnExitCode() && !done.value().inSync() ? ExitCode.DIFFERS : ExitCode.OK;
    };
  }

  private String render(ImmutableList<NasOutcome<Plan>> outcomes) {
    return switch (format) {
      case TEXT -> PlanTextRenderer.render(outcomes, colour.text(console, verb()));
      case JSON -> PlanJsonRenderer.render(outcomes, Version.number());
    };
  }

  /** {@code plan}. */
  @Command(
      name = "plan",
      description = "Show what apply would change. Only reads.",
      footer = {"", "Example: cloudsyncctl plan examples/office.yaml --simulate"})
  static final class ForApply extends PlanCommand {
    @Option(
        names = "--detailed-exitcode",
        description = "Exit with 2 where something differs, manual steps included.")
    boolean detailedExitCode;

    ForApply(Console console) {
      super(console);
    }

    @Override
    Verb verb() {
      return Verb.PLAN;
    }

    @Override
    Plan view(Plan plan, SettingsRecord record) {
      return plan;
    }

    @Override
    boolean differenceIsAnExitCode() {
      return detailedExitCode;
    }
  }

  /** {@code drift}. */
  @Command(
      name = "drift",
      description =
          "Show how each NAS differs from what is declared; exit with 2 where one does. Only"
              + " reads.",
      footer = {
        "",
        "Write-only settings are listed apart: one counts only where the record holds",
        "another value than is declared."
      })
  static final class ForDrift extends PlanCommand {
    ForDrift(Console console) {
      super(console);
    }

    @Override
    Verb verb() {
      return Verb.DRIFT;
    }

    @Override
    Plan view(Plan plan, SettingsRecord record) {
      return DriftView.of(plan, record);
    }

    @Override
    boolean differenceIsAnExitCode() {
      return true;
    }
  }
}
