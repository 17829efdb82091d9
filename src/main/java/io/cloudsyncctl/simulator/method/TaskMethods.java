package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.StateTree;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings, filters and cloud folders of one task, and its removal. */
final class TaskMethods {
  static final Set<String> DIRECTIONS = Set.of("ONLY_UPLOAD", "BIDIRECTION", "ONLY_DOWNLOAD");

  private static final List<String> FILTER_LISTS =
      List.of(
          "filtered_paths",
          "filtered_names",
          "filtered_extensions",
          "user_defined_names",
          "user_defined_extensions");

  private TaskMethods() {}

  static Map<String, CloudSyncMethod> methods() {
    return Map.of(
        "get_selective_sync_config",
        (state, caller, parameters) -> state.filters(Ids.task(state, caller, parameters)),
        "get_selective_folder_list",
        TaskMethods::folders,
        "get_session_setting",
        TaskMethods::settings,
        "set_session_setting",
        TaskMethods::setSettings,
        "set_selective_sync_config",
        TaskMethods::setFilters,
        "unlink_session",
        TaskMethods::unlink);
  }

  /** The children of a cloud folder: those known folders whose path is one component longer. */
  private static JsonNode folders(StateTree state, Caller caller, Parameters parameters) {
    long id = Ids.task(state, caller, parameters);
    String path = parameters.string("path");
    if (!path.startsWith("/")) {
      throw ApiException.wrong("path", "format");
    }
    // The id of the folder is a hint to the cloud; the path alone already names the folder.
    parameters.string("file_id", "");
    String parent = path.endsWith("/") ? path : path + "/";
    ObjectNode answer = Json.NODES.objectNode();
    ArrayNode children = answer.putArray("children");
    for (ObjectNode folder : Json.objects(state.folders(id).path("children"))) {
      String child = folder.path("path").asString("");
      if (child.startsWith(parent) && child.indexOf('/', parent.length()) < 0) {
        children.add(folder);
      }
    }
    return answer;
  }

  /** All settings of the task but its filters. Packages of old do not know the method. */
  private static JsonNode settings(StateTree state, Caller caller, Parameters parameters) {
    if (state.isOldPackage()) {
      throw new ApiException(ErrorCode.NO_SUCH_METHOD);
    }
    long id = Ids.task(state, caller, parameters);
    if (!(state.taskOptions(id) instanceof ObjectNode options)) {
      throw new ApiException(ErrorCode.UNKNOWN);
    }
    ObjectNode answer = options.deepCopy();
    answer.set("sync_direction", state.task(id).path("sync_direction"));
    return answer;
  }

  /** Replaces the whole group: all four settings have to be there. */
  private static @Nullable JsonNode setSettings(
      StateTree state, Caller caller, Parameters parameters) {
    long id = Ids.task(state, caller, parameters);
    String direction = parameters.choice("sync_direction", DIRECTIONS);
    TaskOptions options =
        new TaskOptions(
            parameters.bool("sync_attr_check_option"),
            parameters.bool("no_delete"),
            parameters.bool("google_drive_convert_online_doc"));
    state.task(id).put("sync_direction", direction);
    state.storeTaskOptions(id, options.toJson());
    return null;
  }

  /** Replaces the whole group: all six filters have to be there. */
  private static @Nullable JsonNode setFilters(
      StateTree state, Caller caller, Parameters parameters) {
    long id = Ids.task(state, caller, parameters);
    long size = parameters.integer("filtered_max_upload_size", 0, Long.MAX_VALUE);
    Map<String, ArrayNode> lists = new LinkedHashMap<>();
    for (String name : FILTER_LISTS) {
      lists.put(name, parameters.strings(name).deepCopy());
    }
    ObjectNode filters = state.filters(id);
    lists.forEach(filters::set);
    filters.set("filtered_max_upload_size", Json.number(size));
    state.storeFilters(id, filters);
    return null;
  }

  private static @Nullable JsonNode unlink(StateTree state, Caller caller, Parameters parameters) {
    long connection = Ids.connection(state, caller, parameters);
    long task = Ids.task(state, caller, parameters);
    if (state.connectionOf(task) != connection) {
      throw ApiException.wrong("session_id", "not found");
    }
    state.removeTask(task);
    return null;
  }
}
