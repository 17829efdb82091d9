package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A change, and what was found of it.
 *
 * @param findings of an update, that of each setting in their order; of any other change its only
 *     one
 */
public record AssessedChange(Change change, ImmutableList<Finding> findings) {

  static AssessedChange of(Change change, Function<Difference, Finding> assessor) {
    Stream<Difference> differences =
        change instanceof Change.Update update
            ? update.fields().stream().map(field -> new Difference.OfSetting(update, field))
            : Stream.of(new Difference.OfWhole(change));
    return new AssessedChange(
        change, differences.map(assessor).collect(ImmutableList.toImmutableList()));
  }

  /** Whether any of it counts. */
  public boolean counts() {
    return findings.stream().anyMatch(Finding::counts);
  }

  /** The settings of an update each by itself. */
  public ImmutableList<AssessedChange> bySetting() {
    return findings.stream()
        .map(finding -> with(ImmutableList.of(finding)))
        .collect(ImmutableList.toImmutableList());
  }

  /** The settings of an update apart by the worst that mending them may do. */
  public ImmutableList<AssessedChange> byRisk() {
    return Multimaps.index(findings, finding -> finding.difference().risk())
        .asMap()
        .values()
        .stream()
        .map(this::with)
        .collect(ImmutableList.toImmutableList());
  }

  /** What of it has findings of a kind. */
  Optional<AssessedChange> part(Predicate<Finding> which) {
    ImmutableList<Finding> some =
        findings.stream().filter(which).collect(ImmutableList.toImmutableList());
    return some.isEmpty() ? Optional.empty() : Optional.of(with(some));
  }

  private AssessedChange with(Collection<Finding> some) {
    return new AssessedChange(
        change instanceof Change.Update update
            ? update.with(
                some.stream()
                    .<FieldChange<?>>flatMap(finding ->
                        finding.difference() instanceof Difference.OfSetting(var _, var field)
                            ? Stream.of(field)
                            : Stream.empty())
                    .collect(ImmutableList.toImmutableList()))
            : change,
        ImmutableList.copyOf(some));
  }
}
