package io.cloudsyncctl.apply.undo;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.Planner;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.diff.Volumes;
import io.cloudsyncctl.plan.match.KnownConnections;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.restore.CannotUndo;
import io.cloudsyncctl.plan.restore.Restoration;
import io.cloudsyncctl.plan.restore.WriteTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plans the way back: what a run replaced is put back, what it created is removed, what it removed
 * is created again where the API can. It is a plan like any other, with the same risks and guards.
 *
 * <p>The premise: undoing is only right while the NAS still is as the run left it. Where somebody
 * has changed a group since, putting back an old value would undo their work as well, so it is
 * refused. What cannot be undone stays, and is in the plan as something to do by hand: the rest
 * goes back without it.
 */
public final class UndoPlanner implements Planner {
  private final JournaledRun run;
  private final JournaledRuns all;

  /**
   * A planner.
   *
   * @param all what all journals tell of runs on that NAS: the names that they gave to connections,
   *     what they did while the run had one paused, and undos of the run that did not end
   */
  public UndoPlanner(JournaledRun run, JournaledRuns all) {
    this.run = run;
    this.all = all;
  }

  /**
   * Whether a connection of the NAS still is one that the run changed: under the name that it had,
   * or one that this run or another gave it.
   */
  private boolean isStill(Target.OfConnection then, LiveConnection now) {
    return then.identity().isSameUnderAnyName(now.identity())
        && (now.name().equals(then.name())
            || run.gave(then.id(), now.name())
            || all.runs().stream().anyMatch(other -> other.gave(then.id(), now.name())));
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
    List<Diagnostic> moved = new ArrayList<>();
    List<Diagnostic> unread = new ArrayList<>();
    for (JournaledRun.Step step : groups()) {
      Operation.WriteGroup write = (Operation.WriteGroup) step.operation();
      if (!isIdentified(write.target())) {
        changes.add(unidentified(run, write.address(), write, step));
        continue;
      }
      Restoration restoration =
          Restoration.of(
              write.address(),
              write.target(),
              write.write().group(),
              trace(write, step, record),
              live,
              this::isStill,
              at(run, step));
      if (!restoration.unread().isEmpty()) {
        unread.add(unread(run, step, restoration.unread()));
      } else if (restoration.moved()) {
        moved.add(moved(run, step));
      } else {
        restoration.change().ifPresent(changes::add);
      }
    }
    new LifeCycleUndo(run, live, record, this::isStill, changes, moved, unread).plan();
    Volumes.check(changes, live);
    if (!unread.isEmpty()) {
      throw new DiagnosticException(FailureKind.FAILED, unread, null);
    }
    if (!moved.isEmpty()) {
      throw new DiagnosticException(FailureKind.REFUSED, moved, null);
    }
    List<Observation> observations = new ArrayList<>(halves(changes));
    observations.addAll(KnownConnections.notKept(run.nas(), live, record.known()));
    // Last: what may go on depends on what goes back.
    new PauseUndo(run, all, live, this::isStill, record, changes, observations).plan();
    return new Plan(
        run.nas(),
        ImmutableList.sortedCopyOf(Comparator.comparing(Change::address), changes),
        ImmutableList.sortedCopyOf(Comparator.comparing(Observation::address), observations));
  }

  /** A step that no undo can be sure of. */
  static Change unidentified(
      JournaledRun run, Address address, Operation operation, JournaledRun.Step step) {
    return CannotUndo.ofUnidentified(
        address, "what the run did (" + operation.summary() + ")", at(run, step));
  }

  /** Whether the journal tells enough of it to know it again. */
  static boolean isIdentified(Target target) {
    return switch (target) {
      case Target.OfPackage _ -> true;
      case Target.OfConnection connection -> connection.identity().isComplete();
      case Target.OfTask task ->
          task.connection().identity().isComplete()
              && (task.sessionId() == null || task.remoteFolderId() != null);
    };
  }

