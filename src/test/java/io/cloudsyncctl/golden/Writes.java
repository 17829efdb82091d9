package io.cloudsyncctl.golden;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Of the requests that a NAS got, those that may change something, and the tests before them. */
final class Writes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What needs no mention: discovery, login and logout, and the getters. */
  private static final Set<String> READS =
      Set.of(
          "SYNO.API.Info.query",
          "SYNO.API.Auth.login",
          "SYNO.API.Auth.logout",
          "SYNO.CloudSync.get_config",
          "SYNO.CloudSync.list_conn",
          "SYNO.CloudSync.get_connection_setting",
          "SYNO.CloudSync.get_property",
          "SYNO.CloudSync.get_conn_auth_info",
          "SYNO.CloudSync.get_log",
          "SYNO.CloudSync.list_sess",
          "SYNO.CloudSync.get_selective_sync_config",
          "SYNO.CloudSync.get_session_setting",
          "SYNO.CloudSync.get_selective_folder_list",
          "SYNO.CloudSync.get_recently_change");

  private Writes() {}

  /** In their order; a compound that holds one is shown as a whole. */
  static ArrayNode of(List<RecordedRequest> requests) {
    ArrayNode writes = NODES.arrayNode();
    for (RecordedRequest request : requests) {
      if (request.calls().stream().allMatch(call -> READS.contains(call.name()))) {
        continue;
      }
      if (request.compound()) {
        ArrayNode calls = NODES.arrayNode();
        request.calls().forEach(call -> calls.add(call(call)));
        writes.add(NODES.objectNode().set("compound", calls));
      } else {
        writes.add(call(request.calls().getFirst()));
      }
    }
    return writes;
  }

  private static ObjectNode call(RecordedCall call) {
    ObjectNode parameters = call.parameters().deepCopy().asObject();
    parameters.remove("_sid");
    String name = call.api().equals("SYNO.CloudSync") ? call.method() : call.name();
    ObjectNode node = NODES.objectNode().put("method", name);
    node.setAll(parameters);
    return node;
  }
}
