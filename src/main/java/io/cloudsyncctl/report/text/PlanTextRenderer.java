package io.cloudsyncctl.report.text;

import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.ChangeText;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.ObservationText;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.DisplayWidth;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.Style;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans as text for people: each NAS by itself, then what the run comes to. */
public final class PlanTextRenderer {
  private PlanTextRenderer() {}

  /** The whole text, its last line ended. A NAS that failed shows why, in its place. */
  public static String render(List<NasOutcome<Plan>> outcomes, TextOptions options) {
    Page page = new Page(options.width());
    for (NasOutcome<Plan> outcome : outcomes) {
      page.blank();
      addHeading(page, "NAS " + Escaper.escape(outcome.nas()));
      switch (outcome) {
        case NasOutcome.Done<Plan>(String _, Plan plan) ->
            addPlan(page, AssessedPlan.of(plan), options.verb());
        case NasOutcome.Failed<Plan> failed -> addFailure(page, failed);
      }
    }
    if (outcomes.size() > 1) {
      page.blank();
      Summary.addOfRun(
          page,
          outcomes.stream().map(outcome -> outcome.map(AssessedPlan::of)).toList(),
          options.verb());
    }
    return page.text(options.colour());
  }

  /** Underlined, so that it stands out without colour too. */
  static void addHeading(Page page, String heading) {
    page.add(Line.indented(0).add(heading, Style.HEADING));
    page.add(Line.indented(0).add("=".repeat(DisplayWidth.of(heading)), Style.HEADING));
    page.blank();
  }

  private static void addPlan(Page page, AssessedPlan assessed, Verb verb) {
    Plan plan = assessed.plan();
    if (verb == Verb.DRIFT && !plan.isEmpty()) {
      page.add(Line.indented(2).add("Settings: on the NAS → as declared", Style.MUTED));
    }
    addChanges(page, assessed.changes(), verb, false);
    addResting(page, plan);
    ObservationText.add(page, plan.observations());
    page.blank();
    Summary.addOf(page, assessed, verb);
  }

  /** Each change below its address, with notes on what was found where these say anything. */
  static void addChanges(Page page, List<AssessedChange> changes, Verb verb, boolean notes) {
    @Nullable Address last = null;
    for (AssessedChange change : changes) {
      if (!change.change().address().equals(last)) {
        last = change.change().address();
        page.blank();
        page.add(Line.indented(2).add(LabelText.address(last), Style.HEADING));
      }
      ChangeText.add(page, change, verb, notes);
    }
  }

  private static void addResting(Page page, Plan plan) {
    for (Plan.Resting resting : plan.resting()) {
      page.blank();
      page.paragraph(
          Line.indented(2),
          LabelText.address(resting.address())
              + " is paused while the risky changes are applied, and then resumed: "
              + Quantity.count(resting.tasks().size(), "task")
              + (resting.tasks().size() == 1 ? " is" : " are")
              + " paused during the change",
          Style.NOTICE);
    }
  }

  static void addFailure(Page page, NasOutcome.Failed<?> failed) {
    page.paragraph(
        Line.indented(0).add("Failed: ", Style.ATTENTION),
        Escaper.escape(failed.nas()) + " " + consequence(failed.kind()) + codes(failed),
        Style.PLAIN);
  }

  /** Why stands on standard error; the codes lead there. */
  private static String codes(NasOutcome.Failed<?> failed) {
    return failed.diagnostics().stream()
        .map(one -> one.code().id())
        .distinct()
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String consequence(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE -> "could not be reached or refused the login.";
      case BAD_INPUT -> "has no plan: fix the errors of its input first.";
      case FAILED, REFUSED, PARTLY_APPLIED, USAGE -> "has no plan: nothing is known of it.";
    };
  }
}
