package io.cloudsyncctl.plan.restore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPathRule;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.diff.CreatePlanner;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.FilterBookkeeping;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.prune.Removals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The change that puts a group back to what it was.
 *
 * @param moved whether the NAS is no longer as the write left it
 * @param unread what this login can no longer read, so that nobody knows whether it has moved
 * @param change the change, by hand where it cannot be undone; empty where nothing is to be done
 */
public record Restoration(boolean moved, ImmutableList<String> unread, Optional<Change> change) {

  /**
   * Compares a group as it is with what a write left and what it replaced.
   *
   * @param trace what is known of the write
   * @param isStill whether a connection of the NAS still is the one that was written to
   */
  public static Restoration of(
      Address address,
      Target target,
      SettingGroup group,
      WriteTrace trace,
      LiveState live,
      BiPredicate<Target.OfConnection, LiveConnection> isStill,
      Location.InFile at) {
    Optional<Subject> found = subject(target, live, isStill);
    if (found.isEmpty()) {
      if (live.incomplete() != null) {
        return unread(ImmutableList.of("all of its connections"));
      }
      return tasksUnreadable(target, live)
          ? unread(ImmutableList.of("the tasks of the connection"))
          : new Restoration(true, ImmutableList.of(), Optional.empty());
    }
    Subject subject = found.get();
    ImmutableMap<String, WireValue> now = PreImage.of(group, subject.settings(), subject.task());
    ImmutableList<String> unread =
        trace.preImage().keySet().stream()
            .filter(parameter -> !now.containsKey(parameter))
            .collect(ImmutableList.toImmutableList());
    if (!unread.isEmpty()) {
      return unread(unread);
    }
    if (trace.readsAsBefore(group, now) && trace.unreadableAsBefore()) {
      return new Restoration(false, ImmutableList.of(), Optional.empty());
    }
    if (trace.moved(group, now)) {
      return new Restoration(true, ImmutableList.of(), Optional.empty());
    }
    return new Restoration(
        false, ImmutableList.of(), change(address, group, trace, now, subject, at));
  }

  private static Restoration unread(ImmutableList<String> what) {
    return new Restoration(false, what, Optional.empty());
  }

  private static boolean tasksUnreadable(Target target, LiveState live) {
    return target instanceof Target.OfTask task
        && live.connections().stream()
            .anyMatch(one -> one.id() == task.connection().id() && one.tasksUnreadable() != null);
  }

  private record Subject(Target target, LiveSettings settings, @Nullable LiveTask task) {}

  private static Optional<Subject> subject(
      Target target, LiveState live, BiPredicate<Target.OfConnection, LiveConnection> isStill) {
    return switch (target) {
      case Target.OfPackage _ -> Optional.of(new Subject(target, live.packageSettings(), null));
      case Target.OfConnection connection ->
          live.connections().stream()
              .filter(one -> isStill.test(connection, one))
              .findFirst()
              .map(one -> new Subject(Target.OfConnection.of(one), one.settings(), null));
      case Target.OfTask task ->
          live.connections().stream()
              .filter(one -> isStill.test(task.connection(), one))
              .findFirst()
              .flatMap(one -> subject(task, one));
    };
  }

  private static Optional<Subject> subject(Target.OfTask task, LiveConnection connection) {
    TaskIdentity identity = task.identity();
    return connection.tasks().stream()
        .filter(one -> identity != null && identity.isSame(one.identity()))
        .findFirst()
        .map(one ->
            new Subject(
                Target.OfTask.of(Target.OfConnection.of(connection), one), one.settings(), one));
  }

