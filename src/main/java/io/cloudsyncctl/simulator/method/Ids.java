package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.StateTree;

/** Reads the ids that calls name, and makes sure that they exist and that the caller sees them. */
final class Ids {
  private Ids() {}

  static long connection(StateTree state, Caller caller, Parameters parameters) {
    long id = parameters.integer("connection_id", 0, Long.MAX_VALUE);
    Visibility.connection(state, caller, id);
    return id;
  }

  static long task(StateTree state, Caller caller, Parameters parameters) {
    long id = parameters.integer("session_id", 0, Long.MAX_VALUE);
    Visibility.connection(state, caller, state.connectionOf(id));
    return id;
  }
}
