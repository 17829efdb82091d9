package io.cloudsyncctl.plan.restore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.PlanRisk;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the resume of a connection that a run left paused.
 *
 * <p>The premise: the run paused it since what it was about to write is dangerous by halves, and it
 * died or failed. What it wrote was agreed to then, for then. So the connection may go on where
 * each value that the run changed is wanted now (declared as it is, or as this very plan makes it),
 * or is what it was before. Where it is neither, or cannot be read, going on is as dangerous as the
 * write was, and needs its own acceptance.
 */
public final class ResumeRisks {
  private final PauseTrace trace;
  private final LiveConnection live;
  private final Address address;
  private final Wanted wanted;
  private final List<Change> changes;
  private final SettingsRecord record;
  private final List<RiskFinding> findings = new ArrayList<>();

  private ResumeRisks(
      PauseTrace trace,
      LiveConnection live,
      Address address,
      Wanted wanted,
      List<Change> changes,
      SettingsRecord record) {
    this.trace = trace;
    this.live = live;
    this.address = address;
    this.wanted = wanted;
    this.changes = changes;
    this.record = record;
  }

  /**
   * What the connection would go on with that nobody wants.
   *
   * @param live the connection as it is now
   * @param changes what the plan changes before it is resumed
   * @param record what was last written of settings that no getter answers
   */
  public static ImmutableList<RiskFinding> of(
      PauseTrace trace,
      LiveConnection live,
      Address address,
      Wanted wanted,
      List<Change> changes,
      SettingsRecord record) {
    return new ResumeRisks(trace, live, address, wanted, changes, record).judge();
  }

  private ImmutableList<RiskFinding> judge() {
    trace.unknown().forEach(why -> findings.add(PlanRisk.LEFT_UNKNOWN.finding(why)));
    String unreadable = live.tasksUnreadable();
    if (unreadable != null && trace.isAboutTasks()) {
      findings.add(
          PlanRisk.LEFT_UNKNOWN.finding(
              "the tasks of the connection cannot be read: " + unreadable));
    }
    for (LeftGroup group : LeftGroup.of(trace.written())) {
      subject(group.target()).ifPresent(subject -> judge(group, subject));
    }
    if (unreadable == null) {
      trace.created().forEach(this::created);
      trace.removed().forEach(this::removed);
    }
    return findings.stream().distinct().collect(ImmutableList.toImmutableList());
  }

  /** Whose settings they are; what is no longer there, or goes with this plan, is nobody's. */
  private Optional<Subject> subject(Target target) {
    return switch (target) {
      case Target.OfPackage _ -> Optional.empty();
      case Target.OfConnection _ -> Optional.of(ofConnection());
      case Target.OfTask task -> task(is(task)).map(this::ofTask);
    };
  }

  private record Subject(
      Target target,
      Address address,
      LiveSettings settings,
      DeclaredSettings declared,
      boolean optionsRefused) {
    /** Whether the package cannot report the setting, so that what was written counts. */
    boolean isUnreported(Setting<?> setting) {
      return TaskSettings.OPTIONS.contains(setting) && !optionsRefused;
    }
  }

  private Subject ofConnection() {
    DeclaredSettings settings =
        declared().map(DesiredConnection::settings).orElse(DeclaredSettings.EMPTY);
    return new Subject(Target.OfConnection.of(live), address, live.settings(), settings, false);
  }

  private Subject ofTask(LiveTask task) {
    return new Subject(
        Target.OfTask.of(Target.OfConnection.of(live), task),
        address.task(task.paths()),
        task.settings(),
        declared(task)
            .filter(declared -> declared.presence() == Presence.PRESENT)
            .map(DesiredTask::settings)
            .orElse(DeclaredSettings.EMPTY),
        task.optionsRefused());
  }

  /** A task that is there and stays. */
  private Optional<LiveTask> task(Predicate<LiveTask> is) {
    return live.tasks().stream().filter(task -> is.test(task) && !goes(task)).findFirst();
  }

  private static Predicate<LiveTask> is(Target.OfTask then) {
    TaskIdentity identity = then.identity();
    return task -> identity != null && isSame(identity, task);
  }

  /** Where a file of an earlier version lacks the folder, the id and the paths have to do. */
  private static boolean isSame(TaskIdentity then, LiveTask now) {
    return then.remoteFolderId() == null
        ? then.sessionId() == now.sessionId() && then.paths().same(now.paths())
        : then.isSame(now.identity());
  }

  private boolean goes(LiveTask task) {
    return changes.stream()
        .anyMatch(change ->
            change instanceof Change.Delete delete
                && delete.target() instanceof Target.OfTask gone
                && Long.valueOf(task.sessionId()).equals(gone.sessionId()));
  }

