package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one subject anew, in one round trip: what a write is about to replace or has replaced, and
 * what its connection is doing at that moment, which is asked for last.
 */
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
   * @param activity what it is by now, and does
   */
  public record OfConnection(ConnectionActivity activity, LiveSettings settings) {}

  /**
   * A task with its filters.
   *
   * @param activity what its connection is by now, and does
   * @param task empty where the connection no longer lists it
   */
  public record OfTask(ConnectionActivity activity, Optional<LiveTask> task) {}

  /**
   * A connection's settings and schedule, and what it is by now.
   *
   * @param withTasks whether what its tasks do is asked for as well
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS does not answer one of the lists, or not
   *     all of it
   */
  public OfConnection connection(long connectionId, boolean withTasks) {
    List<ApiCall> calls = new ArrayList<>();
    calls.add(Getters.connectionSettings(connectionId));
    calls.add(Getters.connections());
    if (withTasks) {
      calls.add(Getters.tasks(connectionId));
    }
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    ConnectionActivity activity =
        withTasks
            ? ConnectionActivity.of(gateway, connectionId, calls, results)
            : ConnectionActivity.withoutTasks(
                gateway, connectionId, calls.getLast(), results.getLast());
    if (activity.connection().isEmpty()) {
      return new OfConnection(activity, LiveSettings.EMPTY);
    }
    Reply settings =
        Reply.of(
            gateway.nas(),
            calls.getFirst(),
            CloudSyncApi.connection(connectionId),
            results.getFirst());
    return new OfConnection(
        activity,
        new SettingsDecoder()
            .add(SettingGroup.CONNECTION, settings)
            .add(SettingGroup.SCHEDULE, settings)
            .build());
  }

  /**
   * A task with its filters, and what its connection is by now.
   *
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS does not answer one of the lists, or not
   *     all of it
   */
  public OfTask task(long connectionId, long sessionId) {
    List<Long> sessions = List.of(sessionId);
    List<ApiCall> calls = new ArrayList<>(TaskReplies.calls(sessions));
    calls.add(Getters.connections());
    calls.add(Getters.tasks(connectionId));
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    ConnectionActivity activity = ConnectionActivity.of(gateway, connectionId, calls, results);
    if (activity.connection().isEmpty()) {
      return new OfTask(activity, Optional.empty());
    }
    AnswerFields tasks =
        gateway.answered(calls.getLast(), CloudSyncApi.connection(connectionId), results.getLast());
    Optional<ConnectionReading.Task> task =
        ConnectionReading.tasks(tasks, connectionId).stream()
            .filter(one -> one.entry().sessionId() == sessionId)
            .findFirst();
    if (task.isEmpty()) {
      return new OfTask(activity, Optional.empty());
    }
    TaskReplies replies = TaskReplies.of(gateway.nas(), sessions, 0, calls, results);
    return new OfTask(activity, Optional.of(ConnectionReading.live(task.get(), replies)));
  }

  private Reply ask(ApiCall call, @Nullable String subject) {
    return Reply.of(gateway.nas(), call, subject, gateway.readAll(List.of(call)).getFirst());
  }
}
