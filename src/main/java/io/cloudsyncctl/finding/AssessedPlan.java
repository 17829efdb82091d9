package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan in which each difference carries what was found of it, so that nobody has to look for what
 * belongs together.
 *
 * @param plan what is assessed
 * @param changes its changes, in their order
 * @param observations its observations, likewise
 */
public record AssessedPlan(
    Plan plan, ImmutableList<AssessedChange> changes, ImmutableList<Observed> observations) {

  /**
   * An observation.
   *
   * @param finding empty where it is no difference
   */
  public record Observed(Observation observation, Optional<Finding> finding) {}

  /**
   * Assesses a plan, difference by difference.
   *
   * @param unmanaged whether what nobody declared is a difference as well
   */
  public static AssessedPlan of(
      Plan plan, boolean unmanaged, Function<Difference, Finding> assessor) {
    return new AssessedPlan(
        plan,
        plan.changes().stream()
            .map(change -> AssessedChange.of(change, assessor))
            .collect(ImmutableList.toImmutableList()),
        plan.observations().stream()
            .map(one -> new Observed(one, difference(one, unmanaged).map(assessor)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** A plan of whose differences nothing else is known. */
  public static AssessedPlan of(Plan plan) {
    return of(plan, false, Finding::of);
  }

  private static Optional<Difference> difference(Observation observation, boolean unmanaged) {
    return switch (observation) {
      case Observation.Unreadable unreadable -> Optional.of(new Difference.Unseen(unreadable));
      case Observation.Unmanaged(var address, var _, var _) ->
          unmanaged ? Optional.of(new Difference.Undeclared(address)) : Optional.empty();
      case Observation.Unverifiable _, Observation.PathNotKept _, Observation.Remark _ ->
          Optional.empty();
    };
  }

  /** The findings, each once, in the order of the plan. */
  public ImmutableList<Finding> findings() {
    return Stream.concat(
            changes.stream().flatMap(change -> change.findings().stream()),
            observations.stream().flatMap(one -> one.finding().stream()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The findings of what nobody declared, where that is a difference. */
  public ImmutableList<Finding> undeclared() {
    return findings().stream()
        .filter(finding -> finding.difference() instanceof Difference.Undeclared)
        .collect(ImmutableList.toImmutableList());
  }

  /** What counts of it, and every observation that is no difference. */
  public AssessedPlan counting() {
    return part(Finding::counts, true);
  }

  /** What somebody has said does not count. */
  public AssessedPlan ignored() {
    return part(finding -> !finding.counts(), false);
  }

  private AssessedPlan part(Predicate<Finding> which, boolean remarks) {
    ImmutableList<AssessedChange> someChanges =
        changes.stream()
            .flatMap(change -> change.part(which).stream())
            .collect(ImmutableList.toImmutableList());
    ImmutableList<Observed> someObservations =
        observations.stream()
            .filter(one -> one.finding().map(which::test).orElse(remarks))
            .collect(ImmutableList.toImmutableList());
    return new AssessedPlan(
        plan.with(
            someChanges.stream()
                .map(AssessedChange::change)
                .collect(ImmutableList.toImmutableList()),
            someObservations.stream()
                .map(Observed::observation)
                .collect(ImmutableList.toImmutableList())),
        someChanges,
        someObservations);
  }

  /** What an apply has left of it: what was known of a difference still holds. */
  public AssessedPlan left(Plan remaining) {
    Map<Difference.Key, Finding> known =
        findings().stream()
            .collect(
                Collectors.toMap(
                    finding -> finding.difference().key(), finding -> finding, (one, _) -> one));
    return of(
        remaining,
        false,
        difference ->
            Optional.ofNullable(known.get(difference.key()))
                .map(finding -> finding.about(difference))
                .orElseGet(() -> Finding.of(difference)));
  }
}