  /** Of each group the first pre-image with the last answer. */
  private ImmutableList<JournaledRun.Step> groups() {
    Map<Object, JournaledRun.Step> byGroup = new LinkedHashMap<>();
    for (JournaledRun.Step step : run.steps()) {
      if (step.operation() instanceof Operation.WriteGroup write
          && step.happened()
          && !(write.target() instanceof Target.OfTask task && task.sessionId() == null)) {
        byGroup.merge(
            List.of(write.target(), write.write().group()),
            step,
            (first, last) -> last.since(first));
      }
    }
    return ImmutableList.copyOf(byGroup.values());
  }

  private static WriteTrace trace(
      Operation.WriteGroup write, JournaledRun.Step step, SettingsRecord record) {
    ImmutableMap<String, WireValue> parameters = write.write().parameters();
    return new WriteTrace(
        step.preImage(),
        step.recorded(),
        step.readBack().isEmpty() ? parameters : step.readBack(),
        !step.readBack().isEmpty(),
        write.write().group() == SettingGroup.TASK
            ? unreadable(parameters, step.preImage(), step.readBack())
            : ImmutableMap.of(),
        write.write().group() == SettingGroup.TASK
            ? recorded(write.target(), record)
            : ImmutableMap.of());
  }

  /** What was written and could be read neither before nor afterwards. */
  private static ImmutableMap<String, WireValue> unreadable(
      ImmutableMap<String, WireValue> parameters,
      Map<String, WireValue> before,
      Map<String, WireValue> after) {
    ImmutableMap.Builder<String, WireValue> values = ImmutableMap.builder();
    for (Setting<Boolean> setting : TaskSettings.OPTIONS) {
      WireValue value = parameters.get(setting.parameter());
      if (value != null
          && !before.containsKey(setting.parameter())
          && !after.containsKey(setting.parameter())) {
        values.put(setting.parameter(), value);
      }
    }
    return values.buildOrThrow();
  }

  private static ImmutableMap<String, WireValue> recorded(Target target, SettingsRecord record) {
    ImmutableMap.Builder<String, WireValue> values = ImmutableMap.builder();
    if (target instanceof Target.OfTask task && task.identity() != null) {
      record
          .entry(task.connection().identity(), task.identity())
          .ifPresent(entry ->
              entry.values().forEach((name, value) -> values.put(name, WireValue.of(value))));
    }
    return values.buildOrThrow();
  }

  /** That a thing goes back by half is said: what it comes to was never so before. */
  private static ImmutableList<Observation> halves(List<Change> changes) {
    Map<Address, Long> byHand =
        changes.stream()
            .filter(Change.Manual.class::isInstance)
            .collect(Collectors.groupingBy(Change::address, Collectors.counting()));
    return changes.stream()
        .filter(change -> !(change instanceof Change.Manual))
        .map(Change::address)
        .distinct()
        .filter(byHand::containsKey)
        .sorted()
        .map(address ->
            new Observation.Remark(
                address,
                "only a part of it goes back: see that what goes back and what stays do well"
                    + " together"))
        .collect(ImmutableList.toImmutableList());
  }

  /** Where a step stands: the run is known by its name, whatever folder its journal lies in. */
  static Location.InFile at(JournaledRun run, JournaledRun.Step step) {
    return new Location.InFile(String.valueOf(run.path().getFileName()), step.line(), 1);
  }

  static Diagnostic unread(JournaledRun run, JournaledRun.Step step, List<String> what) {
    return Diagnostic.error(
        DiagnosticCode.API_REFUSED,
        step.operation().address().text()
            + ": nobody can say whether the NAS has changed since the run "
            + run.id()
            + ", since it does not tell: "
            + String.join(", ", what),
        at(run, step),
        "may this login still read it? Then undo again");
  }

  static Diagnostic moved(JournaledRun run, JournaledRun.Step step) {
    return Diagnostic.error(
        DiagnosticCode.NAS_MOVED,
        step.operation().address().text()
            + ": the NAS has changed since the run "
            + run.id()
            + ", so undoing it would undo that as well",
        at(run, step),
        "declare what you want and apply it");
  }
}
