package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.plan.DriftView;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.report.DriftTextRenderer;
import io.cloudsyncctl.report.Judged;
import io.cloudsyncctl.report.PlanJsonRenderer;
import io.cloudsyncctl.report.PlanTextRenderer;
import io.cloudsyncctl.report.TextOptions;
import io.cloudsyncctl.report.Verb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  @Mixin StateOptions record = new StateOptions();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin ReportOptions reports = new ReportOptions();
  @Mixin TimeoutOption timeout = new TimeoutOption();

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

  Console console() {
    return console;
  }

  abstract Verb verb();

  abstract Plan view(Plan plan, SettingsRecord record);

  abstract boolean differenceIsAnExitCode();

  abstract PlanningOptions planning();

  @Override
  public Integer call() {
    simulate.check();
    reports.check(read(), written());
    return reports
        .around(console, verb(), files, () -> record.told(simulate.isSet(), console), this::run)
        .number();
  }

  /** The files that are read. */
  List<Path> read() {
    return files.files;
  }

  /** What is written beside reports; null for nothing. */
  @Nullable Path written() {
    return null;
  }

  private ExitCode run() {
    FleetWork.Input input = FleetWork.load(console, files, !simulate.isSet());
    List<ExitCode> codes = input.codes();
    Judgement judgement = judgement(input);
    boolean several = input.states().size() > 1;
    TimeLimits limits = timeout.reading();
    ImmutableList<NasOutcome<Reading>> readings =
        FleetReading.read(
            console,
            input.states(),
            ImmutableListMultimap.of(),
            desired -> one(desired, several, limits));
    ImmutableList<NasOutcome<Plan>> outcomes =
        FleetReading.map(readings, reading -> view(reading.plan(), reading.record()));
    Reporter.reportFailed(console, outcomes);
    ImmutableList<Judged> judged = log(console, judgement, readings, outcomes);
    judged.forEach(one -> codes.add(code(one)));
    if (reports.leaveStandardOutput()) {
      console.out().print(render(judged));
      console.out().flush();
    }
    judgement.reportIgnores(console, outcomes);
    save(readings, outcomes);
    return ExitCode.worst(codes);
  }

  /** Puts what was found into the log of the run, for its reports. */
  static ImmutableList<Judged> log(
      Console console,
      Judgement judgement,
      List<NasOutcome<Reading>> readings,
      List<NasOutcome<Plan>> outcomes) {
    judgement.noteBaseline(console, readings);
    if (judgement.unmanaged()) {
      console.log().countUndeclared();
    }
    ImmutableList.Builder<Judged> all = ImmutableList.builder();
    for (int i = 0; i < outcomes.size(); i++) {
      ImmutableList<Finding> findings =
          readings.get(i) instanceof NasOutcome.Done<Reading>(String _, Reading reading)
                  && outcomes.get(i) instanceof NasOutcome.Done<Plan>(String _, Plan plan)
              ? judgement.findings(reading.desired(), reading.record(), plan)
              : ImmutableList.of();
      console.log().planned(outcomes.get(i), findings);
      all.add(new Judged(outcomes.get(i), findings));
    }
    return all.build();
  }

  /** What is to be said of the differences. */
  abstract Judgement judgement(FleetWork.Input input);

  private Reading one(DesiredState desired, boolean several, TimeLimits limits) {
    record
        .foreign(desired.nas(), simulate.isSet(), several, console)
        .ifPresent(foreign -> Reporter.report(console, ImmutableList.of(unused(foreign))));
    SettingsRecord known = record.recorded(desired.nas(), simulate.isSet(), several, console);
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console, limits)) {
      return Reading.of(
          nas,
          known,
          new RunPlanner(
              planning().planner(desired),
              desired,
              record.leftovers(desired.nas(), simulate.isSet(), console)));
    }
  }

  /** A plan of a NAS whose record is that of another one goes without. */
  private static Diagnostic unused(Diagnostic foreign) {
    return Diagnostic.warning(
        foreign.code(),
        foreign.message() + ": nothing of it is used, and apply will refuse it",
        foreign.location(),
        foreign.hint());
  }

  /** Does something else with what was read. */
  void save(
      ImmutableList<NasOutcome<Reading>> readings, ImmutableList<NasOutcome<Plan>> outcomes) {}

  private ExitCode code(Judged judged) {
    return switch (judged.outcome()) {
      case NasOutcome.Failed<Plan> failed -> ExitCode.of(failed.kind());
      case NasOutcome.Done<Plan> _ ->
          differenceIsAnExitCode() && judged.findings().stream().anyMatch(Finding::counts)
              ? ExitCode.DIFFERS
              : ExitCode.OK;
    };
  }

  private String render(ImmutableList<Judged> judged) {
    return switch (format) {
      case TEXT -> text(judged, colour.text(console, verb()));
      case JSON -> PlanJsonRenderer.render(outcomes(judged), Version.number());
    };
  }

  /** The text for people. */
  abstract String text(ImmutableList<Judged> judged, TextOptions options);

  static ImmutableList<NasOutcome<Plan>> outcomes(ImmutableList<Judged> judged) {
    return judged.stream().map(Judged::outcome).collect(ImmutableList.toImmutableList());
  }

  /** {@code plan}. */
  @Command(
      name = "plan",
      description = "Show what apply would change. Only reads.",
      footer = {"", "Example: cloudsyncctl plan examples/office.yaml --simulate"})
  static final class ForApply extends PlanCommand {
    @Mixin PlanningOptions planning = new PlanningOptions();

    @Option(
        names = "--detailed-exitcode",
        description = "Exit with 2 where something differs, manual steps included.")
    boolean detailedExitCode;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Save the plan; apply FILE then carries out this and nothing else.")
    @Nullable Path out;

    ForApply(Console console) {
      super(console);
    }

    @Override
    Verb verb() {
      return Verb.PLAN;
    }

    @Override
    PlanningOptions planning() {
      return planning;
    }

    @Override
    Plan view(Plan plan, SettingsRecord record) {
      return plan;
    }

    @Override
    boolean differenceIsAnExitCode() {
      return detailedExitCode;
    }

    @Override
    @Nullable Path written() {
      return out;
    }

    @Override
    Judgement judgement(FleetWork.Input input) {
      return Judgement.byRecords();
    }

    @Override
    String text(ImmutableList<Judged> judged, TextOptions options) {
      return PlanTextRenderer.render(outcomes(judged), options);
    }

    /** Only a plan of all NAS is saved: what failed would silently be left out of the apply. */
    @Override
    void save(
        ImmutableList<NasOutcome<Reading>> readings, ImmutableList<NasOutcome<Plan>> outcomes) {
      List<Reading> done = new ArrayList<>();
      for (NasOutcome<Reading> outcome : readings) {
        if (outcome instanceof NasOutcome.Done<Reading>(String _, Reading reading)) {
          done.add(reading);
        }
      }
      if (out == null) {
        return;
      }
      if (done.isEmpty() || done.size() < readings.size()) {
        Reporter.report(
            console(),
            ImmutableList.of(
                Diagnostic.error(
                    "plan-not-saved",
                    "the plan was not saved, since not every NAS has one",
                    null,
                    "mend what failed, or leave that NAS out")));
        return;
      }
      String text = PlanTextRenderer.render(outcomes, TextOptions.plain(Verb.PLAN));
      SavedPlans.write(out, done, text, planning, simulate.isSet());
      console().err().println("saved the plan in " + out);
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
    @Mixin DriftOptions drift = new DriftOptions();

    ForDrift(Console console) {
      super(console);
    }

    @Override
    Verb verb() {
      return Verb.DRIFT;
    }

    @Override
    List<Path> read() {
      List<Path> all = new ArrayList<>(files.files);
      if (drift.ignoreFile != null) {
        all.add(drift.ignoreFile);
      }
      return all;
    }

    /** Nothing is pruned and nothing rests: drift only says what differs. */
    @Override
    PlanningOptions planning() {
      return new PlanningOptions();
    }

    @Override
    Judgement judgement(FleetWork.Input input) {
      return drift.judgement(console(), files, input.states());
    }

    @Override
    String text(ImmutableList<Judged> judged, TextOptions options) {
      return DriftTextRenderer.render(judged, console().log().baseline(), options);
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
