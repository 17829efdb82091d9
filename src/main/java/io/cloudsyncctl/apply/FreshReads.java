package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.CloudSyncReader;
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
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.SettingGroup;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.PreImage;
import io.cloudsyncctl.plan.Target;
import java.util.function.Supplier;

/**
 * What the NAS says just before and just after a write. A reading that fails leaves the NAS as it
 * is, so its failure is certain to have written nothing.
 */
final class FreshReads {
  /** The code of a diagnostic that says that the NAS is not what the plan was made from. */
  static final String MOVED = RefusalCode.NAS_MOVED.code();

  private final FreshReader fresh;
  private final CloudSyncReader reader;

  FreshReads(DsmGateway gateway) {
    ReadGateway reading = ReadGateway.over(gateway);
    this.fresh = new FreshReader(reading);
    this.reader = new CloudSyncReader(reading);
  }

  /** The readable parameters of a group. */
  ImmutableMap<String, WireValue> group(Address address, Target target, SettingGroup group) {
    return only(() -> settings(address, target, group));
  }

  private ImmutableMap<String, WireValue> settings(
      Address address, Target target, SettingGroup group) {
    return switch (target) {
      case Target.OfPackage _ -> PreImage.of(group, fresh.packageSettings(), null);
      case Target.OfConnection connection ->
          PreImage.of(group, fresh.connectionSettings(connection.id()), null);
      case Target.OfTask task -> {
        LiveTask live =
            fresh
                .task(task.connection().id(), GroupWriter.sessionId(task))
                .filter(found -> found.paths().same(task.paths()))
                .orElseThrow(() -> moved(address, "the task is no longer there"));
        yield PreImage.of(group, live.settings(), live);
      }
    };
  }

  /** Makes sure that a connection's id still means the same connection. */
  void requireConnection(Address address, Target.OfConnection connection) {
    boolean there =
        only(reader::connections).entries().stream()
            .anyMatch(
                entry -> entry.id() == connection.id() && entry.name().equals(connection.name()));
    if (!there) {
      throw moved(address, "the connection is no longer there under this name");
    }
  }

  /** The session ids of a connection's tasks. */
  ImmutableList<Long> sessions(Target.OfConnection connection) {
    return tasks(connection).entries().stream()
        .map(TaskEntry::sessionId)
        .collect(ImmutableList.toImmutableList());
  }

  /** Makes sure that a session id still means the same task. */
  void requireTask(Address address, Target.OfTask task) {
    long sessionId = GroupWriter.sessionId(task);
    boolean there =
        tasks(task.connection()).entries().stream()
            .anyMatch(entry -> entry.sessionId() == sessionId && entry.paths().same(task.paths()));
    if (!there) {
      throw moved(address, "the task is no longer there");
    }
  }

  /** Makes sure that a task that is about to be created is not there yet. */
  void requireNoTask(Address address, Target.OfConnection connection, TaskPaths paths) {
    if (tasks(connection).find(paths).isPresent()) {
      throw moved(address, "the task is there by now");
    }
  }

  private TaskList tasks(Target.OfConnection connection) {
    return only(() -> reader.tasks(connection.id()));
  }

  private static <T> T only(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DsmException e) {
      throw e.with(Certainty.DID_NOT_HAPPEN);
    }
  }

  private static OperationException moved(Address address, String what) {
    return new OperationException(
        Diagnostic.error(
            MOVED,
            "the NAS has changed since the plan: " + what,
            new Location.OnNas(address.nas(), null, address.text()),
            "look at the plan as it is now and apply again"),
        false);
  }
}
