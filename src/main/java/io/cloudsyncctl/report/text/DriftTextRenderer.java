package io.cloudsyncctl.report.text;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.Notes;
import io.cloudsyncctl.report.format.ObservationText;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Judged;
import io.cloudsyncctl.report.model.Split;
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
  public static String render(List<Judged> all, Optional<String> baseline, TextOptions options) {
    Page page = new Page(options.width());
    DriftTextRenderer renderer = new DriftTextRenderer(page, baseline);
    for (Judged one : all) {
      page.blank();
      PlanTextRenderer.addHeading(page, "NAS " + Escaper.escape(one.outcome().nas()));
      switch (one.outcome()) {
        case NasOutcome.Done<Plan>(String _, Plan plan) -> renderer.addNas(plan, one);
        case NasOutcome.Failed<Plan> failed -> PlanTextRenderer.addFailure(page, failed);
      }
    }
    if (all.size() > 1) {
      page.blank();
      Summary.addOfRun(page, all, Verb.DRIFT);
      renderer.addCounts(
          Totals.of(all, Verb.DRIFT),
          all.stream().flatMap(one -> one.findings().stream()).toList());
    }
    return page.text(options.colour());
  }

  private void addNas(Plan plan, Judged judged) {
    ImmutableList<Finding> findings = judged.findings();
    Split split = Split.of(plan, findings);
    Notes notes = Notes.of(findings);
    if (!plan.isEmpty()) {
      page.add(Line.indented(2).add("Settings: on the NAS → as declared", Style.MUTED));
    }
    if (baseline.isPresent() && !findings.isEmpty()) {
      page.paragraph(
          Line.indented(2).add("Baseline: ", Style.MUTED),
          Escaper.escape(baseline.get()),
          Style.MUTED);
    }
    PlanTextRenderer.addChanges(page, split.counting().changes(), Verb.DRIFT, notes);
    addUndeclared("Not declared, but on the NAS:", split.undeclared(), notes);
    ObservationText.add(page, split.counting().observations());
    addIgnored(split, notes);
    page.blank();
    Totals totals = Totals.of(List.of(judged), Verb.DRIFT);
    addSummary(split, totals);
    addCounts(totals, findings);
  }

  private void addUndeclared(String heading, List<Address> addresses, Notes notes) {
    if (addresses.isEmpty()) {
      return;
    }
    page.blank();
    page.add(Line.indented(2).add(heading, Style.ATTENTION));
    addAddresses(INDENT, addresses, notes);
  }

  private void addAddresses(int indent, List<Address> addresses, Notes notes) {
    for (Address address : addresses) {
      page.add(Line.indented(indent).add(LabelText.address(address)));
      notes.add(page, indent + 2, address, "declared");
    }
  }

  private void addIgnored(Split split, Notes notes) {
    if (split.nothingIgnored()) {
      return;
    }
    page.blank();
    page.add(Line.indented(0).add("Ignored, so not counted:", Style.NOTICE));
    PlanTextRenderer.addChanges(page, split.ignored().changes(), Verb.DRIFT, notes);
    if (!split.ignoredUndeclared().isEmpty()) {
      page.blank();
      addAddresses(2, split.ignoredUndeclared(), notes);
    }
    split
        .ignored()
        .observations()
        .forEach(observation -> {
          page.blank();
          page.add(
              Line.indented(2)
                  .add(LabelText.address(observation.address()))
                  .add(" (not readable)", Style.MUTED));
          notes.add(page, INDENT, observation.address(), "readable");
        });
  }

  /** Never better than what was read, and than what is ignored. */
  private void addSummary(Split split, Totals totals) {
    Plan counting = split.counting();
    String nas = Escaper.escape(counting.nas());
    if (!counting.isEmpty() || totals.state() == Totals.State.AS_DECLARED) {
      Summary.addOf(page, counting, Verb.DRIFT);
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
