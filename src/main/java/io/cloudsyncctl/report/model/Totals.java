package io.cloudsyncctl.report.model;

import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a NAS, or all NAS of a run, come to. Every kind of report counts here, so that no two of
 * them say different things of one run: in drift each single difference, as ignores and histories
 * mean it; in all else each change, since that is what is written.
 *
 * @param differing what counts, undeclared items included
 * @param undeclared those of them that nobody declared
 * @param ignored what somebody has said does not count
 * @param unseen what is declared and cannot be seen, hence neither differs nor is as declared
 * @param worst the worst class of what counts
 * @param asBad how many are of that class
 * @param blocked how many cannot be carried out as declared
 * @param manual how many a person has to do
 */
public record Totals(
    long differing,
    long undeclared,
    long ignored,
    long unseen,
    Risk worst,
    long asBad,
    long blocked,
    long manual) {

  /** How a NAS stands that could be read, from good to bad. */
  public enum State {
    AS_DECLARED,
    /** As declared but for what is ignored. */
    IGNORED,
    /** Nothing differs of what can be seen, but not all can. */
    READ_IN_PART,
    DIFFERENT
  }

  /** Of one NAS; of one that failed nothing is counted. */
  public static Totals of(NasReport nas, Verb verb) {
    return of(List.of(nas.judged()), verb);
  }

  /** Of all NAS of a run. */
  public static Totals of(RunReport report) {
    return of(report.nas().stream().map(NasReport::judged).toList(), report.verb());
  }

  /** Of several NAS. */
  public static Totals of(Collection<Judged> all, Verb verb) {
    ImmutableList<Change> counting = counting(all, verb);
    long undeclared = 0;
    long ignored = 0;
    long unseen = 0;
    for (Judged one : all) {
      if (one.outcome() instanceof NasOutcome.Done<Plan>(String _, Plan plan)) {
        Split split = Split.of(plan, one.findings());
        undeclared += split.undeclared().size();
        unseen += split.unseen();
        ignored +=
            single(split.ignored().changes(), verb).size()
                + split.ignored().observations().size()
                + split.ignoredUndeclared().size();
      }
    }
    Risk worst = counting.stream().map(Totals::worst).max(naturalOrder()).orElse(Risk.NONE);
    return new Totals(
        counting.size() + undeclared,
        undeclared,
        ignored,
        unseen,
        worst,
        counting.stream().filter(change -> worst(change) == worst).count(),
        counting.stream().filter(change -> change.blockedBy() != null).count(),
        counting.stream().filter(Change.Manual.class::isInstance).count());
  }

  /** How the NAS stands, where this is of one that could be read. */
  public State state() {
    if (differing > 0) {
      return State.DIFFERENT;
    }
    if (unseen > 0) {
      return State.READ_IN_PART;
    }
    return ignored > 0 ? State.IGNORED : State.AS_DECLARED;
  }

  /** Each change that counts, or in drift each difference that a change would mend. */
  public static ImmutableList<Change> counting(Collection<Judged> all, Verb verb) {
    ImmutableList.Builder<Change> counting = ImmutableList.builder();
    for (Judged one : all) {
      if (one.outcome() instanceof NasOutcome.Done<Plan>(String _, Plan plan)) {
        counting.addAll(single(Split.of(plan, one.findings()).counting().changes(), verb));
      }
    }
    return counting.build();
  }

  /** The worst that a change may do. */
  public static Risk worst(Change change) {
    return change.risks().stream().map(RiskFinding::risk).max(naturalOrder()).orElse(Risk.NONE);
  }

  /** How many changes, or in drift how many differences, these are. */
  public static int count(List<Change> changes, Verb verb) {
    return single(changes, verb).size();
  }

  /** What counts as one: in drift each setting of an update. */
  public static ImmutableList<Change> single(List<Change> changes, Verb verb) {
    return switch (verb) {
      case DRIFT -> Split.bySetting(changes);
      case PLAN, DRY_RUN, APPLY, UNDO -> ImmutableList.copyOf(changes);
    };
  }

  /**
   * How they are shown below headings by risk: in drift each with its own, not with its group's.
   */
  public static ImmutableList<Change> shown(List<Change> changes, Verb verb) {
    return switch (verb) {
      case DRIFT -> Split.byRisk(changes);
      case PLAN, DRY_RUN, APPLY, UNDO -> ImmutableList.copyOf(changes);
    };
  }

  /** The plans of those NAS that have one. */
  public static List<Plan> plans(List<NasOutcome<Plan>> outcomes) {
    List<Plan> plans = new ArrayList<>();
    for (NasOutcome<Plan> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<Plan>(String _, Plan plan) -> plans.add(plan);
        case NasOutcome.Failed<Plan> _ -> {}
      }
    }
    return plans;
  }
}
