package io.cloudsyncctl.apply.undo;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.apply.leftover.Leftover;
import io.cloudsyncctl.apply.leftover.LeftoverSight;
import io.cloudsyncctl.apply.leftover.LeftoverWords;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.leftover.PauseTraces;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.restore.PauseTrace;
import io.cloudsyncctl.plan.restore.ResumeRisks;
import io.cloudsyncctl.plan.restore.Wanted;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Plans the way back of what a run paused and resumed, and of what it or an earlier undo of it left
 * paused; what other runs left is none of its business. A connection goes on as it was before the
 * run, and where some of that cannot be taken back, it says so and asks.
 */
final class PauseUndo {
  private final JournaledRun run;
  private final Leftovers leftovers;
  private final LiveState live;
  private final BiPredicate<Target.OfConnection, LiveConnection> isStill;
  private final SettingsRecord record;
  private final List<Change> changes;
  private final List<Observation> observations;

  PauseUndo(
      JournaledRun run,
      JournaledRuns all,
      LiveState live,
      BiPredicate<Target.OfConnection, LiveConnection> isStill,
      SettingsRecord record,
      List<Change> changes,
      List<Observation> observations) {
    this.run = run;
    this.leftovers = Leftovers.of(all.runs(), Instant.MIN).knowing(all).ofRun(run.id());
    this.live = live;
    this.isStill = isStill;
    this.record = record;
    this.changes = changes;
    this.observations = observations;
  }

  /** Adds the changes, once all others are there. */
  void plan() {
    Set<Long> paused = new HashSet<>();
    Set<Long> resumed = new HashSet<>();
    for (JournaledRun.Step step : run.steps()) {
      if (step.happened()) {
        switch (step.operation()) {
          case Operation.PauseConnection pause -> paused.add(pause.connection().id());
          case Operation.ResumeConnection resume -> resumed.add(resume.connection().id());
          case Operation.WriteGroup _,
              Operation.RemoveConnection _,
              Operation.RemoveTask _,
              Operation.TestTask _,
              Operation.CreateTask _ -> {}
        }
      }
    }
    for (JournaledRun.Step step : run.steps()) {
      switch (step.operation()) {
        case Operation.PauseConnection pause -> {
          if (paused.contains(pause.connection().id())) {
            paused(pause, step);
          }
        }
        case Operation.ResumeConnection resume -> {
          long id = resume.connection().id();
          if (resumed.contains(id) && !paused.contains(id)) {
            resumed(resume, step);
          }
        }
        case Operation.WriteGroup _,
            Operation.RemoveConnection _,
            Operation.RemoveTask _,
            Operation.TestTask _,
            Operation.CreateTask _ -> {}
      }
    }
    leftovers.open().stream()
        .filter(leftover -> !leftover.run().id().equals(run.id()))
        .forEach(leftover -> left(leftover, new Location.InFile(file(leftover), 1, 1)));
  }

  /** One that was to stay paused, or one that it never came to resume. */
  private void paused(Operation.PauseConnection pause, JournaledRun.Step step) {
    Target.OfConnection connection = pause.connection();
    if (!run.meantToResume(connection.id())) {
      find(pause.address(), pause, connection, step)
          .filter(LiveConnection::paused)
          .ifPresent(found -> resume(pause.address(), found, ownTrace(found), at(step)));
      return;
    }
    leftovers.open().stream()
        .filter(leftover ->
            leftover.run().id().equals(run.id()) && leftover.connection().id() == connection.id())
        .forEach(leftover -> {
          if (UndoPlanner.isIdentified(connection)) {
            left(leftover, at(step));
          } else {
            changes.add(UndoPlanner.unidentified(run, pause.address(), pause, step));
          }
        });
  }

  private void resumed(Operation.ResumeConnection resume, JournaledRun.Step step) {
    find(resume.address(), resume, resume.connection(), step)
        .filter(found -> !found.paused())
        .ifPresent(found ->
            changes.add(
                new Change.Pause(
                    resume.address(),
                    new Target.OfConnection(found.identity()),
                    found.status(),
                    at(step))));
  }

  /** Empty where it is not there, or cannot be known again. */
  private Optional<LiveConnection> find(
      Address address,
      Operation operation,
      Target.OfConnection connection,
      JournaledRun.Step step) {
    if (!UndoPlanner.isIdentified(connection)) {
      changes.add(UndoPlanner.unidentified(run, address, operation, step));
      return Optional.empty();
    }
    return live.connections().stream().filter(one -> isStill.test(connection, one)).findFirst();
  }

  private void left(Leftover leftover, Location.InFile at) {
    LeftoverSight sight = leftovers.sight(leftover, live);
    LiveConnection connection = sight.connection();
    switch (sight.kind()) {
      case PAUSED -> {
        if (connection != null) {
          ImmutableList<RiskFinding> risks =
              resume(leftover.address(), connection, leftovers.trace(leftover), at);
          remark(leftover, LeftoverWords.undone(leftover, risks));
        }
      }
      case ACTIVE, GONE -> {}
      case HIDDEN -> remark(leftover, LeftoverWords.unseen(leftover, sight.kind(), live));
      case ALL_PAUSED, OTHER_STATUS, RENAMED, UNIDENTIFIED ->
          remark(
              leftover,
              connection == null
                  ? LeftoverWords.unseen(leftover, sight.kind(), live)
                  : LeftoverWords.notResumed(leftover, sight.kind(), connection));
    }
  }

  private ImmutableList<RiskFinding> resume(
      Address address, LiveConnection connection, PauseTrace trace, Location.InFile at) {
    boolean planned =
        changes.stream()
            .anyMatch(change ->
                change instanceof Change.Resume resume
                    && resume.connection().id() == connection.id());
    ImmutableList<RiskFinding> risks =
        ResumeRisks.of(
            trace, connection, address, new Wanted.Before(ownTrace(connection)), changes, record);
    if (!planned) {
      changes.add(
          new Change.Resume(
              address,
              new Target.OfConnection(connection.identity()),
              connection.status(),
              risks,
              at));
    }
    return risks;
  }

  /** What the run itself did to a connection. */
  private PauseTrace ownTrace(LiveConnection connection) {
    return PauseTraces.of(
        connection.identity(), ImmutableList.of(run), ImmutableList.of(), Instant.MIN);
  }

  private void remark(Leftover leftover, String text) {
    observations.add(new Observation.Remark(leftover.address(), text));
  }

  private static String file(Leftover leftover) {
    return String.valueOf(leftover.run().path().getFileName());
  }

  private Location.InFile at(JournaledRun.Step step) {
    return UndoPlanner.at(run, step);
  }
}
