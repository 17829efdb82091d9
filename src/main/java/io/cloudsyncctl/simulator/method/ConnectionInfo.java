package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.StateTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the {@code conn_info} of a new task (protocol note §4): the connection's credentials as
 * they were answered, merged with the task's own members. What is missing answers 114, what is
 * wrong 120, and {@code errors} names the member, for example {@code conn_info.path}.
 */
final class ConnectionInfo {
  private static final Set<String> META_STRINGS =
      Set.of("alternatelink", "file_id", "parent_id", "title");

  private final StateTree state;
  private final ObjectNode info;
  private final Parameters members;

  private ConnectionInfo(StateTree state, ObjectNode info) {
    this.state = state;
    this.info = info;
    this.members = Parameters.ofJson(info);
  }

  /** The id of the connection that the task is for. */
  static long check(StateTree state, Caller caller, ObjectNode info) {
    try {
      return new ConnectionInfo(state, info).check(caller);
    } catch (ApiException e) {
      throw inside(e);
    }
  }

  /** Names the member as it stands in the call: inside conn_info. */
  private static ApiException inside(ApiException e) {
    if (e.errors() instanceof ObjectNode errors) {
      String name = errors.path("name").asString("");
      return new ApiException(e.code(), errors.deepCopy().put("name", "conn_info." + name));
    }
    return e;
  }

  private long check(Caller caller) {
    long connection = members.integer("conn_id", 0, Long.MAX_VALUE);
    if (state.listed().stream().noneMatch(entry -> entry.path("id").longValue() == connection)) {
      throw ApiException.wrong("conn_id", "not found");
    }
    Visibility.connection(state, caller, connection);
    checkCredentials(connection);
    checkLocalPath(connection);
    checkCloudPath();
    checkFilters();
    members.choice("sync_direction", TaskMethods.DIRECTIONS);
    members.string("storage_class");
    checkPartSize();
    for (String name :
        List.of(
            "filter_changed",
            "no_delete",
            "isSSE",
            "server_encryption",
            "sync_attr_check_option",
            "mode_add_session")) {
      members.bool(name);
    }
    if (!members.bool("mode_add_session")) {
      throw ApiException.wrong("mode_add_session", "value");
    }
    return connection;
  }

  private void checkCredentials(long connection) {
    for (Map.Entry<String, JsonNode> own : state.credentials(connection).properties()) {
      if (!info.has(own.getKey())) {
        throw ApiException.missing(own.getKey());
      }
      if (!info.path(own.getKey()).equals(own.getValue())) {
        throw ApiException.wrong(own.getKey(), "not the connection's");
      }
    }
  }

  private void checkLocalPath(long connection) {
    String path = members.string("path");
    List<String> components = List.of(path.split("/", -1));
    boolean shaped = components.size() >= 3 && components.getFirst().isEmpty();
    if (!shaped || components.stream().skip(1).anyMatch(Set.of("", ".", "..")::contains)) {
      throw ApiException.wrong("path", "format");
    }
    String share = components.get(1);
    if (!members.string("path_share").equals(share)) {
      throw ApiException.wrong("path_share", "not the share of path");
    }
    if (!members.string("path_sync").equals(path.substring(share.length() + 1))) {
      throw ApiException.wrong("path_sync", "not the rest of path");
    }
    Set<String> shares = state.shares();
    if (!shares.isEmpty() && !shares.contains(share)) {
      throw ApiException.wrong("path_share", "not found");
    }
    for (ObjectNode task : Json.objects(state.tasks(connection).path("sess"))) {
      if (task.path("local_sync_path").asString("").equals(path)) {
        throw ApiException.wrong("path", "already used");
      }
    }
  }

  private void checkCloudPath() {
    String path = members.string("server_folder_path");
    if (!path.startsWith("/") || path.endsWith("/")) {
      throw ApiException.wrong("server_folder_path", "format");
    }
    if (!members.string("server_folder").equals(path)) {
      throw ApiException.wrong("server_folder", "not server_folder_path");
    }
    members.string("server_folder_id");
    ArrayNode list = members.array("server_folder_meta_list");
    List<String> components = List.of(path.split("/", -1));
    boolean matches = list.size() == components.size();
    for (int i = 0; matches && i < list.size(); i++) {
      JsonNode meta = list.get(i);
      matches =
          meta.path("path").asString("").equals("/" + components.get(i))
              && meta.path("mtime").isIntegralNumber()
              && META_STRINGS.stream().allMatch(name -> meta.path(name).isString());
    }
    if (!matches) {
      throw ApiException.wrong("server_folder_meta_list", "format");
    }
  }

  private void checkFilters() {
    members.strings("filter_folder");
    Parameters file = Parameters.ofJson(members.object("filter_file"));
    try {
      file.strings("filtered_extensions");
      file.strings("filtered_names");
      file.integer("filtered_max_upload_size", 0, Long.MAX_VALUE);
    } catch (ApiException e) {
      String name = e.errors() == null ? "" : "." + e.errors().path("name").asString("");
      throw e.code() == ErrorCode.PARAMETER_MISSING
          ? ApiException.missing("filter_file" + name)
          : ApiException.wrong("filter_file" + name, "type");
    }
  }

  /** Empty in every request that was seen; a size in megabytes is taken too. */
  private void checkPartSize() {
    if (!members.has("part_size")) {
      throw ApiException.missing("part_size");
    }
    JsonNode size = info.path("part_size");
    boolean number = size.isIntegralNumber() && size.longValue() >= 0;
    boolean text = size.isString() && size.stringValue().matches("[0-9]{0,6}");
    if (!number && !text) {
      throw ApiException.wrong("part_size", "type");
    }
  }
}
