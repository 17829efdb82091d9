package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.ConnectionPauses;
import io.cloudsyncctl.simulator.state.StateTree;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods that pause and resume one connection, or all that the caller sees. */
final class PauseMethods {
  private PauseMethods() {}

  static Map<String, CloudSyncMethod> methods() {
    return Map.of(
        "pause", (state, caller, parameters) -> change(state, caller, parameters, true),
        "resume", (state, caller, parameters) -> change(state, caller, parameters, false));
  }

  private static @Nullable JsonNode change(
      StateTree state, Caller caller, Parameters parameters, boolean pause) {
    if (parameters.has("connection_id")) {
      ConnectionPauses.ask(state, state.listed(Ids.connection(state, caller, parameters)), pause);
    } else {
      for (ObjectNode connection : state.listed()) {
        if (Visibility.sees(state, caller, connection.path("id").longValue())) {
          ConnectionPauses.ask(state, connection, pause);
        }
      }
    }
    ConnectionPauses.summarise(state);
    return null;
  }
}
