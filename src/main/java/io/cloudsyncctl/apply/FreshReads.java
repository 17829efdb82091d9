package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.cloudsync.CloudSyncReader;
import io.cloudsyncctl.cloudsync.ConnectionEntry;
import io.cloudsyncctl.cloudsync.FreshReader;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.cloudsync.TaskEntry;
import io.cloudsyncctl.cloudsync.TaskList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.ConnectionIdentity;
import io.cloudsyncctl.model.LiveSettings;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.Setting;
import io.cloudsyncctl.model.SettingGroup;
import io.cloudsyncctl.model.TaskIdentity;
import io.cloudsyncctl.model.Value;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.PreImage;
import io.cloudsyncctl.plan.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the NAS says just before and just after a write. A reading that fails leaves the NAS as it
 * is, so its failure is certain to have written nothing.
 */
final class FreshReads {
  /** The code of a diagnostic that says that the NAS is not what the plan was made from. */
  static final String MOVED = RefusalCode.NAS_MOVED.code();

  private final FreshReader fresh;
  private final CloudSyncReader reader;

  /** The names that this run gave to connections, by their ids. */
  private final Map<Long, String> written = new HashMap<>();

  /** What the NAS said last of each task, in every answer that tells of it. */
  private final Map<OfTask, ImmutableMap<String, WireValue>> seen = new HashMap<>();

  /** One group of a task. */
  private record OfTask(long sessionId, SettingGroup group) {}

  FreshReads(DsmGateway gateway) {
    ReadGateway reading = ReadGateway.over(gateway);
    this.fresh = new FreshReader(reading);
    this.reader = new CloudSyncReader(reading);
  }

  /**
   * One look at a group.
   *
   * @param parameters those that can be read
   * @param unread why one cannot; empty where all can
   * @param earlier what of them the answer before told, of a task
   */
  record Look(
      ImmutableMap<String, WireValue> parameters,
      Optional<String> unread,
      ImmutableMap<String, WireValue> earlier) {
    static Look at(SettingGroup group, LiveSettings settings) {
      return of(group, settings, PreImage.of(group, settings, null), ImmutableMap.of());
    }

    private static Look of(
        SettingGroup group,
        LiveSettings settings,
        ImmutableMap<String, WireValue> parameters,
        ImmutableMap<String, WireValue> earlier) {
      Optional<String> unread =
          Catalog.of(group).stream()
              .filter(Setting::readable)
              .map(settings::get)
              .flatMap(value ->
                  value instanceof Value.Unreadable<?>(String why)
                      ? Stream.of(why)
                      : Stream.empty())
              .findFirst();
      return new Look(parameters, unread, earlier);
    }
  }

  /** The readable parameters of a group, and why others are not. */
  Look look(Address address, Target target, SettingGroup group) {
    return only(() -> settings(address, target, group));
  }

  private Look settings(Address address, Target target, SettingGroup group) {
    return switch (target) {
      case Target.OfPackage _ -> Look.at(group, fresh.packageSettings());
      case Target.OfConnection connection -> {
        FreshReader.OfConnection now = fresh.connection(connection.id());
        requireSame(address, connection, now.entry());
        yield Look.at(group, now.settings());
      }
      case Target.OfTask task -> look(live(address, task), group);
    };
  }

  private Look look(LiveTask task, SettingGroup group) {
    ImmutableMap<String, WireValue> earlier =
        seen.getOrDefault(new OfTask(task.sessionId(), group), ImmutableMap.of());
    for (SettingGroup one : List.of(SettingGroup.TASK, SettingGroup.FILTERS)) {
      seen.put(new OfTask(task.sessionId(), one), PreImage.of(one, task.settings(), task));
    }
    return Look.of(group, task.settings(), PreImage.of(group, task.settings(), task), earlier);
  }

  /** The tasks of a list, whose directions it tells as well. */
  ImmutableList<TaskIdentity> listed(TaskList list) {
    for (TaskEntry task : list.entries()) {
      if (!task.direction().isEmpty()) {
        seen.put(
            new OfTask(task.sessionId(), SettingGroup.TASK),
            ImmutableMap.of(
                TaskSettings.SYNC_DIRECTION.parameter(), WireValue.of(task.direction())));
      }
    }
    return list.entries().stream()
        .map(TaskEntry::identity)
        .collect(ImmutableList.toImmutableList());
  }

  /** A task as it is now, with its settings and filters. */
  LiveTask task(Address address, Target.OfTask task) {
    return only(() -> live(address, task));
  }

  private LiveTask live(Address address, Target.OfTask task) {
    FreshReader.OfTask now = fresh.task(task.connection().id(), GroupWriter.sessionId(task));
    requireSame(address, task.connection(), now.connection());
    return now.task()
        .filter(found -> isSame(task, found))
        .orElseThrow(() -> moved(address, "the task is no longer there"));
  }

  /** What was created in this run may still be on its way to its folder in the cloud. */
  private static boolean isSame(Target.OfTask planned, LiveTask now) {
    String folder = planned.remoteFolderId();
    return now.paths().same(planned.paths())
        && (folder == null || folder.isEmpty() || folder.equals(now.remoteFolderId()));
  }

  /** From now on a connection may have this name, too. */
  void renamed(Target.OfConnection connection, String name) {
    written.put(connection.id(), name);
  }

  /** Makes sure that a connection's id still means the same connection. */
  void requireConnection(Address address, Target.OfConnection connection) {
    connection(address, connection);
  }

  /**
   * Makes sure of that, and that nobody has paused it since the plan: a pause of somebody else's is
   * not ours to end.
   */
  void requireNotPaused(Address address, Target.OfConnection connection) {
    if (connection(address, connection).status().equals("pause")) {
      throw moved(address, "somebody has paused the connection");
    }
  }

  private ConnectionEntry connection(Address address, Target.OfConnection connection) {
    return requireSame(address, connection, only(() -> reader.listed(connection.id())));
  }

  private ConnectionEntry requireSame(
      Address address, Target.OfConnection planned, Optional<ConnectionEntry> now) {
    if (now.isEmpty()) {
      throw moved(address, "the connection is no longer there under this name");
    }
    ConnectionIdentity is = now.get().identity();
    if (!planned.identity().isSameUnderAnyName(is)) {
      throw moved(
          address,
          "its id "
              + planned.id()
              + " now means another connection: "
              + HostileText.excerpt(is.name())
              + " (provider "
              + HostileText.excerpt(String.valueOf(is.provider()))
              + ", account "
              + HostileText.excerpt(String.valueOf(is.account()))
              + ")");
    }
    if (!is.name().equals(planned.name()) && !is.name().equals(written.get(planned.id()))) {
      throw moved(address, "the connection is no longer there under this name");
    }
    return now.get();
  }

  /** Whether the NAS lists a connection of this id. */
  boolean lists(Target.OfConnection connection) {
    return only(reader::connections).entries().stream()
        .anyMatch(entry -> entry.id() == connection.id());
  }

  /** A connection's tasks. */
  ImmutableList<TaskIdentity> tasks(Target.OfConnection connection) {
    return listed(only(() -> reader.tasks(connection.id())));
  }

  private static <T> T only(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DsmException e) {
      throw e.with(Certainty.DID_NOT_HAPPEN);
    }
  }

  /** That the NAS is not what the plan was made from, so that nothing was written. */
  static OperationException moved(Address address, String what) {
    return new OperationException(
        Diagnostic.error(
            MOVED,
            "the NAS has changed since the plan: " + what,
            new Location.OnNas(address.nas(), null, address.text()),
            "look at the plan as it is now and apply again"),
        false);
  }
}
