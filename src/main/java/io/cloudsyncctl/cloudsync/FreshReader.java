package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
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

  /** A connection's settings and schedule. */
  public LiveSettings connectionSettings(long connectionId) {
    Reply settings =
        ask(Getters.connectionSettings(connectionId), CloudSyncApi.connection(connectionId));
    return new SettingsDecoder()
        .add(SettingGroup.CONNECTION, settings)
        .add(SettingGroup.SCHEDULE, settings)
        .build();
  }

  /**
   * A task with its filters; empty where the connection no longer lists it.
   *
   * @throws ApiRefusedException where the NAS does not answer the list
   */
  public Optional<LiveTask> task(long connectionId, long sessionId) {
    List<ApiCall> calls = List.of(Getters.tasks(connectionId), Getters.filters(sessionId));
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    String connection = CloudSyncApi.connection(connectionId);
    if (results.get(0) instanceof ApiResult.Refused(ApiError error)) {
      // Nobody can say of a list that is withheld that it lacks a task.
      throw new ApiRefusedException(gateway.nas(), calls.get(0), connection, error);
    }
    Reply listed = Reply.of(gateway.nas(), calls.get(0), connection, results.get(0));
    Optional<ConnectionReading.Task> task =
        ConnectionReading.tasks(listed).stream()
            .filter(one -> one.entry().sessionId() == sessionId)
            .findFirst();
    if (task.isEmpty()) {
      return Optional.empty();
    }
    Reply filters =
        Reply.of(gateway.nas(), calls.get(1), CloudSyncApi.task(sessionId), results.get(1));
    return Optional.of(ConnectionReading.live(task.get(), filters));
  }

  private Reply ask(ApiCall call, @Nullable String subject) {
    return Reply.of(gateway.nas(), call, subject, gateway.readAll(List.of(call)).getFirst());
  }
}
