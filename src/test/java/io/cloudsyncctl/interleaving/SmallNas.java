package io.cloudsyncctl.interleaving;

import io.cloudsyncctl.properties.Dice;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A NAS with two or three connections and a task or two in each. */
final class SmallNas {
  static final List<String> DIRECTIONS = List.of("ONLY_UPLOAD", "BIDIRECTION", "ONLY_DOWNLOAD");
  static final List<String> EXTENSIONS = List.of("bak", "tmp", "iso", "JPG");

  /** The second is the first in another Unicode form. */
  static final List<String> FOLDERS = List.of("/B\u00fcro", "/Bu\u0308ro", "/Old", "/Drafts");

  private static final List<String> NAMES = List.of("Thumbs.db", "plot.log");
  private static final List<String> TYPES = List.of("db", "az", "gd");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Dice dice;
  private final String options;
  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode listed;
  private int lastTask;

  private SmallNas(Dice dice, boolean oldPackage) {
    this.dice = dice;
    this.options = oldPackage ? "write_only" : "get_session_setting";
    root.put("format", "cloudsyncctl-state").put("version", 1);
    ObjectNode config = root.putObject("get_config");
    config.put("admin_mode", "enable").put("log_count", 20000).put("repo_vol_path", "/volume1");
    config.put("sync_mode", false).put("volume_count", 1).put("worker_count", 3);
    config.putArray("volume_list").addObject().put("mount_point", "/volume1").put("value", "1");
    ObjectNode list = root.putObject("list_conn");
    listed = list.putArray("conn");
    list.put("is_admin_mode", true).put("is_pause", false).put("tray_status", "uptodate");
    root.putObject("connections");
    root.putObject("tasks");
  }

  /**
   * A state.
   *
   * @param oldPackage whether its Cloud Sync cannot report all settings of a task
   */
  static SimulatedState of(Dice dice, boolean oldPackage) {
    SmallNas nas = new SmallNas(dice, oldPackage);
    int connections = 2 + dice.below(2);
    for (int i = 0; i < connections; i++) {
      nas.connection(i + 1 + (i == 2 ? dice.below(3) : 0), TYPES.get(i));
    }
    ((ObjectNode) nas.root.path("list_conn")).put("total", connections);
    return SimulatedState.load(nas.root);
  }

  /** What a connection of this type is called, and in what folder its tasks are. */
  static String name(String type) {
    return switch (type) {
      case "db" -> "Dropbox";
      case "az" -> "Amazon S3";
      default -> "Google Drive";
    };
  }

  static String account(String type) {
    return type + "@example.com";
  }

  private void connection(int id, String type) {
    boolean paused = dice.oneIn(6);
    listed
        .addObject()
        .put("id", id)
        .put("link_status", 1)
        .put("resource", "")
        .put("status", paused ? "pause" : dice.of("uptodate", "uptodate", "syncing"))
        .put("task_display_name", name(type))
        .put("task_name", name(type))
        .put("type", type)
        .put("type_id", type.equals("db") ? 2 : type.equals("az") ? 5 : 1)
        .put("unfinished_files", 0)
        .put("user_id", "id:" + type)
        .put("user_name", account(type));
    ObjectNode connection = ((ObjectNode) root.path("connections")).putObject("" + id);
    connection
        .putObject("get_connection_setting")
        .put("client_type", type)
        .put("isSSE", false)
        .put("is_enabled_schedule", dice.oneIn(4))
        .put("max_download_speed", dice.of(0, 512))
        .put("max_upload_speed", dice.of(0, 1024, 2048))
        .put("part_size", 128)
        .put("pull_event_period", 60)
        .put("schedule_info", "1".repeat(168))
        .put("storage_class", type.equals("az") ? "STANDARD" : "")
        .put("task_name", name(type));
    ObjectNode tasks = connection.putObject("list_sess");
    ArrayNode sess = tasks.putArray("sess");
    int count = 1 + dice.below(2);
    for (int i = 1; i <= count; i++) {
      task(sess.addObject(), id, type, i, paused);
    }
    tasks.put("total", count);
  }

  private void task(ObjectNode task, int connection, String type, int number, boolean paused) {
    int id = ++lastTask;
    task.put("cloud_type_str", type)
        .put("conn_id", connection)
        .put("error", 0)
        .put("error_desc", "")
        .put("link_status", 1)
        .put("local_sync_path", local(type, number))
        .put("remote_folder_id", type.equals("az") ? "" : "id:" + id)
        .put("remote_sync_path", cloud(number))
        .put("sess_id", id)
        .put("sync_direction", dice.of(DIRECTIONS))
        .put("sync_status", paused ? "pause" : "uptodate");
    ObjectNode parts = ((ObjectNode) root.path("tasks")).putObject("" + id);
    ObjectNode filters = parts.putObject("get_selective_sync_config");
    fill(filters.putArray("filtered_extensions"), EXTENSIONS);
    filters.put("filtered_max_upload_size", dice.of(0, 1_048_576));
    fill(filters.putArray("filtered_names"), NAMES);
    fill(filters.putArray("filtered_paths"), FOLDERS);
    filters.putArray("user_defined_extensions");
    filters.putArray("user_defined_names");
    parts
        .putObject(options)
        .put("sync_attr_check_option", dice.coin())
        .put("no_delete", dice.coin())
        .put("google_drive_convert_online_doc", false);
  }

  private void fill(ArrayNode list, List<String> entries) {
    for (String entry : entries) {
      if (dice.oneIn(3)) {
        list.add(entry);
      }
    }
  }

  static String local(String type, int number) {
    return "/" + type + "/Part " + number;
  }

  static String cloud(int number) {
    return "/Part " + number;
  }
}
