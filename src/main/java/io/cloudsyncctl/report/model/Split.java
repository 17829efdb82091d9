package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan taken apart: what counts as a difference, and what somebody has said does not.
 *
 * @param counting with every observation that is no difference
 * @param undeclared what counts though no plan would touch it, since nobody declared it
 * @param ignored likewise, of what does not count
 */
public record Split(
    Plan counting,
    ImmutableList<Address> undeclared,
    Plan ignored,
    ImmutableList<Address> ignoredUndeclared) {

  /** Takes a plan apart. */
  public static Split of(Plan plan, Collection<Finding> findings) {
    Set<String> counting = keys(findings, Finding::counts);
    Set<String> ignored = keys(findings, finding -> !finding.counts());
    return new Split(
        part(plan, key -> !ignored.contains(key), true, Set.copyOf(undeclared(findings))),
        undeclared(findings.stream().filter(Finding::counts).toList()),
        part(plan, ignored::contains, false, Set.of()),
        undeclared(findings.stream().filter(finding -> !finding.counts()).toList()));
  }

  public boolean nothingIgnored() {
    return ignored.isEmpty() && ignored.observations().isEmpty() && ignoredUndeclared.isEmpty();
  }

  /** How much that is declared cannot be seen, and counts. */
  long unseen() {
    return counting.observations().stream()
        .filter(Observation.Unreadable.class::isInstance)
        .count();
  }

  /** Each setting of an update by itself. */
  static ImmutableList<Change> bySetting(List<Change> changes) {
    return changes.stream()
        .flatMap(change ->
            change instanceof Change.Update update
                ? update.fields().stream().map(field -> with(update, ImmutableList.of(field)))
                : Stream.of(change))
        .collect(ImmutableList.toImmutableList());
  }

  /** The settings of an update apart by the worst that mending them may do. */
  static ImmutableList<Change> byRisk(List<Change> changes) {
    ImmutableList.Builder<Change> apart = ImmutableList.builder();
    for (Change change : changes) {
      if (change instanceof Change.Update update) {
        ImmutableListMultimap<Risk, FieldChange<?>> byRisk =
            update.fields().stream()
                .collect(
                    ImmutableListMultimap.toImmutableListMultimap(
                        field -> Totals.worst(with(update, ImmutableList.of(field))),
                        field -> field));
        byRisk
            .asMap()
            .values()
            .forEach(fields -> apart.add(with(update, ImmutableList.copyOf(fields))));
      } else {
        apart.add(change);
      }
    }
    return apart.build();
  }

  private static Change.Update with(Change.Update update, ImmutableList<FieldChange<?>> fields) {
    return new Change.Update(
        update.address(),
        update.target(),
        update.group(),
        fields,
        update.write(),
        update.blocked());
  }

  private static Set<String> keys(Collection<Finding> findings, Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .map(finding -> finding.difference().key())
        .collect(Collectors.toSet());
  }

  private static ImmutableList<Address> undeclared(Collection<Finding> findings) {
    return findings.stream()
        .map(Finding::difference)
        .filter(Difference.Undeclared.class::isInstance)
        .map(Difference::address)
        .collect(ImmutableList.toImmutableList());
  }

  private static Plan part(
      Plan plan, Predicate<String> which, boolean remarks, Set<Address> undeclared) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Update update) {
        ImmutableList<FieldChange<?>> fields =
            update.fields().stream()
                .filter(field -> which.test(new Difference.OfSetting(update, field).key()))
                .collect(ImmutableList.toImmutableList());
        if (!fields.isEmpty()) {
          changes.add(with(update, fields));
        }
      } else if (which.test(new Difference.OfWhole(change).key())) {
        changes.add(change);
      }
    }
    ImmutableList<Observation> observations =
        plan.observations().stream()
            .filter(observation ->
                switch (observation) {
                  case Observation.Unreadable unreadable ->
                      which.test(new Difference.Unseen(unreadable).key());
                  case Observation.Unmanaged(Address address, var _, var _) ->
                      remarks && !undeclared.contains(address);
                  case Observation.Unverifiable _,
                      Observation.PathNotKept _,
                      Observation.Remark _ ->
                      remarks;
                })
            .collect(ImmutableList.toImmutableList());
    return new Plan(plan.nas(), changes.build(), observations);
  }
}
