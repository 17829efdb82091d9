package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import java.util.List;
import java.util.Optional;

/**
 * What one connection is doing, as it and its tasks say in one round trip.
 *
 * @param connection empty where the NAS no longer lists it
 * @param allPaused {@code is_pause}
 * @param tasks none where the connection is no longer listed, or they were not asked for
 */
public record ConnectionActivity(
    Optional<ConnectionEntry> connection, boolean allPaused, ImmutableList<TaskEntry> tasks) {

  /**
   * Looks at a connection.
   *
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS does not answer one of the lists, or the
   *     connection is not on one that is not complete
   */
  public static ConnectionActivity read(ReadGateway gateway, long id) {
    List<ApiCall> calls = List.of(Getters.connections(), Getters.tasks(id));
    return of(gateway, id, calls, gateway.readAll(calls));
  }

  /** What the last two of several calls tell: the list of connections, and that of its tasks. */
  static ConnectionActivity of(
      ReadGateway gateway, long id, List<ApiCall> calls, List<ApiResult> results) {
    int list = calls.size() - 2;
    ConnectionActivity alone = withoutTasks(gateway, id, calls.get(list), results.get(list));
    if (alone.connection.isEmpty()) {
      return alone;
    }
    AnswerFields tasks =
        gateway.answered(calls.getLast(), CloudSyncApi.connection(id), results.getLast());
    return new ConnectionActivity(
        alone.connection, alone.allPaused, TaskList.read(tasks, id).entries());
  }

  /** What the list of connections tells. */
  static ConnectionActivity withoutTasks(
      ReadGateway gateway, long id, ApiCall call, ApiResult result) {
    ConnectionList list = ConnectionList.about(gateway.answered(call, null, result), id);
    return new ConnectionActivity(list.find(id), list.allPaused(), ImmutableList.of());
  }
}
