package io.cloudsyncctl.report.model;

import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Change;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

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
 */
public record Totals(long differing, long undeclared, long ignored, long unseen, Risk worst) {

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
    return of(List.of(nas.outcome()), verb);
  }

  /** Of all NAS of a run. */
  public static Totals of(RunReport report) {
    return of(report.outcomes(), report.verb());
  }

  /** Of several NAS. */
  public static Totals of(Collection<NasOutcome<AssessedPlan>> all, Verb verb) {
    List<Change> changes = counting(all, verb);
    List<Finding> findings =
        all.stream()
            .flatMap(one -> one.result().stream())
            .flatMap(plan -> plan.findings().stream())
            .toList();
    List<Difference> counting =
        findings.stream().filter(Finding::counts).map(Finding::difference).toList();
    long undeclared = counting.stream().filter(Difference.Undeclared.class::isInstance).count();
    return new Totals(
        changes.size() + undeclared,
        undeclared,
        findings.size() - counting.size(),
        counting.stream().filter(Difference.Unseen.class::isInstance).count(),
        changes.stream().map(Change::worst).max(naturalOrder()).orElse(Risk.NONE));
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
  public static ImmutableList<Change> counting(
      Collection<NasOutcome<AssessedPlan>> all, Verb verb) {
    return all.stream()
        .flatMap(one -> one.result().stream())
        .flatMap(plan -> single(plan.counting(), verb).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** What counts as one: each change, in drift each setting of an update. */
  public static ImmutableList<Change> single(AssessedPlan plan, Verb verb) {
    return plan.changes().stream()
        .flatMap(one ->
            switch (verb) {
              case DRIFT -> one.bySetting().stream();
              case PLAN, DRY_RUN, APPLY, UNDO -> Stream.of(one);
            })
        .map(AssessedChange::change)
        .collect(ImmutableList.toImmutableList());
  }

  /** As how many a change counts. */
  public static int count(AssessedChange change, Verb verb) {
    return switch (verb) {
      case DRIFT -> change.findings().size();
      case PLAN, DRY_RUN, APPLY, UNDO -> 1;
    };
  }

  /**
   * How they are shown below headings by risk: in drift each with its own, not with its group's.
   */
  public static ImmutableList<AssessedChange> shown(AssessedPlan plan, Verb verb) {
    return switch (verb) {
      case DRIFT ->
          plan.changes().stream()
              .flatMap(change -> change.byRisk().stream())
              .collect(ImmutableList.toImmutableList());
      case PLAN, DRY_RUN, APPLY, UNDO -> plan.changes();
    };
  }
}
