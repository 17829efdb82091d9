package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.plan.Observation;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.plan.Restoration;
import io.cloudsyncctl.plan.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans the way back: what a run replaced is put back, what it created is removed, what it removed
 * is created again where the API can. It is a plan like any other, with the same risks and guards.
 *
 * <p>The premise: undoing is only right while the NAS still is as the run left it. Where somebody
 * has changed a group since, putting back an old value would undo their work as well, so it is
 * refused.
 */
public final class UndoPlanner implements Planner {
  private final JournaledRun run;

  public UndoPlanner(JournaledRun run) {
    this.run = run;
  }

  /**
   * The plan that undoes the run.
   *
   * @throws DiagnosticException {@code nas-moved} where the NAS has changed since, {@code
   *     api-refused} where this login cannot read whether it has
   */
  @Override
  public Plan plan(LiveState live, SettingsRecord record) {
    List<Change> changes = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    List<Diagnostic> moved = new ArrayList<>();
    List<Diagnostic> unread = new ArrayList<>();
    for (JournaledRun.Step step : groups()) {
      Operation.WriteGroup write = (Operation.WriteGroup) step.operation();
      Restoration restoration = restoration(write, step, live);
      if (restoration.alreadyBack()) {
        continue;
      }
      if (!restoration.unread().isEmpty()) {
        unread.add(unread(step, restoration.unread()));
      } else if (restoration.moved()) {
        moved.add(moved(step));
      } else {
        restoration.change().ifPresent(changes::add);
      }
    }
    lifeCycle(live, changes, observations);
    if (!unread.isEmpty()) {
      throw new DiagnosticException(FailureKind.FAILED, unread, null);
    }
    if (!moved.isEmpty()) {
      throw new DiagnosticException(FailureKind.REFUSED, moved, null);
    }
    return new Plan(
        run.nas(),
        ImmutableList.sortedCopyOf(Comparator.comparing(Change::address), changes),
        ImmutableList.copyOf(observations));
  }

  /** The writes to undo: of each group the first pre-image with the last answer. */
  private ImmutableList<JournaledRun.Step> groups() {
    Map<Object, JournaledRun.Step> byGroup = new LinkedHashMap<>();
    for (JournaledRun.Step step : run.steps()) {
      if (step.operation() instanceof Operation.WriteGroup write
          && happened(step)
          && !(write.target() instanceof Target.OfTask task && task.sessionId() == null)) {
        Object key = List.of(write.target(), write.write().group());
        JournaledRun.Step first = byGroup.get(key);
        byGroup.put(
            key,
            first == null
                ? step
                : new JournaledRun.Step(
                    step.number(),
                    step.operation(),
                    step.outcome(),
                    first.preImage(),
                    first.recorded(),
                    step.readBack(),
                    null,
                    step.line()));
      }
    }
    return ImmutableList.copyOf(byGroup.values());
  }

  private static boolean happened(JournaledRun.Step step) {
    return step.outcome() == JournaledRun.Outcome.DONE
        || step.outcome() == JournaledRun.Outcome.UNCERTAIN;
  }

  private Restoration restoration(
      Operation.WriteGroup write, JournaledRun.Step step, LiveState live) {
    Location.InFile at = new Location.InFile(run.path().toString(), step.line(), 1);
    ImmutableMap<String, WireValue> written =
        step.readBack().isEmpty() ? write.write().parameters() : step.readBack();
    return Restoration.of(
        write.address(),
        write.target(),
        write.write().group(),
        step.preImage(),
        step.recorded(),
        written,
        live,
        at);
  }

