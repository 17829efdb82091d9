package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPathRule;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans the creation of a task that an Amazon S3 connection does not have yet. */
public final class CreatePlanner {
  /** The storage class where neither task nor connection names one (create_sync_task_s3). */
  public static final String DEFAULT_STORAGE_CLASS = "STANDARD";

  private CreatePlanner() {}

  /**
   * Plans it.
   *
   * @param doubts why it may be there although the NAS does not list it; any of them blocks it
   */
  static Change.Create plan(
      Address address,
      DesiredConnection desired,
      LiveConnection connection,
      boolean paused,
      DesiredTask task,
      ImmutableList<String> doubts) {
    ImmutableList.Builder<FieldChange<?>> fields = ImmutableList.builder();
    for (Setting<?> setting : Catalog.of(Subject.TASK)) {
      field(setting, task.settings()).ifPresent(fields::add);
    }
    String blocked = blocked(desired, connection, task, doubts);
    return new Change.Create(
        address,
        Target.OfConnection.of(connection),
        paused,
        blocked == null ? newTask(desired, connection, task) : null,
        fields.build(),
        ImmutableList.of(),
        task.at(),
        blocked);
  }

  private static <T> Optional<FieldChange<T>> field(Setting<T> setting, DeclaredSettings declared) {
    return declared
        .get(setting)
        .map(value -> GroupDiffer.change(setting, new Value.Absent<>(), value));
  }

  private static @Nullable String blocked(
      DesiredConnection desired,
      LiveConnection connection,
      DesiredTask task,
      ImmutableList<String> doubts) {
    List<String> reasons = new ArrayList<>(doubts);
    List<String> missing = new ArrayList<>();
    if (task.settings().get(TaskSettings.SYNC_DIRECTION).isEmpty()) {
      missing.add(TaskSettings.SYNC_DIRECTION.key());
    }
    for (Setting<Boolean> setting : TaskSettings.OPTIONS) {
      if (task.settings().get(setting).isEmpty()) {
        missing.add(setting.key());
      }
    }
    if (!missing.isEmpty()) {
      reasons.add("to create a task, declare also " + String.join(", ", missing));
    }
    List<String> untold = new ArrayList<>();
    if (task.storageClass() == null
        && connectionValue(desired, connection, ConnectionSettings.STORAGE_CLASS).isEmpty()) {
      untold.add("storage_class");
    }
    if (connectionValue(desired, connection, ConnectionSettings.IS_SSE).isEmpty()) {
      untold.add(ConnectionSettings.IS_SSE.relativePath());
    }
    if (!untold.isEmpty()) {
      reasons.add(
          "the NAS does not tell what its connection is set to, which a new task takes over;"
              + " declare also "
              + String.join(", ", untold));
    }
    TaskPathRule.creatableLocal(task.paths().local())
        .ifPresent(why -> reasons.add("to create a task, local_path " + why));
    TaskPathRule.creatableCloud(task.paths().cloud())
        .ifPresent(why -> reasons.add("to create a task, cloud_path " + why));
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }

  private static NewTask newTask(
      DesiredConnection desired, LiveConnection connection, DesiredTask task) {
    DeclaredSettings settings = task.settings();
    return new NewTask(
        new TaskPaths(task.paths().local(), task.paths().cloud()),
        value(settings, TaskSettings.SYNC_DIRECTION, SyncDirection.ONLY_UPLOAD),
        value(settings, TaskSettings.CONSISTENCY_CHECK, true),
        value(settings, TaskSettings.NO_DELETE_ON_CLOUD, true),
        value(settings, TaskSettings.CONVERT_GD, false),
        storageClass(desired, connection, task),
        connectionValue(desired, connection, ConnectionSettings.IS_SSE).orElse(false),
        entries(settings, TaskSettings.FILTERED_PATHS, Kind.PATHS),
        entries(settings, TaskSettings.FILTERED_FILENAMES, Kind.NAMES),
        entries(settings, TaskSettings.FILTERED_EXTENSIONS, Kind.EXTENSIONS),
        value(settings, TaskSettings.MAX_UPLOAD_SIZE, 0L));
  }

  private static String storageClass(
      DesiredConnection desired, LiveConnection connection, DesiredTask task) {
    Declared<String> declared = task.storageClass();
    if (declared != null) {
      return declared.value();
    }
    return connectionValue(desired, connection, ConnectionSettings.STORAGE_CLASS)
        .filter(name -> !name.isEmpty())
        .orElse(DEFAULT_STORAGE_CLASS);
  }

  private static <T> Optional<T> connectionValue(
      DesiredConnection desired, LiveConnection connection, Setting<T> setting) {
    return desired
        .settings()
        .get(setting)
        .map(Declared::value)
        .or(() -> connection.settings().get(setting).known());
  }

  private static <T> T value(DeclaredSettings settings, Setting<T> setting, T otherwise) {
    return settings.get(setting).map(Declared::value).orElse(otherwise);
  }

  private static ImmutableList<String> entries(
      DeclaredSettings settings, Setting<ImmutableList<String>> setting, Kind kind) {
    return TextSet.of(kind, value(settings, setting, ImmutableList.<String>of()))
        .over(ImmutableList.of());
  }
}
