package io.cloudsyncctl.report.wording;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.Tally;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the plans of a run come to, of one NAS and of all: the sentences of every kind of report,
 * escaped by {@link Escaper}. A NAS is never better than what could be read of it.
 */
public final class Summary {
  private final Verb verb;
  private final Optional<String> baseline;
  private final ImmutableList.Builder<Sentence> sentences = ImmutableList.builder();

  private Summary(Verb verb, Optional<String> baseline) {
    this.verb = verb;
    this.baseline = baseline;
  }

  /**
   * One of them.
   *
   * @param label what it is about; empty where it speaks for itself
   * @param style of the label, or of the words where there is none
   */
  public record Sentence(String label, String words, Style style) {

    /** All of it. */
    public String text() {
      return label.isEmpty() ? words : label + ": " + words;
    }
  }

  /**
   * Of one NAS.
   *
   * @param baseline with what its declaration was compared in drift
   */
  public static ImmutableList<Sentence> of(
      NasOutcome<AssessedPlan> outcome, Verb verb, Optional<String> baseline) {
    Summary summary = new Summary(verb, baseline);
    switch (outcome) {
      case NasOutcome.Done<AssessedPlan>(String _, AssessedPlan plan) ->
          summary.add(plan, Totals.of(List.of(outcome), verb));
      case NasOutcome.Failed<AssessedPlan> failed -> summary.add(failed);
    }
    return summary.sentences.build();
  }

  /** Of all NAS of a run, where there is more than one. */
  public static ImmutableList<Sentence> ofRun(
      List<NasOutcome<AssessedPlan>> all, Verb verb, Optional<String> baseline) {
    Summary summary = new Summary(verb, baseline);
    if (all.size() > 1) {
      summary.addRun(all);
    }
    return summary.sentences.build();
  }

  /** How a NAS stands, in a few words. */
  public static String inShort(NasReport nas, Verb verb) {
    if (nas.outcome() instanceof NasOutcome.Failed<AssessedPlan> failed) {
      return switch (failed.kind()) {
        case UNREACHABLE -> "unreachable";
        case BAD_INPUT -> "input to be fixed";
        case FAILED, REFUSED, PARTLY_APPLIED, USAGE -> "no plan";
      };
    }
    Totals totals = Totals.of(nas, verb);
    return nas.applied()
        .map(Applied::status)
        .map(Applied.Status::word)
        .orElseGet(() ->
            switch (totals.state()) {
              case AS_DECLARED -> "as declared";
              case IGNORED -> "as declared but for " + totals.ignored() + " ignored";
              case READ_IN_PART -> "not read in full";
              case DIFFERENT -> Quantity.count(totals.differing(), noun(verb));
            });
  }

  /** What is counted. */
  public static String noun(Verb verb) {
    return switch (verb) {
      case PLAN, DRY_RUN, APPLY, UNDO -> "change";
      case DRIFT -> "difference";
    };
  }

  /** How a NAS stands on which nothing is left to write. */
  static String standing(Plan plan) {
    String nas = Escaper.escape(plan.nas());
    if (plan.readInPart()) {
      return nas + " cannot be read in full, so it is not known to be as declared.";
    }
    if (!plan.isEmpty()) {
      return nas + " is as declared but for what has to be done by hand in DSM.";
    }
    return nas + " is as declared" + limit(plan) + ".";
  }

  /** How a NAS stands of whose run nothing is left to undo. */
  static String undone(String escapedNas) {
    return "What the run changed on " + escapedNas + " is as it was before.";
  }

  private static String limit(Plan plan) {
    long unverifiable =
        plan.observations().stream().filter(Observation.Unverifiable.class::isInstance).count();
    return unverifiable == 0
        ? ""
        : " (" + Quantity.count(unverifiable, "setting") + " cannot be verified)";
  }

  private void add(String label, String words, Style style) {
    sentences.add(new Sentence(label, words, style));
  }

  private void addCount(String label, long count, Style style) {
    if (count > 0) {
      add(label, count + ".", style);
    }
  }

  private void add(NasOutcome.Failed<AssessedPlan> failed) {
    // Why stands among the messages; the codes lead there.
    String codes =
        failed.diagnostics().stream()
            .map(one -> one.code().id())
            .distinct()
            .collect(Collectors.joining(", ", " (", ")"));
    add(
        "Failed",
        Escaper.escape(failed.nas()) + " " + consequence(failed.kind()) + codes,
        Style.ATTENTION);
  }

