package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.run.FindingAssessor;
import io.cloudsyncctl.cli.run.FleetWork;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.DriftView;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Judged;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.DriftTextRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
public final class DriftCommand extends ComparingCommand {
  @Mixin DriftOptions drift = new DriftOptions();

  public DriftCommand(Console console) {
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
  FindingAssessor judgement(FleetWork.Input input) {
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
