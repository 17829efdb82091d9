package io.cloudsyncctl.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** SYNO.CloudSync, version 1: the table of its methods. */
final class CloudSyncApi implements ApiHandler {
  static final String NAME = "SYNO.CloudSync";

  private final SimulatedState state;
  private final Map<String, CloudSyncMethod> methods = new HashMap<>();

  CloudSyncApi(SimulatedState state, SimulatorOptions options) {
    this.state = state;
    methods.putAll(new PackageMethods(options).methods());
    methods.putAll(ConnectionMethods.methods());
    methods.putAll(TaskMethods.methods());
    methods.putAll(PauseMethods.methods());
    methods.putAll(TaskCreation.methods());
  }

  Set<String> methods() {
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
          JsonNode data = method.call(tree, caller, call.parameters());
          return data == null ? Json.NODES.missingNode() : data.deepCopy();
        }));
  }
}
