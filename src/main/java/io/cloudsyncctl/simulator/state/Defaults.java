package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a getter answers for the parts that a state file left out, in the document's shapes. */
public final class Defaults {
  private static final List<String> CREDENTIAL_NAMES =
      List.of(
          "access_key",
          "access_token",
          "auth_pass",
          "auth_scheme",
          "auth_user",
          "bucket_id",
          "bucket_name",
          "client_id",
          "client_type",
          "conn_id",
          "container_name",
          "download_url",
          "openstack_api_key",
          "openstack_domain_id",
          "openstack_domain_name",
          "openstack_identity_service_url",
          "openstack_identity_service_version",
          "openstack_password",
          "openstack_proj_id",
          "openstack_region",
          "openstack_tenant_id",
          "openstack_tenant_name",
          "openstack_token",
          "public_url",
          "refresh_token",
          "resource",
          "root_folder_id",
          "root_folder_path",
          "secret_key",
          "server_addr",
          "service_host",
          "unique_id",
          "user_name");

  private Defaults() {}

  static ObjectNode settings(JsonNode listed) {
    return Json.NODES
        .objectNode()
        .put("client_type", listed.path("type").asString(""))
        .put("isSSE", false)
        .put("is_enabled_schedule", false)
        .put("max_download_speed", 0)
        .put("max_upload_speed", 0)
        .put("part_size", 0)
        .put("pull_event_period", 60)
        .put("schedule_info", "1".repeat(168))
        .put("storage_class", "")
        .put("task_name", listed.path("task_name").asString(""));
  }

  static ObjectNode property(JsonNode listed) {
    ObjectNode property =
        Json.NODES
            .objectNode()
            .put("auth_version", "")
            .put("bucket_name", "")
            .put("container_name", "")
            .put("project_id", "")
            .put("public_url", "")
            .put("quota_total", 0)
            .put("quota_used", 0)
            .put("region", "")
            .put("server_addr", "")
            .put("shared_drive_name", "")
            .put("storage_class", "")
            .put("type", listed.path("type").asString(""));
    JsonNode typeId = listed.path("type_id");
    property.set("type_id", typeId.isMissingNode() ? Json.number(0) : typeId);
    return property.put("user_name", listed.path("user_name").asString(""));
  }

  /** Placeholders, so that what is built from the credentials can be rehearsed without any. */
  static ObjectNode credentials(JsonNode listed, JsonNode property) {
    ObjectNode credentials = Json.NODES.objectNode();
    CREDENTIAL_NAMES.forEach(name -> credentials.put(name, ""));
    String type = listed.path("type").asString("");
    if (type.equals("az")) {
      credentials.put("access_key", "SIMULATED-ACCESS-KEY");
      credentials.put("secret_key", "simulated-secret-key");
      credentials.put("bucket_name", property.path("bucket_name").asString(""));
    } else {
      credentials.put("access_token", "simulated-access-token");
      credentials.put("client_id", "simulated-client-id");
      credentials.put("refresh_token", "simulated-refresh-token");
    }
    credentials.put("auth_scheme", 0);
    credentials.put("client_type", type);
    credentials.set("conn_id", listed.path("id"));
    credentials.put("root_folder_path", "/");
    credentials.put("server_addr", property.path("server_addr").asString(""));
    credentials.put("unique_id", listed.path("user_id").asString(""));
    return credentials.put("user_name", listed.path("user_name").asString(""));
  }

  static ObjectNode tasks() {
    ObjectNode tasks = Json.NODES.objectNode();
    tasks.putArray("sess");
    return tasks.put("total", 0);
  }

  static ObjectNode logs() {
    ObjectNode logs = Json.NODES.objectNode();
    logs.putArray("items");
    return logs.put("total", 0);
  }

  public static ObjectNode filters() {
    ObjectNode filters = Json.NODES.objectNode();
    filters.putArray("filtered_extensions");
    filters.put("filtered_max_upload_size", 0);
    filters.putArray("filtered_names");
    filters.putArray("filtered_paths");
    filters.putArray("user_defined_extensions");
    filters.putArray("user_defined_names");
    return filters;
  }

  static ObjectNode taskOptions() {
    return Json.NODES
        .objectNode()
        .put("enable_server_encryption", false)
        .put("enc_key_exportable", false);
  }

  static ObjectNode folders() {
    ObjectNode folders = Json.NODES.objectNode();
    folders.putArray("children");
    return folders;
  }

  static ObjectNode recentChanges() {
    ObjectNode changes = Json.NODES.objectNode();
    changes.putArray("history_items");
    changes.put("is_admin_mode", false);
    changes.putArray("processing_items");
    changes.putArray("server_merge_items");
    return changes;
  }
}
