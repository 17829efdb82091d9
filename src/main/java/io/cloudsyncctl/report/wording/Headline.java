package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run comes to, in one sentence that a person takes in at a glance. Holds no names. */
public final class Headline {
  private Headline() {}

  /** The sentence without a full stop. */
  public static String of(RunReport report) {
    List<String> parts = new ArrayList<>();
    if (report.nas().isEmpty()) {
      parts.add("no NAS was looked at");
    } else {
      parts.add(outcome(report));
    }
    Totals totals = Totals.of(report);
    if (totals.ignored() > 0) {
      parts.add(totals.ignored() + " ignored");
    }
    long failed = report.nas().stream().filter(Headline::failed).count();
    if (failed > 0) {
      parts.add(failed + " NAS could not be read");
    }
    long partly =
        report.nas().stream().filter(nas -> Totals.of(nas, report.verb()).unseen() > 0).count();
    if (partly > 0) {
      parts.add(partly + " NAS not read in full");
    }
    report.facts().cutShort().ifPresent(_ -> parts.add("the run did not come to its end"));
    return title(report.verb()) + ": " + String.join("; ", parts);
  }

  /** The name of what the run was for. */
  public static String title(Verb verb) {
    return switch (verb) {
      case PLAN -> "Plan";
      case DRIFT -> "Drift";
      case DRY_RUN -> "Dry run";
      case APPLY -> "Apply";
      case UNDO -> "Undo";
    };
  }

  private static String outcome(RunReport report) {
    return switch (report.verb()) {
      case PLAN, DRY_RUN -> differing(report, "change", "there is no plan", "nothing to change");
      case DRIFT -> differing(report, "difference", "nothing is known", "no difference");
      case APPLY, UNDO -> applied(report);
    };
  }

  private static String differing(RunReport report, String noun, String unknown, String none) {
    if (report.nas().stream().allMatch(Headline::failed)) {
      return unknown;
    }
    Totals totals = Totals.of(report);
    if (totals.differing() == 0) {
      return totals.ignored() > 0 ? none + " that counts" : none;
    }
    return Quantity.count(totals.differing(), noun) + whose(report) + on(report) + worst(totals);
  }

  private static String whose(RunReport report) {
    if (report.verb() != Verb.DRIFT) {
      return "";
    }
    Map<Attribution, Integer> counts = new EnumMap<>(Attribution.class);
    report.nas().stream()
        .flatMap(nas -> nas.counting().stream())
        .forEach(finding -> counts.merge(finding.attribution(), 1, Integer::sum));
    counts.remove(Attribution.UNATTRIBUTED);
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String applied(RunReport report) {
    Map<Applied.Status, Integer> counts = new EnumMap<>(Applied.Status.class);
    report
        .nas()
        .forEach(nas ->
            nas.applied().ifPresent(applied -> counts.merge(applied.status(), 1, Integer::sum)));
    if (counts.isEmpty()) {
      return "nothing was done";
    }
    if (report.nas().size() == 1) {
      return counts.keySet().iterator().next().word();
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .map(entry -> entry.getValue() + " " + entry.getKey().word())
        .collect(Collectors.joining(", "));
  }

  private static String on(RunReport report) {
    int nas = report.nas().size();
    long different =
        report.nas().stream().filter(one -> Totals.of(one, report.verb()).differing() > 0).count();
    return nas == 1 ? "" : " on " + different + " of " + nas + " NAS";
  }

  private static String worst(Totals totals) {
    return totals.worst() == Risk.NONE ? "" : ", worst risk " + totals.worst().word();
  }

  private static boolean failed(NasReport nas) {
    return nas.outcome() instanceof NasOutcome.Failed<AssessedPlan>;
  }
}