  private static Optional<Change> change(
      Address address,
      SettingGroup group,
      WriteTrace trace,
      ImmutableMap<String, WireValue> now,
      Subject subject,
      Location.InFile at) {
    Map<String, WireValue> parameters = new LinkedHashMap<>();
    List<FieldChange<?>> fields = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Setting<?> setting : Catalog.of(group)) {
      WireValue before =
          trace
              .preImage()
              .getOrDefault(setting.parameter(), trace.recorded().get(setting.parameter()));
      // What cannot be understood cannot be judged, so it is not written either.
      if (before == null || setting.kept(before).isEmpty()) {
        unknown.add(setting.relativePath());
      } else {
        parameters.put(setting.parameter(), before);
        field(setting, before, subject.settings(), at).ifPresent(fields::add);
      }
    }
    for (String name : List.of(FilterBookkeeping.NAMES, FilterBookkeeping.EXTENSIONS)) {
      WireValue before = trace.preImage().get(name);
      if (group == SettingGroup.FILTERS && before != null) {
        parameters.put(name, before);
      }
    }
    if (!unknown.isEmpty()) {
      return Optional.of(CannotUndo.ofGroup(address, group, unknown, trace.preImage(), now, at));
    }
    // The bookkeeping of filters alone is never a difference.
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Change.Update(
                address,
                subject.target(),
                group,
                ImmutableList.copyOf(fields),
                new GroupWrite(group, ImmutableMap.copyOf(parameters), now),
                null));
  }

  private static <T> Optional<FieldChange<?>> field(
      Setting<T> setting, WireValue before, LiveSettings now, Location.InFile at) {
    Value<T> current = now.get(setting);
    return setting
        .kept(before)
        .filter(value ->
            !(current instanceof Value.Known<T>(T known) && setting.type().same(known, value)))
        .map(value ->
            new FieldChange<>(setting, current, value, at, setting.risk().judge(current, value)));
  }

  /** The removal of a task that a run created. */
  public static Change removal(
      Address address, LiveConnection connection, LiveTask task, Location.InFile at) {
    return Removals.ofTask(address, connection, task, ImmutableList.of(), at);
  }

  /** The creation of a task that a run removed, where the API can and everything is known. */
  public static Optional<Change> creation(
      Address address,
      LiveConnection connection,
      boolean allPaused,
      TaskPaths paths,
      ImmutableMap<String, WireValue> preImage,
      ImmutableMap<String, WireValue> recorded,
      Location.InFile at) {
    ImmutableMap<String, WireValue> all =
        ImmutableMap.<String, WireValue>builder()
            .putAll(recorded)
            .putAll(preImage)
            .buildKeepingLast();
    boolean known =
        Catalog.of(SettingGroup.Subject.TASK).stream()
            .allMatch(setting -> all.containsKey(setting.parameter()));
    Optional<String> storageClass =
        connection.settings().get(ConnectionSettings.STORAGE_CLASS).known();
    Optional<Boolean> encrypted = connection.settings().get(ConnectionSettings.IS_SSE).known();
    if (!known
        || storageClass.isEmpty()
        || encrypted.isEmpty()
        || !connection.type().equals(LiveConnection.AMAZON_S3)
        || !TaskPathRule.creatable(paths)) {
      return Optional.empty();
    }
    try {
      NewTask task =
          new NewTask(
              paths,
              decode(TaskSettings.SYNC_DIRECTION, all),
              decode(TaskSettings.CONSISTENCY_CHECK, all),
              decode(TaskSettings.NO_DELETE_ON_CLOUD, all),
              decode(TaskSettings.CONVERT_GD, all),
              storageClass
                  .filter(name -> !name.isEmpty())
                  .orElse(CreatePlanner.DEFAULT_STORAGE_CLASS),
              encrypted.get(),
              decode(TaskSettings.FILTERED_PATHS, all),
              decode(TaskSettings.FILTERED_FILENAMES, all),
              decode(TaskSettings.FILTERED_EXTENSIONS, all),
              decode(TaskSettings.MAX_UPLOAD_SIZE, all),
              held(FilterBookkeeping.NAMES, TaskSettings.FILTERED_FILENAMES, all),
              held(FilterBookkeeping.EXTENSIONS, TaskSettings.FILTERED_EXTENSIONS, all));
      List<FieldChange<?>> fields = new ArrayList<>();
      for (Setting<?> setting : Catalog.of(SettingGroup.Subject.TASK)) {
        fields.add(absent(setting, all, at));
      }
      return Optional.of(
          new Change.Create(
              address,
              Target.OfConnection.of(connection),
              connection.paused() || allPaused,
              task,
              ImmutableList.copyOf(fields),
              ImmutableList.of(),
              at,
              null));
    } catch (WireFormatException e) {
      return Optional.empty();
    }
  }

  private static <T> FieldChange<T> absent(
      Setting<T> setting, ImmutableMap<String, WireValue> all, Location.InFile at)
      throws WireFormatException {
    return new FieldChange<>(
        setting, new Value.Absent<>(), decode(setting, all), at, ImmutableList.of());
  }

  /** The bookkeeping as the NAS held it; what was filtered, where it did not tell. */
  private static ImmutableList<String> held(
      String name, Setting<ImmutableList<String>> filter, ImmutableMap<String, WireValue> all)
      throws WireFormatException {
    WireValue held = all.get(name);
    return held == null ? decode(filter, all) : filter.codec().decode(held);
  }

  private static <T> T decode(Setting<T> setting, ImmutableMap<String, WireValue> all)
      throws WireFormatException {
    WireValue value = all.get(setting.parameter());
    if (value == null) {
      throw new WireFormatException(setting.parameter() + " is not known");
    }
    return setting.codec().decode(value);
  }
}
