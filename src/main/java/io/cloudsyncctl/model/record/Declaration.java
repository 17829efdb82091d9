package io.cloudsyncctl.model.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was declared of one NAS at some time, without places and credentials: what is left of a
 * {@link DesiredState} when only the meaning counts. It can be kept, and compared with later.
 *
 * @param packageSettings the settings of the package, by their relative paths
 */
public record Declaration(
    ImmutableSortedMap<String, WireValue> packageSettings,
    ImmutableList<OfConnection> connections) {

  /** Nothing was declared. */
  public static final Declaration NOTHING =
      new Declaration(ImmutableSortedMap.of(), ImmutableList.of());

  /**
   * A connection.
   *
   * @param paused whether it shall be paused; null where that was not managed
   * @param settings by their relative paths, such as {@code schedule.hours}
   */
  public record OfConnection(
      String name,
      @Nullable String provider,
      @Nullable String account,
      Presence presence,
      @Nullable Boolean paused,
      ImmutableSortedMap<String, WireValue> settings,
      ImmutableList<OfTask> tasks) {

    /** The task of a pair of paths. */
    public Optional<OfTask> task(TaskPaths paths) {
      return tasks.stream().filter(task -> task.paths().same(paths)).findFirst();
    }

    /** The same connection with other tasks. */
    public OfConnection with(ImmutableList<OfTask> others) {
      return new OfConnection(name, provider, account, presence, paused, settings, others);
    }
  }

  /** A task. */
  public record OfTask(
      TaskPaths paths, Presence presence, ImmutableSortedMap<String, WireValue> settings) {}

  /** What a desired state declares. */
  public static Declaration of(DesiredState desired) {
    return new Declaration(
        values(desired.packageSettings()),
        desired.connections().stream()
            .map(Declaration::connection)
            .collect(ImmutableList.toImmutableList()));
  }

  private static OfConnection connection(DesiredConnection connection) {
    return new OfConnection(
        connection.name().value(),
        valueOrNull(connection.provider()),
        valueOrNull(connection.account()),
        connection.presence(),
        valueOrNull(connection.paused()),
        values(connection.settings()),
        connection.tasks().stream()
            .map(task -> new OfTask(task.paths(), task.presence(), values(task.settings())))
            .collect(ImmutableList.toImmutableList()));
  }

  private static <T> @Nullable T valueOrNull(@Nullable Declared<T> declared) {
    return declared == null ? null : declared.value();
  }

  private static ImmutableSortedMap<String, WireValue> values(DeclaredSettings settings) {
    Map<String, WireValue> values = new TreeMap<>();
    settings.settings().forEach(setting -> put(setting, settings, values));
    return ImmutableSortedMap.copyOf(values);
  }

  private static <T> void put(
      Setting<T> setting, DeclaredSettings settings, Map<String, WireValue> values) {
    settings
        .get(setting)
        .ifPresent(value -> values.put(setting.relativePath(), setting.canonical(value.value())));
  }
}
