package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.StateTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One method of SYNO.CloudSync. */
@FunctionalInterface
interface CloudSyncMethod {
  /**
   * Works on the state, alone at that moment; answers {@code data}, or null where there is none.
   */
  @Nullable JsonNode call(StateTree state, Caller caller, Parameters parameters);
}
