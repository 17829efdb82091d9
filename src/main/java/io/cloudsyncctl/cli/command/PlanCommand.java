package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.run.FindingAssessor;
import io.cloudsyncctl.cli.run.FleetWork;
import io.cloudsyncctl.cli.run.Reading;
import io.cloudsyncctl.cli.run.SavedPlans;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Judged;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.PlanTextRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}. */
@Command(
    name = "plan",
    description = "Show what apply would change. Only reads.",
    footer = {"", "Example: cloudsyncctl plan examples/office.yaml --simulate"})
public final class PlanCommand extends ComparingCommand {
  @Mixin PlanningOptions planning = new PlanningOptions();

  @Option(
      names = "--detailed-exitcode",
      description = "Exit with 2 where something differs, manual steps included.")
  public boolean detailedExitCode;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Save the plan; apply FILE then carries out this and nothing else.")
  @Nullable Path out;

  public PlanCommand(Console console) {
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
  FindingAssessor judgement(FleetWork.Input input) {
    return FindingAssessor.byRecords();
  }

  @Override
  String text(ImmutableList<Judged> judged, TextOptions options) {
    return PlanTextRenderer.render(outcomes(judged), options);
  }

  /** Only a plan of all NAS is saved: what failed would silently be left out of the apply. */
  @Override
  void save(ImmutableList<NasOutcome<Reading>> readings, ImmutableList<NasOutcome<Plan>> outcomes) {
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
                  DiagnosticCode.PLAN_NOT_SAVED,
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