  private void lifeCycle(LiveState live, List<Change> changes, List<Observation> observations) {
    Set<Long> paused = new HashSet<>();
    Set<Long> resumed = new HashSet<>();
    for (JournaledRun.Step step : run.steps()) {
      if (!happened(step)) {
        continue;
      }
      Location.InFile at = new Location.InFile(run.path().toString(), step.line(), 1);
      switch (step.operation()) {
        case Operation.PauseConnection pause -> paused.add(pause.connection().id());
        case Operation.ResumeConnection resume -> resumed.add(resume.connection().id());
        case Operation.CreateTask create -> created(create, live, at).ifPresent(changes::add);
        case Operation.RemoveTask remove -> removed(remove, step, live, at, changes, observations);
        case Operation.RemoveConnection remove ->
            observations.add(
                new Observation.Remark(
                    remove.address(),
                    "cannot be undone: accounts can only be linked by a login in a browser"));
        case Operation.WriteGroup _, Operation.TestTask _ -> {}
      }
    }
    for (JournaledRun.Step step : run.steps()) {
      Location.InFile at = new Location.InFile(run.path().toString(), step.line(), 1);
      switch (step.operation()) {
        case Operation.PauseConnection pause -> {
          long id = pause.connection().id();
          if (paused.contains(id) && !resumed.contains(id)) {
            connection(live, id)
                .filter(LiveConnection::paused)
                .ifPresent(found ->
                    changes.add(
                        new Change.Resume(
                            pause.address(), pause.connection(), found.status(), at)));
          }
        }
        case Operation.ResumeConnection resume -> {
          long id = resume.connection().id();
          if (resumed.contains(id) && !paused.contains(id)) {
            connection(live, id)
                .filter(found -> !found.paused())
                .ifPresent(found ->
                    changes.add(
                        new Change.Pause(
                            resume.address(), resume.connection(), found.status(), at)));
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

  private static Optional<Change> created(
      Operation.CreateTask create, LiveState live, Location.InFile at) {
    return connection(live, create.connection().id())
        .flatMap(connection ->
            connection.tasks().stream()
                .filter(task -> task.paths().same(create.task().paths()))
                .findFirst()
                .map(task -> Restoration.removal(create.address(), connection, task, at)));
  }

  private static void removed(
      Operation.RemoveTask remove,
      JournaledRun.Step step,
      LiveState live,
      Location.InFile at,
      List<Change> changes,
      List<Observation> observations) {
    Optional<LiveConnection> connection = connection(live, remove.task().connection().id());
    Optional<LiveTask> there =
        connection.flatMap(found ->
            found.tasks().stream()
                .filter(task -> task.paths().same(remove.task().paths()))
                .findFirst());
    if (connection.isEmpty() || there.isPresent()) {
      return;
    }
    Optional<Change> creation =
        Restoration.creation(
            remove.address(),
            connection.get(),
            live.allPaused(),
            remove.task().paths(),
            step.preImage(),
            step.recorded(),
            at);
    if (creation.isPresent()) {
      changes.add(creation.get());
    } else {
      observations.add(
          new Observation.Remark(
              remove.address(),
              "cannot be undone: "
                  + (connection.get().type().equals(LiveConnection.AMAZON_S3)
                      ? "its write-only settings were never known"
                      : "tasks of provider "
                          + connection.get().type()
                          + " cannot be created through the API")));
    }
  }

  private static Optional<LiveConnection> connection(LiveState live, long id) {
    return live.connections().stream().filter(one -> one.id() == id).findFirst();
  }

  private Diagnostic unread(JournaledRun.Step step, List<String> what) {
    return Diagnostic.error(
        "api-refused",
        step.operation().address().text()
            + ": nobody can say whether the NAS has changed since the run "
            + run.id()
            + ", since it does not tell: "
            + String.join(", ", what),
        new Location.InFile(run.path().toString(), step.line(), 1),
        "may this login still read it? Then undo again");
  }

  private Diagnostic moved(JournaledRun.Step step) {
    return Diagnostic.error(
        FreshReads.MOVED,
        step.operation().address().text()
            + ": the NAS has changed since the run "
            + run.id()
            + ", so undoing it would undo that as well",
        new Location.InFile(run.path().toString(), step.line(), 1),
        "declare what you want and apply it");
  }
}
