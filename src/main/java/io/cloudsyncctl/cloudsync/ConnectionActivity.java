package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.model.WireValue;
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
   * @throws ApiRefusedException where the NAS does not answer one of the lists
   */
  public static ConnectionActivity read(ReadGateway gateway, long id) {
    List<ApiCall> calls =
        List.of(Getters.connections(ConnectionGrouping.BY_USER), Getters.tasks(id));
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    ConnectionList list =
        ConnectionList.read(fields(gateway, calls.getFirst(), results.getFirst(), id));
    Optional<ConnectionEntry> entry =
        list.entries().stream().filter(one -> one.id() == id).findFirst();
    ImmutableList<TaskEntry> tasks =
        entry.isEmpty()
            ? ImmutableList.of()
            : TaskList.read(fields(gateway, calls.getLast(), results.getLast(), id), id).entries();
    return new ConnectionActivity(entry, list.allPaused(), tasks);
  }

  private static AnswerFields fields(
      ReadGateway gateway, ApiCall call, ApiResult result, long connection) {
    String subject = CloudSyncApi.connection(connection);
    return switch (result) {
      case ApiResult.Success(WireValue.Members data) ->
          AnswerFields.of(gateway.nas(), call.method(), subject, data);
      case ApiResult.Refused(ApiError error) ->
          throw new ApiRefusedException(gateway.nas(), call, subject, error);
      case ApiResult.Unusable(BadAnswerException failure) -> throw failure;
    };
  }
}
