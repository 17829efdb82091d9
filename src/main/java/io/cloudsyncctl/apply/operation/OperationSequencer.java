package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.diff.Quiesce;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns a plan into the operations that carry it out, in the order of {@link Stage}. */
public final class OperationSequencer {
  private final List<Staged> staged = new ArrayList<>();
  private final Set<Long> pausedHere = new HashSet<>();
  private final Set<Long> resumedHere = new HashSet<>();
  private final boolean atRest;

  private record Staged(Stage stage, Operation operation) {}

  private OperationSequencer(boolean atRest) {
    this.atRest = atRest;
  }

  /** The operations of a plan; blocked changes and manual steps have none. */
  public static ImmutableList<Operation> sequence(Plan plan) {
    OperationSequencer sequencer = new OperationSequencer(plan.atRest());
    plan.changes().forEach(sequencer::pausesAndResumes);
    plan.resting().forEach(sequencer::rest);
    plan.changes().forEach(sequencer::add);
    return sequencer.staged.stream()
        .sorted(Comparator.comparing(Staged::stage))
        .map(Staged::operation)
        .collect(ImmutableList.toImmutableList());
  }

  private void pausesAndResumes(Change change) {
    if (change instanceof Change.Pause pause) {
      pausedHere.add(pause.connection().id());
    } else if (change instanceof Change.Resume resume) {
      resumedHere.add(resume.connection().id());
    }
  }

  private void rest(Plan.Resting resting) {
    Target.OfConnection connection = resting.connection();
    if (pausedHere.add(connection.id())) {
      stage(Stage.PAUSE, new Operation.PauseConnection(resting.address(), connection));
      if (resumedHere.add(connection.id())) {
        stage(Stage.RESUME, new Operation.ResumeConnection(resting.address(), connection));
      }
    }
  }

  private void add(Change change) {
    switch (change) {
      case Change.Update update -> {
        GroupWrite write = update.write();
        if (write != null) {
          stage(
              StageRules.of(update),
              new Operation.WriteGroup(
                  update.address(), update.target(), write, needsRest(update)));
        }
      }
      case Change.Create create -> {
        NewTask task = create.task();
        if (task != null) {
          create(create, task);
        }
      }
      case Change.Delete delete -> remove(delete);
      case Change.Pause pause ->
          stage(Stage.PAUSE, new Operation.PauseConnection(pause.address(), pause.connection()));
      case Change.Resume resume ->
          stage(
              Stage.RESUME, new Operation.ResumeConnection(resume.address(), resume.connection()));
      case Change.Manual _ -> {}
    }
  }

  /** What the package does on a relink hangs on no connection's rest. */
  private boolean needsRest(Change.Update update) {
    return atRest
        && Quiesce.mayDeleteFiles(update)
        && !(update.target() instanceof Target.OfPackage);
  }

  private void remove(Change.Delete delete) {
    switch (delete.target()) {
      case Target.OfConnection connection ->
          stage(
              Stage.REMOVE,
              new Operation.RemoveConnection(delete.address(), connection, delete.going()));
      case Target.OfTask task ->
          stage(Stage.REMOVE, new Operation.RemoveTask(delete.address(), task));
      case Target.OfPackage _ -> throw new IllegalArgumentException("a package cannot be removed");
    }
  }

  /** The connection rests while its new task gets its settings, then goes on as it was before. */
  private void create(Change.Create create, NewTask task) {
    Target.OfConnection connection = create.connection();
    Address address = create.address();
    Address ofConnection = address.withoutTask();
    if (!create.connectionPaused() && pausedHere.add(connection.id())) {
      stage(Stage.PAUSE, new Operation.PauseConnection(ofConnection, connection));
      if (resumedHere.add(connection.id())) {
        stage(Stage.RESUME, new Operation.ResumeConnection(ofConnection, connection));
      }
    }
    stage(Stage.TEST, new Operation.TestTask(address, connection, task));
    stage(Stage.CREATE, new Operation.CreateTask(address, connection, task, atRest));
    Target.OfTask target = Target.OfTask.toBeCreated(connection, task.paths());
    stage(Stage.CREATE, new Operation.WriteGroup(address, target, task.settingsWrite(), atRest));
    stage(Stage.CREATE, new Operation.WriteGroup(address, target, task.filtersWrite(), atRest));
  }

  private void stage(Stage stage, Operation operation) {
    staged.add(new Staged(stage, operation));
  }
}
