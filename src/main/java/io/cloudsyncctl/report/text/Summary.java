package io.cloudsyncctl.report.text;

import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.model.Tally;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.Headline;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.Style;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines that say what it comes to. */
final class Summary {
  private Summary() {}

  /** Of one NAS. */
  static void addOf(Page page, AssessedPlan assessed, Verb verb) {
    if (assessed.changes().isEmpty()) {
      addClean(page, assessed.plan(), verb);
    } else {
      addTally(page, Tally.of(Totals.single(assessed, verb)), verb);
    }
  }

  private static void addClean(Page page, Plan plan, Verb verb) {
    if (verb == Verb.UNDO) {
      String nas = Escaper.escape(plan.nas());
      page.paragraph(Line.indented(0), "Nothing to undo. " + undone(nas), Style.ADDED);
      return;
    }
    String none = verb == Verb.DRIFT ? "No drift" : "No changes";
    if (!plan.inSync()) {
      page.paragraph(Line.indented(0), none + ", but " + standing(plan), Style.ATTENTION);
      return;
    }
    page.paragraph(Line.indented(0), none + ". " + standing(plan), Style.ADDED);
  }

  /** How a NAS stands on which nothing is left to write: never better than can be read of it. */
  static String standing(Plan plan) {
    String nas = Escaper.escape(plan.nas());
    if (readInPart(plan)) {
      return nas + " cannot be read in full, so it is not known to be as declared.";
    }
    if (!plan.isEmpty()) {
      return nas + " is as declared but for what has to be done by hand in DSM.";
    }
    return nas + " is as declared" + limit(plan) + ".";
  }

  /** It is never better than what can be read of it. */
  static String limit(Plan plan) {
    long unverifiable =
        plan.observations().stream().filter(Observation.Unverifiable.class::isInstance).count();
    return unverifiable == 0
        ? ""
        : " (" + Quantity.count(unverifiable, "setting") + " cannot be verified)";
  }

  /** Whether something that is declared cannot be read. */
  static boolean readInPart(Plan plan) {
    return plan.readInPart();
  }

  /** How a NAS stands of whose run nothing is left to undo. */
  static String undone(String escapedNas) {
    return "What the run changed on " + escapedNas + " is as it was before.";
  }

  /** Of all NAS of a run, where there is more than one. */
  static void addOfRun(Page page, List<NasOutcome<AssessedPlan>> all, Verb verb) {
    List<String> failedNames = failed(all);
    Map<Totals.State, Integer> states = new EnumMap<>(Totals.State.class);
    for (NasOutcome<AssessedPlan> one : all) {
      if (one instanceof NasOutcome.Done<AssessedPlan>) {
        states.merge(Totals.of(List.of(one), verb).state(), 1, Integer::sum);
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
    parts.add(failedNames.size() + " failed");
    page.paragraph(
        Line.indented(0), all.size() + " NAS: " + String.join(", ", parts) + ".", Style.HEADING);
    if (!failedNames.isEmpty()) {
      page.paragraph(
          Line.indented(0).add("Failed: ", Style.ATTENTION),
          String.join(", ", failedNames) + ".",
          Style.PLAIN);
    }
    List<Change> counting = Totals.counting(all, verb);
    if (!counting.isEmpty()) {
      addTally(page, Tally.of(counting), verb);
    }
  }

  private static List<String> failed(List<NasOutcome<AssessedPlan>> all) {
    return all.stream()
        .filter(NasOutcome.Failed.class::isInstance)
        .map(outcome -> Escaper.escape(outcome.nas()))
        .toList();
  }

  private static void addTally(Page page, Tally tally, Verb verb) {
    boolean drift = verb == Verb.DRIFT;
    List<String> parts = new ArrayList<>();
    parts.add(tally.create() + (drift ? " missing" : " to create"));
    parts.add(tally.update() + (drift ? " changed" : " to change"));
    parts.add(tally.delete() + (drift ? " unexpected" : " to remove"));
    addSome(parts, tally.pause(), drift ? " not paused" : " to pause");
    addSome(parts, tally.resume(), drift ? " paused" : " to resume");
    addSome(parts, tally.manual(), verb == Verb.UNDO ? " that cannot be undone" : " by hand");
    page.paragraph(
        Line.indented(0).add(Headline.title(verb) + ": ", Style.HEADING),
        String.join(", ", parts) + ".",
        Style.PLAIN);
    if (tally.blocked() > 0) {
      String blocked = " of these; each says what to declare.";
      page.paragraph(
          Line.indented(0).add("Blocked: ", Style.ATTENTION),
          tally.blocked() + blocked,
          Style.PLAIN);
    }
    if (!tally.risks().isEmpty()) {
      String risks =
          tally.risks().entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey().word())
              .collect(Collectors.joining(", "));
      page.paragraph(Line.indented(0).add("Risks: ", Style.ATTENTION), risks + ".", Style.PLAIN);
    }
  }

  private static void addSome(List<String> parts, long count, String words) {
    if (count > 0) {
      parts.add(count + words);
    }
  }
}