  private Optional<DesiredConnection> declared() {
    return wanted instanceof Wanted.Declared(DesiredConnection connection, boolean _)
        ? Optional.ofNullable(connection)
        : Optional.empty();
  }

  private Optional<DesiredTask> declared(TaskPaths paths) {
    return declared().stream()
        .flatMap(connection -> connection.tasks().stream())
        .filter(task -> task.paths().same(paths))
        .findFirst();
  }

  /** A task whose paths the NAS keeps in another form is the declared one that the record knows. */
  private Optional<DesiredTask> declared(LiveTask task) {
    return declared(task.paths())
        .or(() ->
            record.known().stream()
                .filter(one -> one.identity().isSameUnderAnyName(live.identity()))
                .flatMap(one -> one.tasks().stream())
                .filter(known -> known.identity().isSame(task.identity()))
                .flatMap(known -> declared(known.declared()).stream())
                .findFirst());
  }

  private void judge(LeftGroup group, Subject subject) {
    for (Setting<?> setting : Catalog.of(group.group())) {
      group.changed(setting).ifPresent(last -> judge(setting, last, group, subject));
    }
  }

  private <T> void judge(
      Setting<T> setting, LeftGroup.Last last, LeftGroup group, Subject subject) {
    Optional<T> wrote = setting.kept(last.value());
    Optional<T> now = now(setting, group, subject);
    Optional<T> before = group.before(setting);
    if (isWanted(
            setting,
            now.or(() -> subject.isUnreported(setting) ? wrote : Optional.empty()),
            group,
            subject)
        || same(setting, now, before)) {
      return;
    }
    Value<T> was = before.<Value<T>>map(Value.Known::new).orElse(new Value.Unreadable<>("unknown"));
    Stream.concat(now.stream(), wrote.stream())
        .flatMap(value -> setting.risk().judge(was, value).stream())
        .filter(risk -> risk.risk() != Risk.NONE && risk.risk() != Risk.UNVERIFIABLE)
        .max(Comparator.comparing(RiskFinding::risk))
        .ifPresent(worst ->
            findings.add(
                PlanRisk.LEFT_SETTING.finding(
                    worst.risk(),
                    words(setting, last, now, wrote, subject) + ": " + worst.reason(),
                    endangered(subject))));
  }

  /** The value that it will have when the connection goes on; empty where nobody can read it. */
  private <T> Optional<T> now(Setting<T> setting, LeftGroup group, Subject subject) {
    Optional<WireValue> planned =
        changes.stream()
            .filter(Change.Update.class::isInstance)
            .map(Change.Update.class::cast)
            .filter(update ->
                update.group() == group.group() && isTo(update.target(), subject.target()))
            .flatMap(update -> parameters(update).entrySet().stream())
            .filter(parameter -> parameter.getKey().equals(setting.parameter()))
            .map(parameter -> parameter.getValue())
            .findFirst();
    return planned
        .flatMap(setting::kept)
        .or(() -> subject.settings().get(setting).known())
        .or(() -> recorded(setting, subject));
  }

  private static ImmutableMap<String, WireValue> parameters(Change.Update update) {
    GroupWrite write = update.write();
    return write == null ? ImmutableMap.of() : write.parameters();
  }

  private static boolean isTo(Target one, Target other) {
    return switch (one) {
      case Target.OfPackage _ -> false;
      case Target.OfConnection connection ->
          other instanceof Target.OfConnection its && its.id() == connection.id();
      case Target.OfTask task -> {
        Long session = task.sessionId();
        yield session != null
            && other instanceof Target.OfTask its
            && session.equals(its.sessionId());
      }
    };
  }

  private <T> Optional<T> recorded(Setting<T> setting, Subject subject) {
    return !subject.isUnreported(setting)
            || !(subject.target() instanceof Target.OfTask task)
            || task.identity() == null
        ? Optional.empty()
        : record
            .entry(task.connection().identity(), task.identity())
            .flatMap(entry -> Optional.ofNullable(entry.values().get(setting.parameter())))
            .flatMap(value -> setting.kept(WireValue.of(value)));
  }

  private <T> boolean isWanted(
      Setting<T> setting, Optional<T> now, LeftGroup group, Subject subject) {
    return switch (wanted) {
      case Wanted.Declared _ ->
          same(setting, now, subject.declared().get(setting).map(Declared::value));
      case Wanted.Before(PauseTrace undone) ->
          LeftGroup.of(undone.written()).stream()
              .filter(restored -> restored.key().equals(group.key()))
              .anyMatch(restored -> same(setting, now, restored.before(setting)));
    };
  }

