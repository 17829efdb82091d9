package io.cloudsyncctl.report.text;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.FindingText;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.ObservationText;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Style;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
      switch (one) {
        case NasOutcome.Done<AssessedPlan>(String _, AssessedPlan plan) ->
            renderer.addNas(plan, Totals.of(List.of(one), Verb.DRIFT));
        case NasOutcome.Failed<AssessedPlan> failed -> PlanTextRenderer.addFailure(page, failed);
      }
    }
    if (all.size() > 1) {
      page.blank();
      Summary.addOfRun(page, all, Verb.DRIFT);
      renderer.addCounts(
          Totals.of(all, Verb.DRIFT),
          all.stream()
              .flatMap(one -> one.result().stream())
              .flatMap(plan -> plan.findings().stream())
              .toList());
    }
    return page.text(options.colour());
  }

  private void addNas(AssessedPlan plan, Totals totals) {
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
    addSummary(counting, totals);
    addCounts(totals, findings);
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

  /** Never better than what was read, and than what is ignored. */
  private void addSummary(AssessedPlan assessed, Totals totals) {
    Plan counting = assessed.plan();
    String nas = Escaper.escape(counting.nas());
    if (!counting.isEmpty() || totals.state() == Totals.State.AS_DECLARED) {
      Summary.addOf(page, assessed, Verb.DRIFT);
    } else if (totals.unseen() > 0) {
      page.paragraph(
          Line.indented(0),
          totals.differing() > 0
              ? "What is declared of " + nas + " cannot be read in full."
              : "No drift, but " + Summary.standing(counting),
          totals.differing() > 0 ? Style.PLAIN : Style.ATTENTION);
    } else if (totals.ignored() > 0) {
      String but = " is as declared but for what is ignored" + Summary.limit(counting) + ".";
      page.paragraph(
          Line.indented(0),
          totals.differing() > 0
              ? "What is declared of " + nas + but
              : "No drift that counts. " + nas + but,
          totals.differing() > 0 ? Style.PLAIN : Style.ADDED);
    } else {
      page.paragraph(
          Line.indented(0),
          "What is declared of " + nas + " is as declared" + Summary.limit(counting) + ".",
          Style.PLAIN);
    }
  }

  private void addCounts(Totals totals, Collection<Finding> findings) {
    addCount("Not declared: ", totals.undeclared(), Style.ATTENTION);
    addCount("Not readable: ", totals.unseen(), Style.ATTENTION);
    addCauses(findings);
    addCount("Ignored: ", totals.ignored(), Style.NOTICE);
  }

  private void addCount(String what, long count, Style style) {
    if (count > 0) {
      page.paragraph(Line.indented(0).add(what, style), count + ".", Style.PLAIN);
    }
  }

  /** How many of the differences that count came to be how. */
  private void addCauses(Collection<Finding> findings) {
    Map<Attribution, Integer> counts = new EnumMap<>(Attribution.class);
    findings.stream()
        .filter(Finding::counts)
        // Of what cannot be seen nobody knows whether it differs.
        .filter(finding -> !(finding.difference() instanceof Difference.Unseen))
        .forEach(finding -> counts.merge(finding.attribution(), 1, Integer::sum));
    if (counts.isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (Attribution attribution :
        List.of(
            Attribution.DRIFT, Attribution.PENDING, Attribution.BOTH, Attribution.UNATTRIBUTED)) {
      Integer count = counts.get(attribution);
      if (count != null) {
        parts.add(count + " " + FindingWords.cause(attribution) + baseline(attribution));
      }
    }
    page.paragraph(
        Line.indented(0).add("Causes: ", Style.HEADING),
        String.join(", ", parts) + ".",
        Style.PLAIN);
  }

  private String baseline(Attribution attribution) {
    return attribution == Attribution.UNATTRIBUTED && baseline.isEmpty()
        ? " (no baseline to compare with)"
        : "";
  }
}
