package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.state.StateTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who sees which connection: an administrator sees all while {@code admin_mode} is on, everybody
 * else only their own. The owner stands in the state file beside a connection's getters; one
 * without an owner belongs to the administrator.
 */
final class Visibility {
  private Visibility() {}

  static boolean isAdministratorMode(StateTree state, Caller caller) {
    return caller.administrator()
        && state.config().path("admin_mode").asString("enable").equals("enable");
  }

  static boolean sees(StateTree state, Caller caller, long connection) {
    if (isAdministratorMode(state, caller)) {
      return true;
    }
    JsonNode owner = state.owner(connection);
    return owner.isString() ? owner.stringValue().equals(caller.user()) : caller.administrator();
  }

  /** The entry of a connection that the caller may see; 120 where it is not there, 105 else. */
  static ObjectNode connection(StateTree state, Caller caller, long id) {
    ObjectNode listed = state.listed(id);
    if (!sees(state, caller, id)) {
      throw new ApiException(ErrorCode.NO_PERMISSION);
    }
    return listed;
  }
}
