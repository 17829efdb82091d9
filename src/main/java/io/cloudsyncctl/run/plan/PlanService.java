package io.cloudsyncctl.run.plan;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.PlanTextRenderer;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Shows what an apply would change, and saves that where it is asked for. */
public final class PlanService {
  private final RunContext run;

  public PlanService(RunContext run) {
    this.run = run;
  }

  public ExitCode plan(PlanRequest request) {
    RunInput input = RunInput.load(run, request.files());
    Comparison comparison =
        Comparison.show(
            run,
            input,
            request.planning(),
            UnaryOperator.identity(),
            FindingAssessor.byRecords(),
            request.limits(),
            Verb.PLAN);
    request.out().ifPresent(out -> save(out, comparison, request.planning()));
    return comparison.code(input, request.differenceIsAnExitCode());
  }

  /** Only a plan of all NAS is saved: what failed would silently be left out of the apply. */
  private void save(Path out, Comparison comparison, PlanningRequest planning) {
    List<Reading> done = new ArrayList<>();
    for (NasOutcome<Reading> outcome : comparison.readings()) {
      if (outcome instanceof NasOutcome.Done<Reading>(String _, Reading reading)) {
        done.add(reading);
      }
    }
    if (done.isEmpty() || done.size() < comparison.readings().size()) {
      run.output()
          .report(
              List.of(
                  Diagnostic.error(
                      DiagnosticCode.PLAN_NOT_SAVED,
                      "the plan was not saved, since not every NAS has one",
                      null,
                      "mend what failed, or leave that NAS out")));
      return;
    }
    String text = PlanTextRenderer.render(comparison.plans(), TextOptions.plain(Verb.PLAN));
    SavedPlan.write(out, done, text, planning, run);
    run.output().note("saved the plan in " + out);
  }
}
