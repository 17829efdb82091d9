package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is allowed and yet hardly meant. */
final class Warnings {
  private static final String GOOGLE_DRIVE = "gd";

  /** Providers that certainly hold files and not objects; of any other nothing is claimed. */
  private static final ImmutableSet<String> FILE_PROVIDERS =
      ImmutableSet.of("db", "od_v1", GOOGLE_DRIVE, "wd");

  private Warnings() {}

  static void check(List<DesiredConnection> connections, Problems problems) {
    for (DesiredConnection connection : connections) {
      if (connection.presence() == Presence.PRESENT) {
        schedule(connection, problems);
        effect(connection, problems);
      }
    }
    TaskOverlaps.check(connections, problems);
  }

  private static void schedule(DesiredConnection connection, Problems problems) {
    Optional<Declared<Boolean>> enabled =
        connection.settings().get(ConnectionSettings.SCHEDULE_ENABLED);
    Optional<Declared<WeekHours>> hours =
        connection.settings().get(ConnectionSettings.SCHEDULE_HOURS);
    if (enabled.isPresent()
        && enabled.get().value()
        && hours.isPresent()
        && hours.get().value().hoursOn() == 0) {
      problems.add(
          ConfigCode.EMPTY_SCHEDULE,
          "the schedule is enabled and has no hours: nothing will ever sync",
          hours.get().at(),
          "give it hours, or say paused: true if that is meant");
    }
  }

  private static void effect(DesiredConnection connection, Problems problems) {
    Declared<String> provider = connection.provider();
    if (provider == null) {
      return;
    }
    String type = provider.value();
    if (FILE_PROVIDERS.contains(type)) {
      withoutEffect(connection, ConnectionSettings.IS_SSE, on -> on, type, problems);
      withoutEffect(connection, ConnectionSettings.PART_SIZE, size -> size > 0, type, problems);
      withoutEffect(
          connection, ConnectionSettings.STORAGE_CLASS, text -> !text.isEmpty(), type, problems);
    }
    for (DesiredTask task : connection.tasks()) {
      Optional<Declared<Boolean>> convert = task.settings().get(TaskSettings.CONVERT_GD);
      if (!type.equals(GOOGLE_DRIVE) && convert.isPresent() && convert.get().value()) {
        add("convert_gd", type, convert.get(), problems);
      }
      Declared<String> storageClass = task.storageClass();
      if (storageClass != null && !type.equals(LiveConnection.AMAZON_S3)) {
        add("storage_class", type, storageClass, problems);
      }
    }
  }

  private static <T> void withoutEffect(
      DesiredConnection connection,
      Setting<T> setting,
      Predicate<T> meansSomething,
      String provider,
      Problems problems) {
    connection
        .settings()
        .get(setting)
        .filter(declared -> meansSomething.test(declared.value()))
        .ifPresent(declared -> add(setting.key(), provider, declared, problems));
  }

  private static void add(String key, String provider, Declared<?> at, Problems problems) {
    problems.add(
        ConfigCode.NO_EFFECT,
        key + " has no effect for the provider " + provider,
        at.at(),
        "remove it");
  }
}
