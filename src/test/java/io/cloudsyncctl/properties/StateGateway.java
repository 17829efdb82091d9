package io.cloudsyncctl.properties;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.read.Snapshot;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A generated state behind the real reader without a server, for what only plans. */
final class StateGateway implements DsmGateway {
  private static final int NO_SUCH_METHOD = 103;

  private final JsonNode state;

  private StateGateway(JsonNode state) {
    this.state = state;
  }

  static Snapshot read(JsonNode state) {
    return LiveStateReader.read(ReadGateway.over(new StateGateway(state)));
  }

  @Override
  public String nas() {
    return "office";
  }

  @Override
  public ImmutableList<ApiResult> readAll(List<ApiCall> calls) {
    return calls.stream().map(this::answer).collect(ImmutableList.toImmutableList());
  }

  private ApiResult answer(ApiCall call) {
    JsonNode data =
        switch (call.method()) {
          case "get_config", "list_conn" -> state.path(call.method());
          case "get_selective_sync_config", "get_session_setting" ->
              part("tasks", call, "session_id");
          default -> part("connections", call, "connection_id");
        };
    if (data.isMissingNode() && call.method().equals("get_session_setting")) {
      return new ApiResult.Refused(ApiError.of(NO_SUCH_METHOD));
    }
    return new ApiResult.Success((WireValue.Members) WireJson.parse(data.toString()));
  }

  private JsonNode part(String parts, ApiCall call, String id) {
    if (call.parameters().get(id) instanceof WireValue.Whole(long number)) {
      return state.path(parts).path(Long.toString(number)).path(call.method());
    }
    throw new IllegalArgumentException(call + " has no " + id);
  }

  @Override
  public ApiResult call(ApiCall call) {
    throw new AssertionError(call + " is no read");
  }

  @Override
  public ImmutableList<ApiResult> callInOrder(List<ApiCall> calls) {
    throw new AssertionError(calls + " are no reads");
  }
}