  private static <T> boolean same(Setting<T> setting, Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent() && setting.type().same(one.get(), other.get());
  }

  /** A task that is declared is judged by its settings, as any other that the run wrote to. */
  private void created(PauseTrace.Created created) {
    TaskIdentity identity = created.identity();
    TaskPaths paths = created.task().paths();
    Optional<LiveTask> task =
        task(one -> identity == null ? one.paths().same(paths) : isSame(identity, one));
    boolean goes =
        live.tasks().stream().anyMatch(one -> goes(one) && NearPaths.both(one.paths(), paths));
    if (task.isEmpty() && (!created.mayCome() || goes)) {
      return;
    }
    boolean isDeclared =
        declared(paths)
            .or(() -> task.flatMap(this::declared))
            .filter(one -> one.presence() == Presence.PRESENT)
            .isPresent();
    if (isDeclared && task.isEmpty()) {
      return;
    }
    if (isDeclared) {
      Subject subject = ofTask(task.get());
      LeftGroup.of(created, Target.OfTask.of(Target.OfConnection.of(live), task.get()))
          .forEach(group -> judge(group, subject));
    } else if (!(wanted instanceof Wanted.Before(PauseTrace undone) && undone.removed(paths))) {
      findings.add(
          PlanRisk.LEFT_TASK_CREATED.finding(
              text(paths)
                  + ", which the run "
                  + created.run()
                  + (task.isEmpty() ? " may have created" : " created")
                  + andNobodyWantsIt()));
    }
  }

  private void removed(PauseTrace.Removed removed) {
    TaskPaths paths = removed.paths();
    boolean isBack =
        task(one -> one.paths().same(paths)).isPresent()
            || changes.stream().anyMatch(change -> creates(change, paths));
    boolean isWanted =
        switch (wanted) {
          case Wanted.Declared(var _, boolean pruned) ->
              declared(paths).map(task -> task.presence() == Presence.ABSENT).orElse(pruned);
          case Wanted.Before(PauseTrace undone) -> undone.created(paths);
        };
    if (!isBack && !isWanted) {
      findings.add(
          PlanRisk.LEFT_TASK_REMOVED.finding(
              text(paths)
                  + ", which the run "
                  + removed.run()
                  + " removed"
                  + switch (wanted) {
                    case Wanted.Declared _ -> " and nobody declares absent";
                    case Wanted.Before _ -> andNobodyWantsIt();
                  }));
    }
  }

  private boolean creates(Change change, TaskPaths paths) {
    if (!(change instanceof Change.Create create) || create.connection().id() != live.id()) {
      return false;
    }
    NewTask task = create.task();
    return task != null && task.paths().same(paths);
  }

  private <T> String words(
      Setting<T> setting,
      LeftGroup.Last last,
      Optional<T> now,
      Optional<T> wrote,
      Subject subject) {
    String what =
        (subject.target() instanceof Target.OfTask task ? text(task.paths()) + " " : "")
            + "with "
            + setting.relativePath();
    if (now.isEmpty()) {
      return what
          + scalar(last.value())
          + ", for all that anybody knows: the run "
          + last.run()
          + " wrote it"
          + andNobodyWantsIt()
          + ", and the NAS does not tell it";
    }
    WireValue value = setting.codec().encode(now.get());
    return same(setting, now, wrote)
        ? what + scalar(value) + ", which the run " + last.run() + " wrote" + andNobodyWantsIt()
        : what
            + scalar(value)
            + ", which is not what it was before the run "
            + last.run()
            + " changed it"
            + andNobodyWantsIt();
  }

  private String andNobodyWantsIt() {
    return switch (wanted) {
      case Wanted.Declared _ -> " and nobody declares";
      case Wanted.Before _ -> " and this undo does not take back";
    };
  }

  private static String text(TaskPaths paths) {
    return paths.local() + ":" + paths.cloud();
  }

  /** A list is told by its name alone. */
  private static String scalar(WireValue value) {
    return switch (value) {
      case WireValue.Text(String text) -> " " + text;
      case WireValue.Whole(long number) -> " " + number;
      case WireValue.Flag(boolean flag) -> " " + flag;
      case WireValue.Decimal _, WireValue.Null _, WireValue.Items _, WireValue.Members _ -> "";
    };
  }

  private RiskFinding.@Nullable OtherTask endangered(Subject subject) {
    return subject.target() instanceof Target.OfTask
        ? new RiskFinding.OtherTask(live.id(), subject.address())
        : null;
  }
}
