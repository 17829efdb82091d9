package io.cloudsyncctl.run.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.OpenNas;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunInput;
import io.cloudsyncctl.run.TimeLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The NAS of a run as they are, compared with what is declared of them. They are only read.
 *
 * @param readings each NAS with its plan, or why there is none
 * @param assessed the same, with what there is to say of each difference
 */
public record Comparison(
    ImmutableList<NasOutcome<Reading>> readings, ImmutableList<NasOutcome<AssessedPlan>> assessed) {

  /**
   * Reads all NAS of a run at the same time, and shows how they differ.
   *
   * @param view the plan as it is to be seen
   */
  public static Comparison show(
      RunContext run,
      RunInput input,
      PlanningRequest planning,
      UnaryOperator<PlanPipeline> view,
      FindingAssessor assessor,
      TimeLimits limits,
      Verb verb) {
    ImmutableList<NasOutcome<Reading>> readings =
        FleetReading.read(
            run.output(),
            input.states(),
            Optional.empty(),
            desired -> {
              PlanPipeline pipeline = PlanPipeline.of(planning, desired, run.leftovers(desired));
              return read(run, desired, view.apply(pipeline), input.several(), limits);
            });
    run.output().reportFailed(readings);
    ImmutableList<NasOutcome<AssessedPlan>> assessed = assessor.assess(run.log(), readings);
    run.output().compared(assessed, verb);
    return new Comparison(readings, assessed);
  }

  private static Reading read(
      RunContext run,
      DesiredState desired,
      PlanPipeline pipeline,
      boolean several,
      TimeLimits limits) {
    run.state()
        .foreign(desired.nas(), several)
        .ifPresent(foreign -> run.output().report(List.of(unused(foreign))));
    SettingsRecord record = run.state().recorded(desired.nas(), several);
    try (OpenNas nas = run.nas().open(desired.nas(), limits)) {
      return Reading.of(nas, record, pipeline);
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

  /** The plans that were shown. */
  public ImmutableList<NasOutcome<Plan>> plans() {
    return FleetReading.plans(readings);
  }

  /** What the run ends with, the input included. */
  public ExitCode code(RunInput input, boolean differenceIsAnExitCode) {
    List<ExitCode> codes = input.codes();
    for (NasOutcome<AssessedPlan> outcome : assessed) {
      codes.add(
          switch (outcome) {
            case NasOutcome.Failed<AssessedPlan> failed -> ExitCode.of(failed.kind());
            case NasOutcome.Done<AssessedPlan>(String _, AssessedPlan plan) ->
                differenceIsAnExitCode && plan.findings().stream().anyMatch(Finding::counts)
                    ? ExitCode.DIFFERS
                    : ExitCode.OK;
          });
    }
    return ExitCode.worst(codes);
  }
}
