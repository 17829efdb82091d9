package io.cloudsyncctl.faults;

import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A NAS and a declaration of it that needs every kind of operation. */
public final class Scenario {
  /** The variables that the declaration names. */
  public static final Map<String, String> ENVIRONMENT = Map.of("NAS_PASSWORD", "simulated");

  /** The options of its apply: everything that it does was agreed to. */
  public static final List<String> CONSENT =
      List.of(
          "--yes",
          "--accept-risk",
          "data-loss:*",
          "--accept-risk",
          "disconnect:*",
          "--max-removals",
          "9",
          "--max-removals-run",
          "9");

  /** Tasks of the NAS that nobody declares. */
  static final List<Long> UNDECLARED_TASKS = List.of(6L, 9L, 10L, 11L, 12L, 14L);

  /** The session id of the task that is created: the NAS gives out the next one. */
  private static final long CREATED = 31;

  /** The methods that change something, each of which the apply uses. */
  public static final List<String> WRITES =
      List.of(
          "set_global_config",
          "set_personal_config",
          "set_connection_setting",
          "set_schedule_setting",
          "set_session_setting",
          "set_selective_sync_config",
          "pause",
          "resume",
          "unlink_session",
          "unlink_connection",
          "test_task_setting",
          "create_session");

  private static final String DECLARED =
      """
      version: 1
      nas:
        name: office
        url: %s
        username: admin
        password: ${env:NAS_PASSWORD}
      package:
        workers: 9
        relink: { delete_from_cloud: true }
      connections:
        - name: Project clouds
          renamed_from: Dropbox
          settings: { max_upload_speed: 4096 }
          schedule: { enabled: true, hours: { mon-fri: 0-8, others: all } }
          tasks:
            - local_path: /projects/Riverside School/Exchange
              cloud_path: /Riverside School
              sync_direction: BIDIRECTION
              consistency_check: false
              no_delete_on_cloud: true
              convert_gd: false
              filters: { filtered_extensions: [bak, dwl, dwl2, tmp, rvt] }
            - local_path: /projects/Harbour Offices/Exchange
              cloud_path: /Harbour Offices
              filters: { filtered_extensions: [bak, dwl] }
            - { local_path: /projects/Templates, cloud_path: /Office templates, state: absent }
        - name: Microsoft OneDrive
          paused: true
          tasks:
            - local_path: /finance/Invoices
              cloud_path: /Invoices
              sync_direction: ONLY_DOWNLOAD
              consistency_check: true
              no_delete_on_cloud: true
              convert_gd: false
        - name: Google Drive
          paused: false
          tasks:
            - local_path: /photos/Site visits
              cloud_path: /Site visits
              filters: { filtered_extensions: [mov, mp4, raw] }
        - name: Former partner
          state: absent
        - name: Amazon S3
          tasks:
            - local_path: /archive/2024
              cloud_path: /archive/2024
              sync_direction: ONLY_UPLOAD
              consistency_check: true
              no_delete_on_cloud: true
              convert_gd: false
              filters: { filtered_extensions: [bak], filtered_paths: [/Drafts] }
      """;

  private Scenario() {}

  /** The demonstration NAS, with one more connection for the one that is removed. */
  public static SimulatedState state() {
    SimulatedState state = SimulatedState.demo();
    state.edit(Scenario::addConnection);
    return state;
  }

  private static void addConnection(ObjectNode state) {
    ArrayNode listed = (ArrayNode) state.at("/list_conn/conn");
    ObjectNode entry = (ObjectNode) listed.get(1).deepCopy();
    entry.put("id", 6).put("type", "wd").put("type_id", 11);
    entry.put("task_name", "Former partner").put("task_display_name", "WebDAV");
    entry.put("user_name", "partner").put("status", "uptodate");
    listed.add(entry);
    ((ObjectNode) state.path("list_conn")).put("total", listed.size());
    ObjectNode connection = (ObjectNode) state.at("/connections/2").deepCopy();
    ((ObjectNode) connection.path("get_connection_setting"))
        .put("client_type", "wd")
        .put("task_name", "Former partner");
    if (connection.path("get_property") instanceof ObjectNode property) {
      property.put("type", "wd").put("type_id", 11).put("user_name", "partner");
    }
    connection.remove("get_conn_auth_info");
    ArrayNode tasks = (ArrayNode) connection.at("/list_sess/sess");
    tasks.remove(1);
    ((ObjectNode) connection.path("list_sess")).put("total", 1);
    ((ObjectNode) tasks.get(0))
        .put("conn_id", 6)
        .put("sess_id", 30)
        .put("cloud_type_str", "wd")
        .put("local_sync_path", "/partner/Exchange")
        .put("remote_sync_path", "/Exchange")
        .put("sync_status", "uptodate");
    ((ObjectNode) state.path("connections")).set("6", connection);
    ((ObjectNode) state.path("tasks")).set("30", state.at("/tasks/5").deepCopy());
  }

  /** Writes the declaration. */
  public static Path declare(Path folder, URI url) {
    try {
      return Files.writeString(folder.resolve("office.yaml"), DECLARED.formatted(url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the NAS holds, without its bookkeeping of which filters a person added to the dialog (it
   * is never drift): a task that is created and filtered by one write, or created with its filters
   * and then updated, differ in that and in nothing else.
   */
  public static String settled(JsonNode state) {
    ObjectNode copy = (ObjectNode) state.deepCopy();
    ((ObjectNode) copy.at("/tasks/" + CREATED + "/get_selective_sync_config"))
        .remove(List.of("user_defined_extensions", "user_defined_names"));
    return copy.toString();
  }

  /** What the NAS holds of a task, without its status: that follows its connection's pause. */
  static String task(JsonNode state, long session) {
    for (JsonNode connection : state.path("connections")) {
      for (JsonNode task : connection.at("/list_sess/sess")) {
        if (task.path("sess_id").asLong() == session) {
          ObjectNode listed = (ObjectNode) task.deepCopy();
          listed.remove("sync_status");
          return listed + " " + state.path("tasks").path(String.valueOf(session));
        }
      }
    }
    return "not there";
  }
}
