package io.cloudsyncctl.simulator;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.truth.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A demo NAS whose clock stands still, a client that is logged in, and whole writes. */
@SuppressWarnings("this-escape") // What the fields call needs no field of a subclass.
public abstract class DeviceTestCase extends SimulatorTestCase {
  public final HandClock clock = new HandClock();
  public final SimulatedNas nas = start(SimulatorOptions.builder().clock(clock));
  public final Wire wire = wire(nas);

  @BeforeEach
  public void logIn() {
    wire.login();
  }

  /** The n-th HTTP request, after the login, is the next one. */
  public int nextRequest() {
    return nas.requests().size() + 1;
  }

  public JsonNode settings(int connection) {
    return wire.data("get_connection_setting", "connection_id=" + connection);
  }

  public JsonNode filters(int task) {
    return wire.data("get_selective_sync_config", "session_id=" + task);
  }

  public List<JsonNode> tasks(int connection) {
    return wire.data("list_sess", "connection_id=" + connection)
        .path("sess")
        .valueStream()
        .toList();
  }

  public List<Integer> taskIds(int connection) {
    return tasks(connection).stream().map(task -> task.path("sess_id").intValue()).toList();
  }

  public JsonNode task(int connection, int id) {
    return tasks(connection).stream()
        .filter(task -> task.path("sess_id").intValue() == id)
        .findFirst()
        .orElseThrow();
  }

  public List<Integer> connectionIds() {
    return wire.data("list_conn")
        .path("conn")
        .valueStream()
        .map(entry -> entry.path("id").intValue())
        .toList();
  }

  public String status(int connection) {
    return listed(wire, connection).path("status").asString();
  }

  /** Writes all settings of a connection as they are read, but for one. */
  public JsonNode setConnection(int connection, String field, Object value) {
    ObjectNode all = (ObjectNode) settings(connection);
    all.set(field, Wire.JSON.valueToTree(value));
    List<String> form = new ArrayList<>(List.of("connection_id=" + connection));
    for (String name :
        List.of(
            "task_name",
            "pull_event_period",
            "max_upload_speed",
            "max_download_speed",
            "storage_class",
            "isSSE",
            "part_size")) {
      form.add(name + "=" + all.path(name));
    }
    return wire.call("set_connection_setting", form.toArray(new String[0]));
  }

  public JsonNode setDirection(int task, String direction) {
    return wire.call(
        "set_session_setting",
        "session_id=" + task,
        "sync_direction=\"" + direction + "\"",
        "sync_attr_check_option=true",
        "no_delete=true",
        "google_drive_convert_online_doc=false");
  }

  /** Writes all filters of a task as they are read, but for some lists. */
  public JsonNode setFilters(int task, Map<String, List<String>> lists) {
    ObjectNode all = (ObjectNode) filters(task);
    lists.forEach((name, entries) -> all.set(name, Wire.JSON.valueToTree(entries)));
    List<String> form = new ArrayList<>(List.of("session_id=" + task));
    all.forEachEntry((name, value) -> form.add(name + "=" + value));
    return wire.call("set_selective_sync_config", form.toArray(new String[0]));
  }

  /** The results of a compound that creates a task of the Amazon S3 connection and lists all. */
  public JsonNode create(String local, String cloud) {
    return create(local, cloud, _ -> {});
  }

  public JsonNode create(String local, String cloud, Consumer<ObjectNode> change) {
    ObjectNode info = (ObjectNode) wire.data("get_conn_auth_info", "connection_id=5").deepCopy();
    String share = local.split("/", -1)[1];
    info.put("path", local)
        .put("path_share", share)
        .put("path_sync", local.substring(share.length() + 1))
        .put("sync_direction", "ONLY_UPLOAD")
        .put("server_folder", cloud)
        .put("server_folder_path", cloud)
        .put("server_folder_id", "")
        .put("part_size", "")
        .put("storage_class", "")
        .put("filter_changed", false)
        .put("no_delete", true)
        .put("isSSE", false)
        .put("server_encryption", false)
        .put("sync_attr_check_option", true)
        .put("mode_add_session", true);
    ObjectNode file = info.putObject("filter_file");
    file.putArray("filtered_extensions");
    file.put("filtered_max_upload_size", 0);
    file.putArray("filtered_names");
    info.putArray("filter_folder");
    ArrayNode folders = info.putArray("server_folder_meta_list");
    for (String component : cloud.split("/", -1)) {
      folders
          .addObject()
          .put("alternatelink", "")
          .put("file_id", "")
          .put("mtime", 0)
          .put("parent_id", "")
          .put("title", "")
          .put("path", "/" + component);
    }
    change.accept(info);
    String calls =
        """
        [{"api":"SYNO.CloudSync","method":"create_session","version":1,"conn_info":%s},
         {"api":"SYNO.CloudSync","method":"list_sess","version":1,"connection_id":5}]
        """
            .formatted(info);
    return wire.compound(calls).path("data").path("result");
  }

  public List<Event.Kind> kinds() {
    return nas.timeline().stream().map(Event::kind).toList();
  }

  public static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
