package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.model.LiveSettings;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.SettingGroup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one subject anew, in one round trip: what a write is about to replace or has replaced. */
public final class FreshReader {
  private final ReadGateway gateway;

  public FreshReader(ReadGateway gateway) {
    this.gateway = gateway;
  }

  /** The package's settings. */
  public LiveSettings packageSettings() {
    Reply config = ask(Getters.config(), null);
    return new SettingsDecoder()
        .add(SettingGroup.PACKAGE, config)
        .add(SettingGroup.RELINK, config)
        .build();
  }

  /**
   * A connection's settings and schedule.
   *
   * @param entry as the NAS lists it; empty where it no longer does
   */
  public record OfConnection(Optional<ConnectionEntry> entry, LiveSettings settings) {}

  /**
   * A task with its filters.
   *
   * @param connection as the NAS lists it; empty where it no longer does
   * @param task empty where the connection no longer lists it
   */
  public record OfTask(Optional<ConnectionEntry> connection, Optional<LiveTask> task) {}

  /**
   * A connection's settings and schedule, and what it is by now.
   *
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS does not answer the list, or not all of
   *     it
   */
  public OfConnection connection(long connectionId) {
    List<ApiCall> calls =
        List.of(
            Getters.connections(ConnectionGrouping.BY_USER),
            Getters.connectionSettings(connectionId));
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    Optional<ConnectionEntry> entry = listed(connectionId, calls.get(0), results.get(0));
    if (entry.isEmpty()) {
      return new OfConnection(entry, LiveSettings.EMPTY);
    }
    Reply settings =
        Reply.of(
            gateway.nas(), calls.get(1), CloudSyncApi.connection(connectionId), results.get(1));
    return new OfConnection(
        entry,
        new SettingsDecoder()
            .add(SettingGroup.CONNECTION, settings)
            .add(SettingGroup.SCHEDULE, settings)
            .build());
  }

  private Optional<ConnectionEntry> listed(long connectionId, ApiCall call, ApiResult result) {
    return ConnectionList.about(gateway.answered(call, null, result), connectionId)
        .find(connectionId);
  }

  /**
   * A task with its filters, and what its connection is by now.
   *
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS does not answer one of the lists, or not
   *     all of it
   */
  public OfTask task(long connectionId, long sessionId) {
    List<ApiCall> calls =
        List.of(
            Getters.connections(ConnectionGrouping.BY_USER),
            Getters.tasks(connectionId),
            Getters.filters(sessionId));
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    Optional<ConnectionEntry> connection = listed(connectionId, calls.get(0), results.get(0));
    if (connection.isEmpty()) {
      return new OfTask(connection, Optional.empty());
    }
    AnswerFields tasks =
        gateway.answered(calls.get(1), CloudSyncApi.connection(connectionId), results.get(1));
    Optional<ConnectionReading.Task> task =
        ConnectionReading.tasks(tasks, connectionId).stream()
            .filter(one -> one.entry().sessionId() == sessionId)
            .findFirst();
    if (task.isEmpty()) {
      return new OfTask(connection, Optional.empty());
    }
    Reply filters =
        Reply.of(gateway.nas(), calls.get(2), CloudSyncApi.task(sessionId), results.get(2));
    return new OfTask(connection, Optional.of(ConnectionReading.live(task.get(), filters)));
  }

  private Reply ask(ApiCall call, @Nullable String subject) {
    return Reply.of(gateway.nas(), call, subject, gateway.readAll(List.of(call)).getFirst());
  }
}
