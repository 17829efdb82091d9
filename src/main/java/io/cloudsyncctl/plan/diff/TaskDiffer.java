package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.match.KnownTasks;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.match.TaskMatch;
import io.cloudsyncctl.plan.match.TaskMatcher;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.prune.Removals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the tasks of one connection, as {@link TaskMatcher} finds them. */
final class TaskDiffer {
  private final DesiredConnection desired;
  private final LiveConnection live;
  private final Address connection;
  private final Target.OfConnection target;
  private final SettingsRecord record;
  private final KnownTasks known;
  private final Recreation recreation;
  private final boolean paused;

  TaskDiffer(
      DesiredConnection desired,
      LiveConnection live,
      Address connection,
      Target.OfConnection target,
      SettingsRecord record,
      KnownTasks known,
      Recreation recreation,
      boolean paused) {
    this.desired = desired;
    this.live = live;
    this.connection = connection;
    this.target = target;
    this.record = record;
    this.known = known;
    this.recreation = recreation;
    this.paused = paused;
  }

  void diff(List<Change> changes, List<Observation> observations, List<Diagnostic> errors) {
    ImmutableList<TaskMatch> matches = TaskMatcher.match(desired, live, known);
    Set<Long> managed =
        matches.stream()
            .flatMap(match -> match.found().stream())
            .map(LiveTask::sessionId)
            .collect(Collectors.toSet());
    ImmutableList<LiveTask> undeclared =
        live.tasks().stream()
            .filter(task -> !managed.contains(task.sessionId()))
            .collect(ImmutableList.toImmutableList());
    for (TaskMatch match : matches) {
      if (match.found().size() > 1) {
        errors.add(ambiguous(match));
      } else {
        one(match, undeclared, changes, observations);
      }
    }
    undeclared.forEach(task ->
        observations.add(
            new Observation.Unmanaged(connection.task(task.paths()), live.id(), task.sessionId())));
  }

  private Diagnostic ambiguous(TaskMatch match) {
    return Diagnostic.error(
        DiagnosticCode.AMBIGUOUS_TASK,
        "the NAS has "
            + match.found().size()
            + " tasks of \""
            + live.name()
            + "\" for this pair of paths (session ids "
            + String.join(", ", match.found().stream().map(t -> "" + t.sessionId()).toList())
            + ")",
        match.desired().at(),
        "remove the doubled task in DSM");
  }

  private static Value<SyncDirection> direction(LiveTask task) {
    return task.settings().get(TaskSettings.SYNC_DIRECTION);
  }

  /** That the record cannot be used is told: otherwise it would lapse without anybody knowing. */
  private Optional<Observation> lapsed(Address address, DesiredTask task, LiveTask actual) {
    boolean asked =
        TaskSettings.OPTIONS.stream()
            .filter(setting -> actual.settings().get(setting) instanceof Value.Unreadable<Boolean>)
            .anyMatch(setting -> task.settings().get(setting).isPresent());
    return record
        .entry(actual.sessionId())
        .filter(entry ->
            asked
                && !(entry.isOf(live.identity(), actual.identity())
                    && entry.holds(direction(actual))))
        .map(entry ->
            new Observation.Remark(
                address,
                entry.isIncomplete()
                    ? "its entry in the record was written by an earlier version and does not"
                        + " identify the task, so it does not count; the next apply that writes the"
                        + " task settings replaces it"
                    : entry.isOf(live.identity(), actual.identity())
                        ? "somebody has written its task settings since the record was written, which"
                            + " its direction shows, so its entry in the record does not count"
                        : "the record's entry of session "
                            + actual.sessionId()
                            + " is of another task (the NAS gave its id anew), so it does not count"));
  }

  private void one(
      TaskMatch match,
      ImmutableList<LiveTask> undeclared,
      List<Change> changes,
      List<Observation> observations) {
    DesiredTask task = match.desired();
    Address address = connection.task(task.paths());
    String unreadable = live.tasksUnreadable();
    if (unreadable != null) {
      observations.add(
          new Observation.Unreadable(
              address, "its tasks cannot be read: " + unreadable, task.at()));
      return;
    }
    Optional<LiveTask> found = match.only();
    if (found.isEmpty()) {
      if (task.presence() == Presence.PRESENT) {
        missing(address, match, undeclared, changes, observations);
      }
      return;
    }
    LiveTask actual = found.get();
    Target.OfTask taskTarget = Target.OfTask.of(target, actual);
    if (!actual.paths().same(task.paths())) {
      observations.add(
          new Observation.PathNotKept(address, live.id(), actual.sessionId(), actual.paths()));
    }
    if (task.presence() == Presence.ABSENT) {
      changes.add(Removals.ofTask(address, live, actual, ImmutableList.of(), task.at()));
      return;
    }
    GroupDiffer.ofTask(
            address,
            taskTarget,
            task.settings(),
            actual,
            record
                .entry(live.identity(), actual.identity())
                .filter(entry -> entry.holds(direction(actual))))
        .diff(changes, observations);
    lapsed(address, task, actual).ifPresent(observations::add);
  }

  private void missing(
      Address address,
      TaskMatch match,
      ImmutableList<LiveTask> undeclared,
      List<Change> changes,
      List<Observation> observations) {
    DesiredTask task = match.desired();
    Optional<String> near = NearTasks.hint(undeclared, task.paths());
    if (!live.type().equals(LiveConnection.AMAZON_S3)) {
      changes.add(ManualSteps.addTask(address, live, task, match.known(), near));
      return;
    }
    Optional<String> doubt = doubt(address, match, undeclared);
    changes.add(
        CreatePlanner.plan(
            address, desired, live, paused, task, ImmutableList.copyOf(doubt.stream().toList())));
    if (doubt.isEmpty()) {
      near.ifPresent(hint -> observations.add(new Observation.Remark(address, hint)));
      match
          .asked()
          .ifPresent(asked ->
              observations.add(new Observation.Remark(address, Recreation.askedBefore(asked))));
    }
  }

  /** Why a task may be there although it is not found. */
  private Optional<String> doubt(
      Address address, TaskMatch match, ImmutableList<LiveTask> undeclared) {
    TaskPaths declared = match.desired().paths();
    return NearTasks.doubled(undeclared, declared)
        .or(() ->
            recreation.covers(address) ? Optional.empty() : unnamed(address, match, undeclared));
  }

  private static Optional<String> unnamed(
      Address address, TaskMatch match, ImmutableList<LiveTask> undeclared) {
    return match.asked().isPresent()
        ? NearTasks.come(undeclared, match.asked().get(), address)
        : match.known().map(was -> Recreation.unnamed(address, was));
  }
}
