package io.cloudsyncctl.apply.undo;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.restore.CannotUndo;
import io.cloudsyncctl.plan.restore.Restoration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Plans the way back of what a run created and removed. */
final class LifeCycleUndo {
  private final JournaledRun run;
  private final LiveState live;
  private final SettingsRecord record;
  private final BiPredicate<Target.OfConnection, LiveConnection> isStill;
  private final List<Change> changes;
  private final List<Diagnostic> moved;
  private final List<Diagnostic> unread;

  LifeCycleUndo(
      JournaledRun run,
      LiveState live,
      SettingsRecord record,
      BiPredicate<Target.OfConnection, LiveConnection> isStill,
      List<Change> changes,
      List<Diagnostic> moved,
      List<Diagnostic> unread) {
    this.run = run;
    this.live = live;
    this.record = record;
    this.isStill = isStill;
    this.changes = changes;
    this.moved = moved;
    this.unread = unread;
  }

  /** Adds the changes, what has moved since, and of what nobody can say whether it has. */
  void plan() {
    for (JournaledRun.Step step : run.steps()) {
      if (!step.happened()) {
        continue;
      }
      switch (step.operation()) {
        case Operation.CreateTask create -> {
          if (tasksRead(create.connection(), step)) {
            created(create, step);
          }
        }
        case Operation.RemoveTask remove -> {
          if (tasksRead(remove.task().connection(), step)) {
            removed(remove, step);
          }
        }
        case Operation.RemoveConnection remove -> removed(remove, step);
        case Operation.WriteGroup _,
            Operation.TestTask _,
            Operation.PauseConnection _,
            Operation.ResumeConnection _ -> {}
      }
    }
  }

  /** Of tasks that cannot be read, none is gone and none is still there. */
  private boolean tasksRead(Target.OfConnection connection, JournaledRun.Step step) {
    boolean unreadable =
        connection(connection).filter(one -> one.tasksUnreadable() != null).isPresent();
    if (unreadable) {
      unread.add(UndoPlanner.unread(run, step, List.of("the tasks of the connection")));
    }
    return !unreadable;
  }

  private void created(Operation.CreateTask create, JournaledRun.Step step) {
    Optional<LiveConnection> connection = connection(create.connection());
    TaskIdentity created = step.created();
    boolean identified =
        create.connection().identity().isComplete()
            && (created == null || created.remoteFolderId() != null);
    if (!identified) {
      changes.add(unidentified(create.address(), create, step));
    } else if (connection.isPresent()) {
      if (created == null) {
        unseen(create, step, connection.get());
      } else {
        connection.get().tasks().stream()
            .filter(one -> one.sessionId() == created.sessionId())
            .findFirst()
            .ifPresent(task -> {
              if (created.isSame(task.identity())) {
                removal(create, step, connection.get(), task);
              } else {
                moved.add(UndoPlanner.moved(run, step));
              }
            });
      }
    }
  }

  private void removal(
      Operation.CreateTask create,
      JournaledRun.Step step,
      LiveConnection connection,
      LiveTask task) {
    if (!untold(create, task).isEmpty()) {
      unread.add(UndoPlanner.unread(run, step, untold(create, task)));
    } else if (changedSince(create, task)) {
      moved.add(UndoPlanner.moved(run, step));
    } else {
      changes.add(Restoration.removal(create.address(), connection, task, at(step)));
    }
  }

  /**
   * The run came to its end before it saw which task it had created, if any: by its paths it may as
   * well be one that a person created. One that is not there may still come, until a later run has
   * dealt with that.
   */
  private void unseen(
      Operation.CreateTask create, JournaledRun.Step step, LiveConnection connection) {
    ImmutableList<LiveTask> come =
        connection.tasks().stream()
            .filter(task -> !step.sessions().orElse(ImmutableSet.of()).contains(task.sessionId()))
            .collect(ImmutableList.toImmutableList());
    if (come.size() == 1 && isProven(create, step, come.getFirst())) {
      removal(create, step, connection, come.getFirst());
      return;
    }
    CannotUndo.ofUnseenCreation(
            create.address(), come, create.task().paths(), mayStillCome(create), at(step))
        .ifPresent(changes::add);
  }

  private boolean mayStillCome(Operation.CreateTask create) {
    return !run.settled()
        && (known(create).findAny().isEmpty()
            || known(create).anyMatch(one -> one.asked(create.declared()).isPresent()));
  }

  private Stream<KnownConnection> known(Operation.CreateTask create) {
    return record.known().stream()
        .filter(one -> one.identity().isSameUnderAnyName(create.connection().identity()));
  }

