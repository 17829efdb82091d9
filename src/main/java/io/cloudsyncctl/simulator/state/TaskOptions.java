package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a task beside its direction and filters (protocol note §4): the answer of {@code
 * get_session_setting}, which packages of old do not have.
 *
 * @param syncAttrCheckOption wire {@code sync_attr_check_option}, the consistency check
 * @param noDelete wire {@code no_delete}: local deletions are not repeated in the cloud
 * @param googleDriveConvertOnlineDoc wire {@code google_drive_convert_online_doc}
 */
public record TaskOptions(
    boolean syncAttrCheckOption, boolean noDelete, boolean googleDriveConvertOnlineDoc) {

  static TaskOptions of(JsonNode json) {
    return new TaskOptions(
        json.path("sync_attr_check_option").asBoolean(false),
        json.path("no_delete").asBoolean(false),
        json.path("google_drive_convert_online_doc").asBoolean(false));
  }

  public ObjectNode toJson() {
    return Json.NODES
        .objectNode()
        .put("sync_attr_check_option", syncAttrCheckOption)
        .put("no_delete", noDelete)
        .put("google_drive_convert_online_doc", googleDriveConvertOnlineDoc);
  }
}
