package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.console.TimeLimits;
import io.cloudsyncctl.cli.console.Version;
import io.cloudsyncctl.cli.console.Words;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.cli.option.TimeoutOption;
import io.cloudsyncctl.cli.output.ReportOptions;
import io.cloudsyncctl.cli.run.FindingAssessor;
import io.cloudsyncctl.cli.run.FleetReading;
import io.cloudsyncctl.cli.run.FleetWork;
import io.cloudsyncctl.cli.run.OpenNas;
import io.cloudsyncctl.cli.run.Reading;
import io.cloudsyncctl.cli.run.RunPlanner;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.json.PlanJsonRenderer;
import io.cloudsyncctl.report.model.Judged;
import io.cloudsyncctl.report.model.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that read each NAS and show how it differs from what is declared. */
public abstract class ComparingCommand implements Callable<Integer> {
  /** How a plan is shown. */
  public enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return Words.lowerCase(this);
    }
  }

  @Mixin public FileOptions files = new FileOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin public StateOptions record = new StateOptions();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin ReportOptions reports = new ReportOptions();
  @Mixin TimeoutOption timeout = new TimeoutOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text (the default) or json.")
  public Format format = Format.TEXT;

  private final Console console;

  public ComparingCommand(Console console) {
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
    FindingAssessor judgement = judgement(input);
    boolean several = input.states().size() > 1;
    TimeLimits limits = timeout.reading();
    ImmutableList<NasOutcome<Reading>> readings =
        FleetReading.read(
            console, input.states(), Optional.empty(), desired -> one(desired, several, limits));
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
      FindingAssessor judgement,
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
  abstract FindingAssessor judgement(FleetWork.Input input);

  private Reading one(DesiredState desired, boolean several, TimeLimits limits) {
    record
        .foreign(desired.nas(), simulate.isSet(), several, console)
        .ifPresent(foreign -> Reporter.report(console, ImmutableList.of(unused(foreign))));
    SettingsRecord known = record.recorded(desired.nas(), simulate.isSet(), several, console);
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console, limits)) {
      return Reading.of(
          nas,
          known,
          RunPlanner.of(
              planning(), desired, record.leftovers(desired.nas(), simulate.isSet(), console)));
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
}
