package io.cloudsyncctl.plan.risk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.plan.match.DeclaredBy;
import io.cloudsyncctl.plan.match.Ownership;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.risk.FleetRiskRules.View;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The views of a run, of which several may be of one device: each login of it sees its own
 * connections, and an administrator sees those of others as well.
 *
 * <p>A task that two views see is one task, and what will become of it is what the view says that
 * owns its connection: the file that declares it, else one that removes something of it, else the
 * first by name. What another view sees and the owner did not see has come meanwhile, and counts.
 * What the owner removes counts for all others until it is gone: each file is applied by itself, so
 * the owner's may be refused.
 */
final class DeviceViews {
  private final ImmutableList<View> views;
  private final ImmutableMap<String, ImmutableList<PlannedTask>> tasks;

  DeviceViews(List<View> views) {
    this.views = ImmutableList.copyOf(views);
    this.tasks =
        views.stream()
            .collect(ImmutableMap.toImmutableMap(view -> view.plan().nas(), PlannedTasks::of));
  }

  /** The tasks of one of them, but for those that another one answers for. */
  ImmutableList<PlannedTask> tasks(View view) {
    return planned(view).stream()
        .flatMap(
            task -> owner(view, task).map(owner -> seenBeside(owner, task)).orElse(Stream.of(task)))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<PlannedTask> planned(View view) {
    return tasks.getOrDefault(view.plan().nas(), ImmutableList.of());
  }

  private Stream<PlannedTask> seenBeside(View owner, PlannedTask task) {
    boolean stays =
        makes(owner, task)
            || planned(owner).stream()
                .anyMatch(
                    one -> task.sessionId() != null && task.sessionId().equals(one.sessionId()));
    return stays ? Stream.empty() : Stream.of(task.removedBy(owner.plan().nas()));
  }

  /** The view that answers for a task in place of another that sees it. */
  private Optional<View> owner(View view, PlannedTask task) {
    return task.sessionId() == null
        ? Optional.empty()
        : views.stream()
            .filter(other -> other != view && other.device().equals(view.device()))
            .filter(other -> answers(other, view, task))
            .findFirst();
  }

  private static boolean answers(View other, View view, PlannedTask task) {
    return connection(other, task)
        .filter(theirs -> claim(other, theirs).compareTo(claim(view, theirs)) < 0)
        .filter(theirs -> lists(theirs, task) || makes(other, task))
        .isPresent();
  }

  private static Optional<LiveConnection> connection(View view, PlannedTask task) {
    return view.live().connections().stream()
        .filter(connection -> task.isOf(connection.identity()))
        .findFirst();
  }

  private static boolean lists(LiveConnection connection, PlannedTask task) {
    return connection.tasks().stream()
        .anyMatch(one ->
            task.sessionId() != null
                && one.sessionId() == task.sessionId()
                && one.paths().same(task.paths()));
  }

  /** Whether a view creates it, and has done so since it was read. */
  private static boolean makes(View view, PlannedTask task) {
    return view.plan().changes().stream()
        .anyMatch(change ->
            change instanceof Change.Create create
                && create.task() != null
                && task.isOf(create.connection().identity())
                && create.task().paths().same(task.paths()));
  }

  /** How near a view is to owning a connection; the least is the nearest. */
  private record Claim(boolean others, boolean kept, String nas) implements Comparable<Claim> {
    @Override
    public int compareTo(Claim other) {
      return Comparator.comparing(Claim::others)
          .thenComparing(Claim::kept)
          .thenComparing(Claim::nas)
          .compare(this, other);
    }
  }

  private static Claim claim(View view, LiveConnection connection) {
    return new Claim(
        !declares(view, connection),
        view.plan().changes().stream()
            .noneMatch(change ->
                change instanceof Change.Delete
                    && Objects.equals(Ownership.connectionId(change), connection.id())),
        view.plan().nas());
  }

  private static boolean declares(View view, LiveConnection connection) {
    return DeclaredBy.of(view.desired(), view.live())
        .declaration(connection)
        .filter(view.desired().connections()::contains)
        .isPresent();
  }
}
