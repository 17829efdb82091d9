package io.cloudsyncctl.report;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.Risk;
import io.cloudsyncctl.plan.Plan;
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
    long failed = report.nas().stream().filter(Headline::failed).count();
    if (failed > 0) {
      parts.add(failed + " NAS could not be read");
    }
    long partly = report.nas().stream().filter(Headline::readInPart).count();
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
      case PLAN, DRY_RUN -> changes(report);
      case DRIFT -> differences(report);
      case APPLY, UNDO -> applied(report);
    };
  }

  private static String changes(RunReport report) {
    ImmutableList<Plan> plans = plans(report);
    int changes = plans.stream().mapToInt(plan -> plan.changes().size()).sum();
    if (changes == 0) {
      return plans.isEmpty() ? "there is no plan" : "nothing to change";
    }
    return Quantity.count(changes, "change") + on(report, plans) + worst(plans);
  }

  private static String differences(RunReport report) {
    ImmutableList<Plan> plans = plans(report);
    List<Finding> counting = report.nas().stream().flatMap(nas -> nas.counting().stream()).toList();
    if (counting.isEmpty()) {
      return plans.isEmpty() ? "nothing is known" : "no difference";
    }
    return Quantity.count(counting.size(), "difference")
        + whose(counting)
        + on(report, plans)
        + worst(plans);
  }

  private static String whose(List<Finding> findings) {
    Map<Attribution, Integer> counts = new EnumMap<>(Attribution.class);
    findings.forEach(finding -> counts.merge(finding.attribution(), 1, Integer::sum));
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

  private static String on(RunReport report, List<Plan> plans) {
    int nas = report.nas().size();
    long different = plans.stream().filter(plan -> !plan.isEmpty()).count();
    return nas == 1 ? "" : " on " + different + " of " + nas + " NAS";
  }

  private static String worst(List<Plan> plans) {
    Risk worst =
        plans.stream().map(Plan::worstRisk).max(Comparator.naturalOrder()).orElse(Risk.NONE);
    return worst == Risk.NONE ? "" : ", worst risk " + worst.word();
  }

  private static ImmutableList<Plan> plans(RunReport report) {
    return ImmutableList.copyOf(
        Summary.plans(report.nas().stream().map(NasReport::outcome).toList()));
  }

  private static boolean failed(NasReport nas) {
    return nas.outcome() instanceof NasOutcome.Failed<Plan>;
  }

  private static boolean readInPart(NasReport nas) {
    return nas.outcome() instanceof NasOutcome.Done<Plan>(String _, Plan plan)
        && plan.isEmpty()
        && !plan.inSync();
  }
}
