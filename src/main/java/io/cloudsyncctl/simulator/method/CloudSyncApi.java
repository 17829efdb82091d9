package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.Answer;
import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.ApiHandler;
import io.cloudsyncctl.simulator.api.Call;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.device.Ask;
import io.cloudsyncctl.simulator.device.Device;
import io.cloudsyncctl.simulator.device.DeviceState;
import io.cloudsyncctl.simulator.device.Turn;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.StateTree;
import io.cloudsyncctl.simulator.state.TreeState;
import io.cloudsyncctl.simulator.truth.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** SYNO.CloudSync, version 1: the table of its methods. */
public final class CloudSyncApi implements ApiHandler {
  public static final String NAME = "SYNO.CloudSync";

  private final SimulatedState state;
  private final Device device;
  private final Map<String, CloudSyncMethod> methods = new HashMap<>();

  public CloudSyncApi(SimulatedState state, Device device, SimulatorOptions options) {
    this.state = state;
    this.device = device;
    methods.putAll(new PackageMethods(options).methods());
    methods.putAll(ConnectionMethods.methods());
    methods.putAll(TaskMethods.methods());
    methods.putAll(PauseMethods.methods());
    methods.putAll(TaskCreation.methods());
  }

  public Set<String> methods() {
    return Set.copyOf(methods.keySet());
  }

  @Override
  public Answer handle(Call call) {
    CloudSyncMethod method = methods.get(call.method());
    if (method == null) {
      throw new ApiException(ErrorCode.NO_SUCH_METHOD);
    }
    Caller caller = call.requiredSession().caller();
    // The answer is copied while the state stands still; it is written out later.
    return Answer.of(
        state.within(tree -> {
          DeviceState whole = new TreeState(tree);
          Refusals.check(tree, call.method(), call.parameters());
          device.beforeCall(whole, call.method());
          try {
            JsonNode data = answer(method, tree, caller, call);
            return data == null ? Json.NODES.missingNode() : data.deepCopy();
          } finally {
            device.afterCall(whole, call.method());
          }
        }));
  }

  private @Nullable JsonNode answer(
      CloudSyncMethod method, StateTree tree, Caller caller, Call call) {
    DeviceState whole = new TreeState(tree);
    Turn turn = device.begin(whole, ask(tree, call), call.number(), caller.user());
    refuse(turn.refusal());
    // What is ignored is checked all the same, and tried out where it has no effect.
    JsonNode data = method.call(turn.ignored() ? tree.copy() : tree, caller, call.parameters());
    JsonNode shown = device.end(whole, turn, data);
    refuse(device.refusalAfter(turn.ask()));
    return shown;
  }

  private static void refuse(OptionalInt code) {
    if (code.isPresent()) {
      throw new ApiException(code.getAsInt());
    }
  }

  /** What a call is about, as far as it names what is there. */
  private static Ask ask(StateTree tree, Call call) {
    JsonNode parameters = call.parameters().toJson();
    long task = parameters.path("session_id").asLong(Event.NONE);
    long connection =
        parameters
            .path("connection_id")
            .asLong(parameters.path("conn_info").path("conn_id").asLong(Event.NONE));
    if (connection == Event.NONE && tree.hasTask(task)) {
      connection = tree.connectionOf(task);
    }
    return new Ask(call.method(), connection, task);
  }
}
