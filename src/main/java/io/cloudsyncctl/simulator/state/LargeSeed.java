package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the state of a NAS with many connections and tasks, for measuring and for crowded plans.
 */
final class LargeSeed {
  private record Cloud(String type, int typeId, String name) {}

  private static final List<Cloud> CLOUDS =
      List.of(
          new Cloud("az", 5, "Amazon S3"),
          new Cloud("db", 2, "Dropbox"),
          new Cloud("od_v1", 22, "Microsoft OneDrive"),
          new Cloud("gd", 1, "Google Drive"));

  private LargeSeed() {}

  static ObjectNode of(int connections, int tasks) {
    if (connections < 0 || tasks < 0 || (connections == 0 && tasks > 0)) {
      throw new SimulatorStateException(
          "large state", "%d connections cannot hold %d tasks".formatted(connections, tasks));
    }
    ObjectNode root =
        Json.NODES.objectNode().put("format", StateFile.FORMAT).put("version", StateFile.VERSION);
    root.set("get_config", Seeds.resource("document.json").path("get_config"));
    ObjectNode list = root.putObject("list_conn");
    ArrayNode listed = list.putArray("conn");
    list.put("is_admin_mode", true).put("is_pause", false);
    list.putNull("notification");
    list.put("total", connections).put("tray_status", "uptodate");
    ObjectNode connectionParts = root.putObject("connections");
    ObjectNode taskParts = root.putObject("tasks");
    int nextTask = 1;
    for (int id = 1; id <= connections; id++) {
      Cloud cloud = CLOUDS.get((id - 1) % CLOUDS.size());
      listed.add(listed(id, cloud));
      ObjectNode connection = connectionParts.putObject(Integer.toString(id));
      int share = tasks / connections + (id <= tasks % connections ? 1 : 0);
      ObjectNode sessions = connection.putObject("list_sess");
      ArrayNode entries = sessions.putArray("sess");
      sessions.put("total", share);
      for (int i = 0; i < share; i++) {
        entries.add(task(id, cloud, nextTask));
        ObjectNode parts = taskParts.putObject(Integer.toString(nextTask));
        parts.set("get_selective_sync_config", filters());
        parts.set(
            "get_session_setting",
            Defaults.taskOptions().setAll(new TaskOptions(true, false, false).toJson()));
        nextTask++;
      }
    }
    return root;
  }

  private static ObjectNode listed(int id, Cloud cloud) {
    String name = "%s %03d".formatted(cloud.name(), id);
    return Json.NODES
        .objectNode()
        .put("id", id)
        .put("link_status", 1)
        .put("resource", "")
        .put("status", "uptodate")
        .put("task_display_name", name)
        .put("task_name", name)
        .put("type", cloud.type())
        .put("type_id", cloud.typeId())
        .put("unfinished_files", 0)
        .put("user_id", "account-%03d".formatted(id))
        .put("user_name", "account-%03d".formatted(id));
  }

  private static ObjectNode task(int connection, Cloud cloud, int id) {
    return Json.NODES
        .objectNode()
        .put("cloud_type_str", cloud.type())
        .put("conn_id", connection)
        .put("error", 0)
        .put("error_desc", "")
        .put("link_status", 1)
        .put("local_sync_path", "/data/team-%03d/folder-%05d".formatted(connection, id))
        .put("remote_folder_id", "")
        .put("remote_sync_path", "/folder-%05d".formatted(id))
        .put("sess_id", id)
        .put("sync_direction", "ONLY_UPLOAD")
        .put("sync_status", "uptodate");
  }

  private static ObjectNode filters() {
    ObjectNode filters = Defaults.filters();
    ((ArrayNode) filters.path("filtered_extensions")).add("bak").add("tmp");
    return filters;
  }
}
