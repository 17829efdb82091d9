package io.cloudsyncctl.report;

import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.Observation;
import io.cloudsyncctl.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines that say what it comes to. */
final class Summary {
  private Summary() {}

  /** Of one NAS. */
  static void addOf(Page page, Plan plan, Verb verb) {
    if (plan.isEmpty()) {
      addClean(page, plan, verb);
    } else {
      addTally(page, Tally.of(List.of(plan)), verb);
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
    long unverifiable =
        plan.observations().stream().filter(Observation.Unverifiable.class::isInstance).count();
    String limit =
        unverifiable == 0
            ? "."
            : ", as far as it tells ("
                + Quantity.count(unverifiable, "unverifiable setting")
                + ").";
    return nas + " is as declared" + limit;
  }

  /** Whether something that is declared cannot be read. */
  static boolean readInPart(Plan plan) {
    return plan.observations().stream().anyMatch(Observation.Unreadable.class::isInstance);
  }

  /** How a NAS stands of whose run nothing is left to undo. */
  static String undone(String escapedNas) {
    return "What the run changed on " + escapedNas + " is as it was before.";
  }

  /** Of all NAS of a run, where there is more than one. */
  static void addOfRun(Page page, List<NasOutcome<Plan>> outcomes, Verb verb) {
    List<Plan> plans = plans(outcomes);
    List<String> failedNames = failed(outcomes);
    long clean = plans.stream().filter(Plan::inSync).count();
    long different = plans.stream().filter(plan -> !plan.isEmpty()).count();
    long unreadable = plans.size() - clean - different;
    List<String> parts = new ArrayList<>();
    parts.add(clean + " as declared");
    parts.add(different + (verb == Verb.DRIFT ? " drifted" : " with changes"));
    if (unreadable > 0) {
      parts.add(unreadable + " not read in full");
    }
    parts.add(failedNames.size() + " failed");
    page.paragraph(
        Line.indented(0),
        outcomes.size() + " NAS: " + String.join(", ", parts) + ".",
        Style.HEADING);
    if (!failedNames.isEmpty()) {
      page.paragraph(
          Line.indented(0).add("Failed: ", Style.ATTENTION),
          String.join(", ", failedNames) + ".",
          Style.PLAIN);
    }
    if (different > 0) {
      addTally(page, Tally.of(plans), verb);
    }
  }

  private static List<String> failed(List<NasOutcome<Plan>> outcomes) {
    return outcomes.stream()
        .filter(NasOutcome.Failed.class::isInstance)
        .map(outcome -> Escaper.escape(outcome.nas()))
        .toList();
  }

  /** The plans of those NAS that have one. */
  static List<Plan> plans(List<NasOutcome<Plan>> outcomes) {
    List<Plan> plans = new ArrayList<>();
    for (NasOutcome<Plan> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<Plan>(String _, Plan plan) -> plans.add(plan);
        case NasOutcome.Failed<Plan> _ -> {}
      }
    }
    return plans;
  }

  private static void addTally(Page page, Tally tally, Verb verb) {
    boolean drift = verb == Verb.DRIFT;
    List<String> parts = new ArrayList<>();
    parts.add(tally.create() + (drift ? " missing" : " to create"));
    parts.add(tally.update() + (drift ? " different" : " to change"));
    parts.add(tally.delete() + (drift ? " too many" : " to remove"));
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