  /**
   * Whether the only task that has come since is the one that the run created: the record still
   * says that this very creation is in the balance, so no later run has made it or found it.
   */
  private boolean isProven(Operation.CreateTask create, JournaledRun.Step step, LiveTask come) {
    return NearPaths.both(come.paths(), create.task().paths())
        && known(create)
            .filter(
                one -> one.tasks().stream().noneMatch(it -> it.identity().isSame(come.identity())))
            .flatMap(one -> one.asked(create.declared()).stream())
            .anyMatch(asked ->
                Optional.of(asked.before()).equals(step.sessions())
                    && !asked.at().isBefore(run.startedAt()));
  }

  /** What the run has read back of a task that it created, and what cannot be read any more. */
  private ImmutableList<String> untold(Operation.CreateTask create, LiveTask task) {
    return settings(create)
        .flatMap(step ->
            step.readBack().keySet().stream()
                .filter(parameter -> !now(step, task).containsKey(parameter)))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether a task that the run created is no longer as the run left it. */
  private boolean changedSince(Operation.CreateTask create, LiveTask task) {
    return settings(create)
        .anyMatch(step -> !GroupComparison.moved(step.readBack(), now(step, task)).isEmpty());
  }

  /** The writes that gave a new task its settings. */
  private Stream<JournaledRun.Step> settings(Operation.CreateTask create) {
    return run.steps().stream()
        .filter(step -> step.outcome() == JournaledRun.Outcome.DONE)
        .filter(step ->
            step.operation() instanceof Operation.WriteGroup write
                && write.address().equals(create.address())
                && write.target() instanceof Target.OfTask target
                && target.sessionId() == null);
  }

  private static ImmutableMap<String, WireValue> now(JournaledRun.Step step, LiveTask task) {
    return step.operation() instanceof Operation.WriteGroup write
        ? PreImage.of(write.write().group(), task.settings(), task)
        : ImmutableMap.of();
  }

  private void removed(Operation.RemoveTask remove, JournaledRun.Step step) {
    if (!UndoPlanner.isIdentified(remove.task())) {
      changes.add(unidentified(remove.address(), remove, step));
      return;
    }
    Optional<LiveConnection> connection = connection(remove.task().connection());
    TaskPaths paths = remove.task().paths();
    Optional<LiveTask> there = task(connection, paths);
    if (there.isPresent()) {
      if (mayStillGo(step)
          && Long.valueOf(there.get().sessionId()).equals(remove.task().sessionId())) {
        changes.add(CannotUndo.ofUnseenRemoval(remove.address(), "task", at(step)));
      }
      return;
    }
    if (connection.isEmpty()) {
      changes.add(CannotUndo.ofTask(remove.address(), at(step)));
      return;
    }
    Optional<Change.Manual> doubted =
        CannotUndo.ofDoubted(remove.address(), connection.get(), paths, record, at(step));
    if (doubted.isPresent()) {
      changes.add(doubted.get());
      return;
    }
    changes.add(
        Restoration.creation(
                remove.address(),
                connection.get(),
                live.allPaused(),
                paths,
                step.preImage(),
                step.recorded(),
                at(step))
            .orElseGet(
                () -> CannotUndo.ofTask(remove.address(), connection.get(), paths, at(step))));
  }

  private void removed(Operation.RemoveConnection remove, JournaledRun.Step step) {
    if (live.connections().stream()
        .noneMatch(one -> one.name().equals(remove.connection().name()))) {
      changes.add(CannotUndo.ofConnection(remove.address(), at(step)));
    } else if (mayStillGo(step) && connection(remove.connection()).isPresent()) {
      changes.add(CannotUndo.ofUnseenRemoval(remove.address(), "connection", at(step)));
    }
  }

  /** Whether what is listed may be removed all the same, and no later run has dealt with that. */
  private boolean mayStillGo(JournaledRun.Step step) {
    return step.outcome() == JournaledRun.Outcome.UNCERTAIN && !run.settled();
  }

  private Change unidentified(Address address, Operation operation, JournaledRun.Step step) {
    return UndoPlanner.unidentified(run, address, operation, step);
  }

  private Optional<LiveConnection> connection(Target.OfConnection then) {
    return live.connections().stream().filter(one -> isStill.test(then, one)).findFirst();
  }

  private static Optional<LiveTask> task(Optional<LiveConnection> connection, TaskPaths paths) {
    return connection.stream()
        .flatMap(one -> one.tasks().stream())
        .filter(task -> task.paths().same(paths))
        .findFirst();
  }

  private Location.InFile at(JournaledRun.Step step) {
    return UndoPlanner.at(run, step);
  }
}