  private static String consequence(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE -> "could not be reached or refused the login.";
      case BAD_INPUT -> "has no plan: fix the errors of its input first.";
      case FAILED, REFUSED, PARTLY_APPLIED, USAGE -> "has no plan: nothing is known of it.";
    };
  }

  private void add(AssessedPlan plan, Totals totals) {
    AssessedPlan counting = plan.counting();
    if (!counting.changes().isEmpty()) {
      addTally(Totals.single(counting, verb));
    } else if (verb == Verb.DRIFT && totals.state() != Totals.State.AS_DECLARED) {
      addDriftWithoutChange(counting.plan(), totals);
    } else {
      addClean(plan.plan());
    }
    if (verb == Verb.DRIFT) {
      addCounts(totals, plan.findings());
    }
  }

  private void addClean(Plan plan) {
    if (verb == Verb.UNDO) {
      add("", "Nothing to undo. " + undone(Escaper.escape(plan.nas())), Style.ADDED);
      return;
    }
    String none = verb == Verb.DRIFT ? "No drift" : "No changes";
    if (plan.inSync()) {
      add("", none + ". " + standing(plan), Style.ADDED);
    } else {
      add("", none + ", but " + standing(plan), Style.ATTENTION);
    }
  }

  /** Something cannot be seen, is ignored or is declared by nobody, and no setting counts. */
  private void addDriftWithoutChange(Plan counting, Totals totals) {
    String nas = Escaper.escape(counting.nas());
    boolean differs = totals.differing() > 0;
    if (totals.unseen() > 0) {
      add(
          "",
          differs
              ? "What is declared of " + nas + " cannot be read in full."
              : "No drift, but " + standing(counting),
          differs ? Style.PLAIN : Style.ATTENTION);
      return;
    }
    String but = totals.ignored() > 0 ? " but for what is ignored" : "";
    add(
        "",
        (differs ? "What is declared of " : "No drift that counts. ")
            + nas
            + " is as declared"
            + but
            + limit(counting)
            + ".",
        differs ? Style.PLAIN : Style.ADDED);
  }

  private void addRun(List<NasOutcome<AssessedPlan>> all) {
    Map<Totals.State, Integer> states = new EnumMap<>(Totals.State.class);
    List<String> failed = new ArrayList<>();
    for (NasOutcome<AssessedPlan> one : all) {
      switch (one) {
        case NasOutcome.Done<AssessedPlan> _ ->
            states.merge(Totals.of(List.of(one), verb).state(), 1, Integer::sum);
        case NasOutcome.Failed<AssessedPlan> _ -> failed.add(Escaper.escape(one.nas()));
      }
    }
    List<String> parts = new ArrayList<>();
    parts.add(states.getOrDefault(Totals.State.AS_DECLARED, 0) + " as declared");
    addSome(
        parts,
        states.getOrDefault(Totals.State.IGNORED, 0),
        " as declared but for what is ignored");
    parts.add(
        states.getOrDefault(Totals.State.DIFFERENT, 0)
            + (verb == Verb.DRIFT ? " drifted" : " with changes"));
    addSome(parts, states.getOrDefault(Totals.State.READ_IN_PART, 0), " not read in full");
    parts.add(failed.size() + " failed");
    add("", all.size() + " NAS: " + String.join(", ", parts) + ".", Style.HEADING);
    if (!failed.isEmpty()) {
      add("Failed", String.join(", ", failed) + ".", Style.ATTENTION);
    }
    List<Change> counting = Totals.counting(all, verb);
    if (!counting.isEmpty()) {
      addTally(counting);
    }
    if (verb == Verb.DRIFT) {
      addCounts(
          Totals.of(all, verb),
          all.stream()
              .flatMap(one -> one.result().stream())
              .flatMap(plan -> plan.findings().stream())
              .toList());
    }
  }

  private void addTally(List<Change> changes) {
    Tally tally = Tally.of(changes);
    boolean drift = verb == Verb.DRIFT;
    List<String> parts = new ArrayList<>();
    parts.add(tally.create() + (drift ? " missing" : " to create"));
    parts.add(tally.update() + (drift ? " changed" : " to change"));
    parts.add(tally.delete() + (drift ? " unexpected" : " to remove"));
    addSome(parts, tally.pause(), drift ? " not paused" : " to pause");
    addSome(parts, tally.resume(), drift ? " paused" : " to resume");
    addSome(parts, tally.manual(), verb == Verb.UNDO ? " that cannot be undone" : " by hand");
    add(Headline.title(verb), String.join(", ", parts) + ".", Style.HEADING);
    if (tally.blocked() > 0) {
      add("Blocked", tally.blocked() + " of these; each says what to declare.", Style.ATTENTION);
    }
    if (!tally.risks().isEmpty()) {
      String risks =
          tally.risks().entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey().word())
              .collect(Collectors.joining(", "));
      add("Risks", risks + ".", Style.ATTENTION);
    }
  }

  private static void addSome(List<String> parts, long count, String words) {
    if (count > 0) {
      parts.add(count + words);
    }
  }

  private void addCounts(Totals totals, Collection<Finding> findings) {
    addCount("Not declared", totals.undeclared(), Style.ATTENTION);
    addCount("Not readable", totals.unseen(), Style.ATTENTION);
    addCauses(findings);
    addCount("Ignored", totals.ignored(), Style.NOTICE);
  }

  /** How many of the differences that count came to be how. */
  private void addCauses(Collection<Finding> findings) {
    Map<Attribution, Integer> counts = new EnumMap<>(Attribution.class);
    findings.stream()
        .filter(Finding::counts)
        // Of what cannot be seen nobody knows whether it differs.
        .filter(finding -> !(finding.difference() instanceof Difference.Unseen))
        .forEach(finding -> counts.merge(finding.attribution(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    for (Attribution attribution :
        List.of(
            Attribution.DRIFT, Attribution.PENDING, Attribution.BOTH, Attribution.UNATTRIBUTED)) {
      addSome(
          parts,
          counts.getOrDefault(attribution, 0),
          " "
              + FindingWords.cause(attribution)
              + (attribution == Attribution.UNATTRIBUTED && baseline.isEmpty()
                  ? " (no baseline to compare with)"
                  : ""));
    }
    if (!parts.isEmpty()) {
      add("Causes", String.join(", ", parts) + ".", Style.HEADING);
    }
  }
}
