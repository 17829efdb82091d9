package io.cloudsyncctl.report.text;

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
import io.cloudsyncctl.report.wording.Style;
import io.cloudsyncctl.report.wording.Summary;
import io.cloudsyncctl.report.wording.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans as text for people: each NAS by itself, then what the run comes to. */
public final class PlanTextRenderer {
  private PlanTextRenderer() {}

  /** The whole text, its last line ended. A NAS that failed shows why, in its place. */
  public static String render(List<NasOutcome<Plan>> outcomes, TextOptions options) {
    Page page = new Page(options.width());
    List<NasOutcome<AssessedPlan>> assessed =
        outcomes.stream().map(outcome -> outcome.map(AssessedPlan::of)).toList();
    Verb verb = options.verb();
    for (NasOutcome<AssessedPlan> outcome : assessed) {
      page.blank();
      addHeading(page, "NAS " + Escaper.escape(outcome.nas()));
      outcome.result().ifPresent(plan -> addPlan(page, plan, verb));
      addSummary(page, Summary.of(outcome, verb, Optional.empty()));
    }
    addRun(page, Summary.ofRun(assessed, verb, Optional.empty()));
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
    addChanges(page, assessed.changes(), verb, false);
    addResting(page, plan);
    ObservationText.add(page, plan.observations());
    page.blank();
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
          LabelText.address(resting.address()) + " " + Wording.resting(resting),
          Style.NOTICE);
    }
  }

  static void addRun(Page page, List<Summary.Sentence> sentences) {
    if (!sentences.isEmpty()) {
      page.blank();
      addSummary(page, sentences);
    }
  }

  static void addSummary(Page page, List<Summary.Sentence> sentences) {
    for (Summary.Sentence one : sentences) {
      Line line = Line.indented(0);
      if (one.label().isEmpty()) {
        page.paragraph(line, one.words(), one.style());
      } else {
        page.paragraph(line.add(one.label() + ": ", one.style()), one.words(), Style.PLAIN);
      }
    }
  }
}
