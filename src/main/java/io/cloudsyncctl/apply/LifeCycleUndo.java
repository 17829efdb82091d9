package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.TaskIdentity;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.CannotUndo;
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.plan.GroupComparison;
import io.cloudsyncctl.plan.PreImage;
import io.cloudsyncctl.plan.Restoration;
import io.cloudsyncctl.plan.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Plans the way back of what a run paused, resumed, created and removed. */
final class LifeCycleUndo {
  private final JournaledRun run;
  private final LiveState live;
  private final BiPredicate<Target.OfConnection, LiveConnection> isStill;
  private final List<Change> changes;
  private final List<Diagnostic> moved;

  LifeCycleUndo(
      JournaledRun run,
      LiveState live,
      BiPredicate<Target.OfConnection, LiveConnection> isStill,
      List<Change> changes,
      List<Diagnostic> moved) {
    this.run = run;
    this.live = live;
    this.isStill = isStill;
    this.changes = changes;
    this.moved = moved;
  }

  /** Adds the changes, and what has moved since. */
  void plan() {
    Set<Long> paused = new HashSet<>();
    Set<Long> resumed = new HashSet<>();
    for (JournaledRun.Step step : run.steps()) {
      if (!step.happened()) {
        continue;
      }
      switch (step.operation()) {
        case Operation.PauseConnection pause -> paused.add(pause.connection().id());
        case Operation.ResumeConnection resume -> resumed.add(resume.connection().id());
        case Operation.CreateTask create -> created(create, step);
        case Operation.RemoveTask remove -> removed(remove, step);
        case Operation.RemoveConnection remove -> {
          if (live.connections().stream()
              .noneMatch(one -> one.name().equals(remove.connection().name()))) {
            changes.add(CannotUndo.ofConnection(remove.address(), at(step)));
          }
        }
        case Operation.WriteGroup _, Operation.TestTask _ -> {}
      }
    }
    for (JournaledRun.Step step : run.steps()) {
      switch (step.operation()) {
        case Operation.PauseConnection pause -> {
          long id = pause.connection().id();
          if (paused.contains(id) && !resumed.contains(id)) {
            unpaired(pause.address(), pause, pause.connection(), step)
                .filter(LiveConnection::paused)
                .ifPresent(found ->
                    changes.add(
                        new Change.Resume(
                            pause.address(),
                            new Target.OfConnection(found.identity()),
                            found.status(),
                            at(step))));
          }
        }
        case Operation.ResumeConnection resume -> {
          long id = resume.connection().id();
          if (resumed.contains(id) && !paused.contains(id)) {
            unpaired(resume.address(), resume, resume.connection(), step)
                .filter(found -> !found.paused())
                .ifPresent(found ->
                    changes.add(
                        new Change.Pause(
                            resume.address(),
                            new Target.OfConnection(found.identity()),
                            found.status(),
                            at(step))));
          }
        }
        case Operation.WriteGroup _,
            Operation.RemoveConnection _,
            Operation.RemoveTask _,
            Operation.TestTask _,
            Operation.CreateTask _ -> {}
      }
    }
  }

  private void created(Operation.CreateTask create, JournaledRun.Step step) {
    Optional<LiveConnection> connection = connection(create.connection());
    TaskIdentity created = step.created();
    Optional<LiveTask> task =
        created == null
            ? task(connection, create.task().paths())
            : connection.stream()
                .flatMap(one -> one.tasks().stream())
                .filter(one -> one.sessionId() == created.sessionId())
                .findFirst();
    boolean identified =
        create.connection().identity().isComplete()
            && (created == null || created.remoteFolderId() != null);
    if (!identified) {
      changes.add(unidentified(create.address(), create, step));
    } else if (task.isEmpty()) {
      return;
    } else if ((created != null && !created.isSame(task.get().identity()))
        || changedSince(create, task.get())) {
      moved.add(UndoPlanner.moved(run, step));
    } else {
      changes.add(
          Restoration.removal(create.address(), connection.orElseThrow(), task.get(), at(step)));
    }
  }

  /** Whether a task that the run created is no longer as the run left it. */
  private boolean changedSince(Operation.CreateTask create, LiveTask task) {
    for (JournaledRun.Step step : run.steps()) {
      if (step.operation() instanceof Operation.WriteGroup write
          && write.address().equals(create.address())
          && write.target() instanceof Target.OfTask target
          && target.sessionId() == null
          && step.outcome() == JournaledRun.Outcome.DONE) {
        ImmutableMap<String, WireValue> now =
            PreImage.of(write.write().group(), task.settings(), task);
        if (!GroupComparison.differing(write.write().group(), step.readBack(), now).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private void removed(Operation.RemoveTask remove, JournaledRun.Step step) {
    if (!UndoPlanner.isIdentified(remove.task())) {
      changes.add(unidentified(remove.address(), remove, step));
      return;
    }
    Optional<LiveConnection> connection = connection(remove.task().connection());
    TaskPaths paths = remove.task().paths();
    if (task(connection, paths).isPresent()) {
      return;
    }
    if (connection.isEmpty()) {
      changes.add(CannotUndo.ofTask(remove.address(), at(step)));
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

  /**
   * The connection of a pause or resume that stands alone; empty where it cannot be known again.
   */
  private Optional<LiveConnection> unpaired(
      Address address,
      Operation operation,
      Target.OfConnection connection,
      JournaledRun.Step step) {
    if (!UndoPlanner.isIdentified(connection)) {
      changes.add(unidentified(address, operation, step));
      return Optional.empty();
    }
    return connection(connection);
  }

  private Change unidentified(Address address, Operation operation, JournaledRun.Step step) {
    return CannotUndo.ofUnidentified(
        address, "what the run did (" + operation.summary() + ")", at(step));
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
