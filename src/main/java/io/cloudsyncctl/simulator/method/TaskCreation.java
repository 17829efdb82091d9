package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.Defaults;
import io.cloudsyncctl.simulator.state.StateTree;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Testing the settings of a new task, and creating it (only for Amazon S3). */
final class TaskCreation {
  private TaskCreation() {}

  static Map<String, CloudSyncMethod> methods() {
    return Map.of("test_task_setting", TaskCreation::test, "create_session", TaskCreation::create);
  }

  private static @Nullable JsonNode test(StateTree state, Caller caller, Parameters parameters) {
    ConnectionInfo.check(state, caller, parameters.object("conn_info"));
    return null;
  }

  /** The task's id is not answered: the list_sess that follows in the same compound shows it. */
  private static @Nullable JsonNode create(StateTree state, Caller caller, Parameters parameters) {
    ObjectNode info = parameters.object("conn_info");
    long connection = ConnectionInfo.check(state, caller, info);
    ObjectNode listed = state.listed(connection);
    if (!listed.path("type").asString("").equals("az")) {
      throw ApiException.wrong("conn_info.client_type", "not supported");
    }
    boolean paused = listed.path("status").asString("").equals("pause");
    ObjectNode task = Json.NODES.objectNode().put("cloud_type_str", "az");
    task.set("conn_id", Json.number(connection));
    task.put("error", 0)
        .put("error_desc", "")
        .put("link_status", 1)
        .put("local_sync_path", info.path("path").stringValue())
        .put("remote_folder_id", info.path("server_folder_id").stringValue())
        .put("remote_sync_path", info.path("server_folder_path").stringValue())
        .putNull("sess_id")
        .put("sync_direction", info.path("sync_direction").stringValue())
        .put("sync_status", paused ? "pause" : "uptodate");
    long id = state.addTask(connection, task);
    state.storeFilters(id, filters(info));
    TaskOptions options =
        new TaskOptions(
            info.path("sync_attr_check_option").booleanValue(),
            info.path("no_delete").booleanValue(),
            false);
    state.storeTaskOptions(id, options.toJson());
    return null;
  }

  private static ObjectNode filters(ObjectNode info) {
    JsonNode file = info.path("filter_file");
    ObjectNode filters = Defaults.filters();
    filters.set("filtered_extensions", file.path("filtered_extensions").deepCopy());
    filters.set("filtered_max_upload_size", file.path("filtered_max_upload_size"));
    filters.set("filtered_names", file.path("filtered_names").deepCopy());
    filters.set("filtered_paths", info.path("filter_folder").deepCopy());
    return filters;
  }
}
