package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import java.util.List;
import java.util.Optional;

/**
 * What one connection is doing, as it and its tasks say in one round trip.
 *
 * @param connection empty where the NAS no longer lists it
 * @param allPaused {@code is_pause}
 * @param tasks none where the connection is no longer listed
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
    List<ApiCall> calls =
        List.of(Getters.connections(ConnectionGrouping.BY_USER), Getters.tasks(id));
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    ConnectionList list =
        ConnectionList.about(gateway.answered(calls.getFirst(), null, results.getFirst()), id);
    Optional<ConnectionEntry> entry = list.find(id);
    ImmutableList<TaskEntry> tasks =
        entry.isEmpty()
            ? ImmutableList.of()
            : TaskList.read(
                    gateway.answered(
                        calls.getLast(), CloudSyncApi.connection(id), results.getLast()),
                    id)
                .entries();
    return new ConnectionActivity(entry, list.allPaused(), tasks);
  }
}
