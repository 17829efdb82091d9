package io.cloudsyncctl.cli.output;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.ApplyListener;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.ConsoleProgress;
import io.cloudsyncctl.cli.console.Prompt;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.console.Version;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.json.PlanJsonRenderer;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.ApplyTextRenderer;
import io.cloudsyncctl.report.text.DriftTextRenderer;
import io.cloudsyncctl.report.text.PlanTextRenderer;
import io.cloudsyncctl.report.text.StateChangeText;
import io.cloudsyncctl.run.RunOutput;
import java.util.List;

/**
 * Tells a run to the console: results on standard output, all else on standard error.
 *
 * @param format how {@code plan} and {@code drift} show what was found
 * @param showsComparison whether they do: a report may have standard output for itself
 */
public record ConsoleOutput(
    Console console, ColourOption colour, ResultFormat format, boolean showsComparison)
    implements RunOutput {

  @Override
  public void report(List<Diagnostic> diagnostics) {
    Reporter.report(console, diagnostics);
  }

  @Override
  public void note(String sentence) {
    console.err().println(sentence);
    console.err().flush();
  }

  @Override
  public void defect(RuntimeException defect) {
    console.defects().report(console, defect);
  }

  @Override
  public void compared(ImmutableList<NasOutcome<AssessedPlan>> assessed, Verb verb) {
    if (!showsComparison) {
      return;
    }
    ImmutableList<NasOutcome<Plan>> plans =
        assessed.stream()
            .map(outcome -> outcome.map(AssessedPlan::plan))
            .collect(ImmutableList.toImmutableList());
    print(
        switch (format) {
          case JSON -> PlanJsonRenderer.render(plans, Version.number());
          case TEXT ->
              verb == Verb.DRIFT
                  ? DriftTextRenderer.render(assessed, console.log().baseline(), text(verb))
                  : PlanTextRenderer.render(plans, text(verb));
        });
  }

  @Override
  public void plans(ImmutableList<NasOutcome<Plan>> plans, Verb verb) {
    print(PlanTextRenderer.render(plans, text(verb)));
  }

  @Override
  public void plannedAnew(Plan plan, Verb verb) {
    console.out().println();
    plans(ImmutableList.of(new NasOutcome.Done<>(plan.nas(), plan)), verb);
  }

  @Override
  public void moved(String nas, ImmutableList<StateChange> moved) {
    print(StateChangeText.onNas(nas, moved, text(Verb.APPLY)));
  }

  @Override
  public void declaredOtherwise(String nas, ImmutableList<StateChange> otherwise) {
    print(StateChangeText.declared(nas, otherwise, text(Verb.APPLY)));
  }

  @Override
  public ApplyListener listener(Verb verb) {
    return new ApplyProgress(console, text(verb));
  }

  @Override
  public void applied(ApplyResult result, Verb verb) {
    print(ApplyTextRenderer.result(result, text(verb)));
  }

  @Override
  public void rehearsed(ApplyResult result) {
    print(ApplyTextRenderer.rehearsal(result, text(Verb.DRY_RUN)));
  }

  @Override
  public boolean interactive() {
    return console.interactive();
  }

  @Override
  public boolean confirmed(String question) {
    return Prompt.confirmed(console, question);
  }

  @Override
  public Progress progress(String doing, int total) {
    return ConsoleProgress.start(console, doing, total);
  }

  private void print(String text) {
    console.out().print(text);
    console.out().flush();
  }

  private TextOptions text(Verb verb) {
    return colour.text(console, verb);
  }
}
