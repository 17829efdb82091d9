package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.pause.PauseSightings;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.apply.rest.RestReading;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ConnectionActivity;
import io.cloudsyncctl.cloudsync.read.FreshReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the NAS says just before and just after a write. A reading that fails leaves the NAS as it
 * is, so its failure is certain to have written nothing.
 */
final class FreshReads {
  private final ReadGateway reading;
  private final FreshReader fresh;
  private final CloudSyncReader reader;
  private final PauseSightings sightings;
  private final TaskAnswers told = new TaskAnswers();

  /** The names that this run gave to connections, by their ids. */
  private final Map<Long, String> written = new HashMap<>();

  /**
   * Reads a NAS anew.
   *
   * @param sightings are told which status each reading shows of a connection
   */
  FreshReads(DsmGateway gateway, PauseSightings sightings) {
    this.reading = ReadGateway.over(gateway);
    this.fresh = new FreshReader(reading);
    this.reader = new CloudSyncReader(reading);
    this.sightings = sightings;
  }

  /**
   * One look at a group, and at the rest of its connection in the same answer.
   *
   * @param parameters those that can be read
   * @param task the task whose group it is; empty for other subjects
   * @param unread why one cannot; empty where all can
   * @param earlier what of them the answer before told, of a task
   */
  record Look(
      ImmutableMap<String, WireValue> parameters,
      Optional<LiveTask> task,
      Optional<String> unread,
      ImmutableMap<String, WireValue> earlier,
      RestLook rest)
      implements RestReading {
    private static Look at(
        SettingGroup group,
        LiveSettings settings,
        @Nullable LiveTask task,
        ImmutableMap<String, WireValue> earlier,
        RestLook rest) {
      Optional<String> unread =
          Catalog.of(group).stream()
              .map(settings::get)
              .flatMap(value ->
                  value instanceof Value.Unreadable<?>(String why)
                      ? Stream.of(why)
                      : Stream.empty())
              .findFirst();
      return new Look(
          PreImage.of(group, settings, task), Optional.ofNullable(task), unread, earlier, rest);
    }
  }

  /**
   * The readable parameters of a group, and why others are not.
   *
   * @param withRest whether it counts what the tasks of the connection do
   */
  Look look(Address address, Target target, SettingGroup group, boolean withRest) {
    return only(() -> settings(address, target, group, withRest));
  }

  private Look settings(Address address, Target target, SettingGroup group, boolean withRest) {
    return switch (target) {
      case Target.OfPackage _ ->
          Look.at(
              group, fresh.packageSettings(), null, ImmutableMap.of(), RestLook.OF_NO_CONNECTION);
      case Target.OfConnection connection -> {
        FreshReader.OfConnection now = fresh.connection(connection.id(), withRest);
        requireSame(address, connection, now.activity().connection());
        yield Look.at(group, now.settings(), null, ImmutableMap.of(), RestLook.of(now.activity()));
      }
      case Target.OfTask task -> {
        FreshReader.OfTask now = read(address, task);
        LiveTask live = live(address, task, now);
        ImmutableMap<String, WireValue> earlier = told.of(live.sessionId(), group);
        told.tells(live);
        yield Look.at(group, live.settings(), live, earlier, RestLook.of(now.activity()));
      }
    };
  }

  /** The tasks of a list, whose directions it tells as well. */
  ImmutableList<TaskIdentity> listed(TaskList list) {
    told.tells(list);
    return list.entries().stream()
        .map(TaskEntry::identity)
        .collect(ImmutableList.toImmutableList());
  }

  /** A task as it is now, with its settings and filters. */
  LiveTask task(Address address, Target.OfTask task) {
    return only(() -> live(address, task, read(address, task)));
  }

  private FreshReader.OfTask read(Address address, Target.OfTask task) {
    FreshReader.OfTask now = fresh.task(task.connection().id(), GroupWriter.sessionId(task));
    requireSame(address, task.connection(), now.activity().connection());
    return now;
  }

  private static LiveTask live(Address address, Target.OfTask task, FreshReader.OfTask now) {
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
    ConnectionStatus status = ConnectionStatus.of(connection(address, connection).status());
    if (status == ConnectionStatus.PAUSE) {
      throw moved(
          address,
          sightings.isOver(connection.id())
              ? "somebody has resumed the connection and paused it again"
              : "somebody has paused the connection");
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
    sightings.saw(planned.id(), now.get().status());
    return now.get();
  }

  /** Whether the NAS lists a connection of this id. */
  boolean lists(Target.OfConnection connection) {
    return only(reader::connections).entries().stream()
        .anyMatch(entry -> entry.id() == connection.id());
  }

  /** What a connection and its tasks do, which is made sure to be the same connection. */
  ConnectionActivity activity(Address address, Target.OfConnection connection) {
    ConnectionActivity now = only(() -> ConnectionActivity.read(reading, connection.id()));
    requireSame(address, connection, now.connection());
    return now;
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
            DiagnosticCode.NAS_MOVED,
            "the NAS has changed since the plan: " + what,
            new Location.OnNas(address.nas(), null, address.text()),
            "look at the plan as it is now and apply again"),
        false);
  }
}
