package io.cloudsyncctl.report;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.plan.Plan;
import java.time.Instant;
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
    List<NasOutcome<Plan>> counting = new ArrayList<>();
    for (Judged one : all) {
      page.blank();
      PlanTextRenderer.addHeading(page, "NAS " + Escaper.escape(one.outcome().nas()));
      switch (one.outcome()) {
        case NasOutcome.Done<Plan>(String nas, Plan plan) -> {
          Split split = Split.of(plan, one.findings());
          renderer.addNas(plan, split, one.findings());
          counting.add(new NasOutcome.Done<>(nas, split.counting()));
        }
        case NasOutcome.Failed<Plan> failed -> {
          PlanTextRenderer.addFailure(page, failed);
          counting.add(failed);
        }
      }
    }
    if (all.size() > 1) {
      page.blank();
      Summary.addOfRun(page, counting, Verb.DRIFT);
      List<Finding> findings = all.stream().flatMap(one -> one.findings().stream()).toList();
      renderer.addUndeclaredCount(
          findings.stream()
              .filter(Finding::counts)
              .filter(one -> one.difference().aspect().equals("declared"))
              .count());
      renderer.addWhose(findings);
      renderer.addIgnoredCount(findings);
    }
    return page.text(options.colour());
  }

  /** An instant to the minute, in UTC. */
  public static String minute(Instant instant) {
    return ObservationText.time(instant);
  }

  private void addNas(Plan plan, Split split, ImmutableList<Finding> findings) {
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
    addSummary(plan, split, findings);
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
      page.add(Line.indented(indent).add(ChangeText.address(address)));
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
                  .add(ChangeText.address(observation.address()))
                  .add(" (not readable)", Style.MUTED));
          notes.add(page, INDENT, observation.address(), "readable");
        });
  }

  private void addSummary(Plan plan, Split split, ImmutableList<Finding> findings) {
    boolean counts = findings.stream().anyMatch(Finding::counts);
    if (split.counting().isEmpty() && !split.undeclared().isEmpty()) {
      page.paragraph(
          Line.indented(0),
          "What is declared of " + Escaper.escape(plan.nas()) + " is as declared.",
          Style.PLAIN);
    } else if (!counts && !split.nothingIgnored()) {
      page.paragraph(
          Line.indented(0),
          "No drift that counts. "
              + Escaper.escape(plan.nas())
              + " is as declared but for what is ignored.",
          Style.ADDED);
    } else {
      Summary.addOf(page, split.counting(), Verb.DRIFT);
    }
    addUndeclaredCount(split.undeclared().size());
    addWhose(findings);
    addIgnoredCount(findings);
  }

  private void addUndeclaredCount(long count) {
    if (count > 0) {
      page.paragraph(
          Line.indented(0).add("Not declared: ", Style.ATTENTION), count + ".", Style.PLAIN);
    }
  }

  /** How many differences that count are whose. */
  private void addWhose(Collection<Finding> findings) {
    Map<Attribution, Integer> counts = new EnumMap<>(Attribution.class);
    findings.stream()
        .filter(Finding::counts)
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
        parts.add(count + " " + attribution.word() + meaning(attribution));
      }
    }
    page.paragraph(
        Line.indented(0).add("Whose: ", Style.HEADING),
        String.join(", ", parts) + ".",
        Style.PLAIN);
  }

  private String meaning(Attribution attribution) {
    return switch (attribution) {
      case DRIFT -> " (the NAS moved)";
      case PENDING -> " (Git moved)";
      case BOTH -> "";
      case UNATTRIBUTED -> baseline.isPresent() ? "" : " (no baseline to compare with)";
    };
  }

  private void addIgnoredCount(Collection<Finding> findings) {
    long ignored = findings.stream().filter(finding -> !finding.counts()).count();
    if (ignored > 0) {
      page.paragraph(Line.indented(0).add("Ignored: ", Style.NOTICE), ignored + ".", Style.PLAIN);
    }
  }
}
