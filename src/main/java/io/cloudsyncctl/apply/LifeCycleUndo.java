package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
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

/** Plans the way back of what a run paused, resumed, created and removed. */
final class LifeCycleUndo {
  private final JournaledRun run;
  private final LiveState live;
  private final List<Change> changes;
  private final List<Diagnostic> moved;

  LifeCycleUndo(JournaledRun run, LiveState live, List<Change> changes, List<Diagnostic> moved) {
    this.run = run;
    this.live = live;
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
            connection(id)
                .filter(LiveConnection::paused)
                .ifPresent(found ->
                    changes.add(
                        new Change.Resume(
                            pause.address(), pause.connection(), found.status(), at(step))));
          }
        }
        case Operation.ResumeConnection resume -> {
          long id = resume.connection().id();
          if (resumed.contains(id) && !paused.contains(id)) {
            connection(id)
                .filter(found -> !found.paused())
                .ifPresent(found ->
                    changes.add(
                        new Change.Pause(
                            resume.address(), resume.connection(), found.status(), at(step))));
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
    Optional<LiveConnection> connection = connection(create.connection().id());
    Optional<LiveTask> task = task(connection, create.task().paths());
    if (task.isEmpty()) {
      return;
    }
    Long sessionId = step.sessionId();
    if ((sessionId != null && sessionId != task.get().sessionId())
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
    Optional<LiveConnection> connection = connection(remove.task().connection().id());
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

  private Optional<LiveConnection> connection(long id) {
    return live.connections().stream().filter(one -> one.id() == id).findFirst();
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
