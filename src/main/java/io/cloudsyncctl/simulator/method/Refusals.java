package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.StateTree;
import tools.jackson.databind.JsonNode;

/**
 * The getters that a captured NAS refused, which the simulated one refuses with the same codes: the
 * {@code refused} of a state file, by the names and ids that the answers stand under.
 */
final class Refusals {
  private static final String CONNECTION = "connection_id";
  private static final String TASK = "session_id";

  private Refusals() {}

  /** Refuses a call that the captured NAS refused. */
  static void check(StateTree state, String method, Parameters parameters) {
    JsonNode refused = state.root().path("refused");
    if (refused.isMissingNode()) {
      return;
    }
    JsonNode code = refused.path(method);
    if (parameters.has(CONNECTION)) {
      code = of(refused.path("connections"), method, id(parameters, CONNECTION));
    } else if (parameters.has(TASK)) {
      code = of(refused.path("tasks"), method, id(parameters, TASK));
    }
    if (code.isInt()) {
      throw new ApiException(code.intValue());
    }
  }

  private static JsonNode of(JsonNode subjects, String method, long id) {
    return subjects.path(Long.toString(id)).path(method);
  }

  private static long id(Parameters parameters, String name) {
    return parameters.integer(name, 0, Long.MAX_VALUE);
  }
}
