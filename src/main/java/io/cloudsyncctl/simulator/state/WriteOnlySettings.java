package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a task holds of the settings that no getter answers (protocol note §4). Only tests and the
 * state file can see them.
 *
 * @param syncAttrCheckOption wire {@code sync_attr_check_option}, the consistency check
 * @param noDelete wire {@code no_delete}: local deletions are not repeated in the cloud
 * @param googleDriveConvertOnlineDoc wire {@code google_drive_convert_online_doc}
 */
public record WriteOnlySettings(
    boolean syncAttrCheckOption, boolean noDelete, boolean googleDriveConvertOnlineDoc) {

  static WriteOnlySettings of(JsonNode json) {
    return new WriteOnlySettings(
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
