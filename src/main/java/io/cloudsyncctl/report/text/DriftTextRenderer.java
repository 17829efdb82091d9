package io.cloudsyncctl.report.text;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.report.format.FindingText;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.ObservationText;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Style;
import io.cloudsyncctl.report.wording.Summary;
import java.util.List;
import java.util.Optional;

/** Drift as text for people: each NAS by itself, whose each difference is, what is ignored. */
public final class DriftTextRenderer {
  private static final int INDENT = 4;

  private final Page page;
  private final Optional<String> baseline;

  private DriftTextRenderer(Page page, Optional<String> baseline) {
    this.page = page;
    this.baseline = baseline;
  }

  /**
   * The whole text, its last line ended.
   *
   * @param baseline with what the declaration was compared, in words
   */
  public static String render(
      List<NasOutcome<AssessedPlan>> all, Optional<String> baseline, TextOptions options) {
    Page page = new Page(options.width());
    DriftTextRenderer renderer = new DriftTextRenderer(page, baseline);
    for (NasOutcome<AssessedPlan> one : all) {
      page.blank();
      PlanTextRenderer.addHeading(page, "NAS " + Escaper.escape(one.nas()));
      one.result().ifPresent(renderer::addNas);
      PlanTextRenderer.addSummary(page, Summary.of(one, Verb.DRIFT, baseline));
    }
    PlanTextRenderer.addRun(page, Summary.ofRun(all, Verb.DRIFT, baseline));
    return page.text(options.colour());
  }

  private void addNas(AssessedPlan plan) {
    ImmutableList<Finding> findings = plan.findings();
    AssessedPlan counting = plan.counting();
    boolean notes = FindingText.isKnown(findings);
    if (!plan.changes().isEmpty()) {
      page.add(Line.indented(2).add("Settings: on the NAS → as declared", Style.MUTED));
    }
    if (baseline.isPresent() && !findings.isEmpty()) {
      page.paragraph(
          Line.indented(2).add("Baseline: ", Style.MUTED),
          Escaper.escape(baseline.get()),
          Style.MUTED);
    }
    PlanTextRenderer.addChanges(page, counting.changes(), Verb.DRIFT, notes);
    if (!counting.undeclared().isEmpty()) {
      page.blank();
      page.add(Line.indented(2).add("Not declared, but on the NAS:", Style.ATTENTION));
      addUndeclared(INDENT, counting, notes);
    }
    ObservationText.add(
        page,
        counting.observations().stream()
            .filter(one -> one.finding().isEmpty() || isUnseen(one))
            .map(AssessedPlan.Observed::observation)
            .toList());
    addIgnored(plan.ignored());
    page.blank();
  }

  private static boolean isUnseen(AssessedPlan.Observed one) {
    return one.observation() instanceof Observation.Unreadable;
  }

  private void addUndeclared(int indent, AssessedPlan plan, boolean notes) {
    for (Finding finding : plan.undeclared()) {
      page.add(Line.indented(indent).add(LabelText.address(finding.difference().address())));
      if (notes) {
        FindingText.add(page, indent + 2, finding);
      }
    }
  }

  /** That it is ignored stands below each. */
  private void addIgnored(AssessedPlan ignored) {
    if (ignored.findings().isEmpty()) {
      return;
    }
    page.blank();
    page.add(Line.indented(0).add("Ignored, so not counted:", Style.NOTICE));
    PlanTextRenderer.addChanges(page, ignored.changes(), Verb.DRIFT, true);
    if (!ignored.undeclared().isEmpty()) {
      page.blank();
      addUndeclared(2, ignored, true);
    }
    ignored.observations().stream()
        .filter(DriftTextRenderer::isUnseen)
        .forEach(one -> {
          page.blank();
          page.add(
              Line.indented(2)
                  .add(LabelText.address(one.observation().address()))
                  .add(" (not readable)", Style.MUTED));
          one.finding().ifPresent(finding -> FindingText.add(page, INDENT, finding));
        });
  }
}
