package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.Presence;
import io.cloudsyncctl.model.SettingsRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the tasks of one connection; a task is its pair of paths. */
final class TaskDiffer {
  private final DesiredConnection desired;
  private final LiveConnection live;
  private final Address connection;
  private final Target.OfConnection target;
  private final SettingsRecord record;
  private final boolean paused;

  TaskDiffer(
      DesiredConnection desired,
      LiveConnection live,
      Address connection,
      Target.OfConnection target,
      SettingsRecord record,
      boolean paused) {
    this.desired = desired;
    this.live = live;
    this.connection = connection;
    this.target = target;
    this.record = record;
    this.paused = paused;
  }

  void diff(List<Change> changes, List<Observation> observations, List<Diagnostic> errors) {
    Set<Long> managed = new HashSet<>();
    for (DesiredTask task : desired.tasks()) {
      ImmutableList<LiveTask> found =
          live.tasks().stream()
              .filter(candidate -> candidate.paths().same(task.paths()))
              .collect(ImmutableList.toImmutableList());
      found.forEach(candidate -> managed.add(candidate.sessionId()));
      if (found.size() > 1) {
        errors.add(
            Diagnostic.error(
                "ambiguous-task",
                "the NAS has "
                    + found.size()
                    + " tasks of \""
                    + live.name()
                    + "\" for this pair of paths (session ids "
                    + String.join(", ", found.stream().map(t -> "" + t.sessionId()).toList())
                    + ")",
                task.at(),
                "remove the doubled task in DSM"));
      } else {
        one(task, found, changes, observations);
      }
    }
    live.tasks().stream()
        .filter(task -> !managed.contains(task.sessionId()))
        .forEach(task ->
            observations.add(
                new Observation.Unmanaged(
                    connection.task(task.paths()), live.id(), task.sessionId())));
  }

  /** That the record cannot be used is told: otherwise it would lapse without anybody knowing. */
  private Optional<Observation> lapsed(Address address, DesiredTask task, LiveTask actual) {
    boolean asked =
        TaskSettings.WRITE_ONLY.stream()
            .anyMatch(setting -> task.settings().get(setting).isPresent());
    return record
        .entry(actual.sessionId())
        .filter(entry -> asked && !entry.isOf(live.identity(), actual.identity()))
        .map(entry ->
            new Observation.Remark(
                address,
                entry.isIncomplete()
                    ? "its entry in the record was written by an earlier version and does not"
                        + " identify the task, so it does not count; the next apply that writes the"
                        + " task settings replaces it"
                    : "the record's entry of session "
                        + actual.sessionId()
                        + " is of another task (the NAS gave its id anew), so it does not count"));
  }

  private void one(
      DesiredTask task,
      ImmutableList<LiveTask> found,
      List<Change> changes,
      List<Observation> observations) {
    Address address = connection.task(task.paths());
    String unreadable = live.tasksUnreadable();
    if (unreadable != null) {
      observations.add(
          new Observation.Unreadable(
              address, "its tasks cannot be read: " + unreadable, task.at()));
      return;
    }
    if (found.isEmpty()) {
      if (task.presence() == Presence.PRESENT) {
        Optional<String> near = NearTasks.hint(desired, live, task);
        if (live.type().equals(LiveConnection.AMAZON_S3)) {
          changes.add(CreatePlanner.plan(address, desired, live, paused, task));
          near.ifPresent(hint -> observations.add(new Observation.Remark(address, hint)));
        } else {
          changes.add(ManualSteps.addTask(address, live, task, near));
        }
      }
      return;
    }
    LiveTask actual = found.getFirst();
    Target.OfTask taskTarget = Target.OfTask.of(target, actual);
    if (task.presence() == Presence.ABSENT) {
      changes.add(Removals.ofTask(address, live, actual, ImmutableList.of(), task.at()));
      return;
    }
    GroupDiffer.ofTask(
            address,
            taskTarget,
            task.settings(),
            actual,
            record.entry(live.identity(), actual.identity()))
        .diff(changes, observations);
    lapsed(address, task, actual).ifPresent(observations::add);
  }
}
