package io.cloudsyncctl.properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a NAS may hold, as a state file of the simulated one. Kept within what a NAS answers:
 * log_count and workers in the ranges that its setter takes, is_pause only where every connection
 * is paused.
 */
final class LiveStates {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Dice dice;
  private final boolean hiddenConnections;
  private long lastTask;

  private LiveStates(Dice dice, boolean hiddenConnections) {
    this.dice = dice;
    this.hiddenConnections = hiddenConnections;
  }

  /** A NAS whose connections the administrator always sees. */
  static ObjectNode of(Dice dice) {
    return new LiveStates(dice, false).state();
  }

  /** A NAS on which some connections only show while admin_mode is on. */
  static ObjectNode withHiddenConnections(Dice dice) {
    return new LiveStates(dice, true).state();
  }

  private ObjectNode state() {
    ObjectNode root = JSON.objectNode();
    root.put("format", "cloudsyncctl-state").put("version", 1);
    boolean adminMode = !dice.oneIn(hiddenConnections ? 2 : 6);
    root.set("get_config", config(adminMode));
    ObjectNode list = root.putObject("list_conn");
    ObjectNode connections = root.putObject("connections");
    ObjectNode tasks = root.putObject("tasks");
    ArrayNode listed = list.putArray("conn");
    int count = dice.oneIn(8) ? 0 : dice.below(6);
    boolean allPaused = dice.oneIn(8);
    List<String> names = new ArrayList<>();
    Set<Long> ids = new HashSet<>();
    for (int i = 0; i < count; i++) {
      long id = dice.between(1, 9);
      while (!ids.add(id)) {
        id++;
      }
      String name =
          !names.isEmpty() && dice.oneIn(5) ? dice.of(names) : dice.of(Words.CONNECTION_NAMES);
      names.add(name);
      String status = allPaused ? "pause" : dice.of(Words.STATUSES);
      connection(id, name, status, listed, connections, tasks);
    }
    boolean paused = count > 0 && allPaused(listed);
    list.put("is_admin_mode", adminMode)
        .put("is_pause", paused)
        .putNull("notification")
        .put("total", count)
        .put("tray_status", paused ? "pause" : "uptodate");
    extras(list);
    extras(root);
    return root;
  }

  private static boolean allPaused(ArrayNode listed) {
    return listed.valueStream().allMatch(c -> c.path("status").stringValue().equals("pause"));
  }

  private ObjectNode config(boolean adminMode) {
    ObjectNode config = JSON.objectNode();
    config.put("admin_mode", adminMode ? "enable" : "disable");
    config.put("log_count", (int) dice.between(1, 100_000));
    config.put("repo_vol_path", dice.of("/volume1", "/volume2"));
    config.put("sync_mode", dice.coin());
    config.put("volume_count", 2);
    ArrayNode volumes = config.putArray("volume_list");
    for (String volume : List.of("/volume1", "/volume2", "/volumeUSB1/usbshare")) {
      volumes.addObject().put("mount_point", volume).put("size_free", "768625090560");
    }
    config.put("worker_count", (int) dice.between(1, 20));
    extras(config);
    return config;
  }

  private void connection(
      long id,
      String name,
      String status,
      ArrayNode listed,
      ObjectNode connections,
      ObjectNode tasks) {
    String type = dice.of(Words.PROVIDERS);
    String account = dice.of(Words.ACCOUNTS);
    ObjectNode entry = listed.addObject();
    entry
        .put("id", (int) id)
        .put("link_status", 1)
        .put("resource", "")
        .put("status", status)
        .put("task_display_name", name)
        .put("task_name", name)
        .put("type", type)
        .put("type_id", dice.below(60))
        .put("unfinished_files", dice.below(3))
        .put("user_id", "user-" + id)
        .put("user_name", account);
    extras(entry);
    ObjectNode connection = connections.putObject(Long.toString(id));
    connection.set("get_connection_setting", settings(name, type));
    connection.set("get_property", property(type, account));
    connection.set("list_sess", tasks(id, type, status, tasks));
    connection.set("get_conn_auth_info", credentials(id, type, account));
    if (hiddenConnections && dice.coin()) {
      connection.put("owner", "somebody");
    }
    extras(connection);
  }

  private ObjectNode settings(String name, String type) {
    ObjectNode settings = JSON.objectNode();
    settings
        .put("client_type", type)
        .put("isSSE", dice.coin())
        .put("is_enabled_schedule", dice.coin())
        .put("max_download_speed", number())
        .put("max_upload_speed", number())
        .put("part_size", dice.of(0, 128, (int) dice.between(0, 5000), Integer.MAX_VALUE))
        .put("pull_event_period", dice.of(0, 60, 300, (int) dice.between(0, Integer.MAX_VALUE)))
        .put("schedule_info", Weeks.any(dice))
        .put("storage_class", dice.of(Words.STORAGE_CLASSES))
        .put("task_name", name);
    extras(settings);
    return settings;
  }

  private long number() {
    return dice.of(0L, 1L, 2048L, dice.between(0, 1_000_000), dice.between(0, Long.MAX_VALUE));
  }

  private ObjectNode property(String type, String account) {
    ObjectNode property = JSON.objectNode();
    property
        .put("bucket_name", type.equals("az") ? "bucket-1" : "")
        .put("quota_total", 2147483648L)
        .put("type", type)
        .put("type_id", 2)
        .put("user_name", account);
    extras(property);
    return property;
  }

  /**
   * Every text that no other getter answers is a secret of its own; type, account and user id are
   * public there as they are in list_conn.
   */
  private ObjectNode credentials(long id, String type, String account) {
    ObjectNode credentials = JSON.objectNode();
    for (String name : Secrets.CREDENTIAL_NAMES) {
      credentials.put(name, dice.oneIn(3) ? "" : Secrets.PREFIX + dice.hex(16));
    }
    credentials
        .put("access_token", Secrets.PREFIX + dice.hex(16))
        .put("auth_scheme", 0)
        .put("client_type", type)
        .put("conn_id", (int) id)
        .put("root_folder_path", "/")
        .put("unique_id", "user-" + id)
        .put("user_name", account);
    return credentials;
  }

  private ObjectNode tasks(long connection, String type, String status, ObjectNode parts) {
    ObjectNode list = JSON.objectNode();
    ArrayNode sessions = list.putArray("sess");
    Set<String> pairs = new HashSet<>();
    int count = dice.oneIn(4) ? 0 : dice.below(5);
    for (int i = 0; i < count; i++) {
      String local = localPath();
      String cloud = dice.oneIn(6) ? "/" : cloudPath();
      if (!pairs.add(Words.path(local) + "\0" + Words.path(cloud))) {
        continue;
      }
      lastTask += dice.between(1, 3);
      ObjectNode task = sessions.addObject();
      task.put("cloud_type_str", type)
          .put("conn_id", (int) connection)
          .put("error", dice.oneIn(5) ? -12 : 0)
          .put("error_desc", "")
          .put("link_status", 1)
          .put("local_sync_path", local)
          .put("remote_folder_id", "id:" + lastTask)
          .put("remote_sync_path", cloud)
          .put("sess_id", (int) lastTask)
          .put("sync_direction", dice.of(Words.DIRECTIONS))
          .put("sync_status", status.equals("pause") ? "pause" : dice.of(Words.STATUSES));
      extras(task);
      ObjectNode part = parts.putObject(Long.toString(lastTask));
      part.set("get_selective_sync_config", filters());
      if (dice.coin()) {
        part.putObject("write_only")
            .put("sync_attr_check_option", dice.coin())
            .put("no_delete", dice.coin())
            .put("google_drive_convert_online_doc", dice.coin());
      }
    }
    list.put("total", sessions.size());
    return list;
  }

  private ObjectNode filters() {
    ObjectNode filters = JSON.objectNode();
    texts(filters, "filtered_extensions", Words.FILTER_EXTENSIONS);
    filters.put("filtered_max_upload_size", dice.coin() ? 0L : dice.between(1, 1L << 40));
    texts(filters, "filtered_names", Words.FILTER_NAMES);
    texts(filters, "filtered_paths", Words.FILTER_PATHS);
    texts(filters, "user_defined_extensions", Words.FILTER_EXTENSIONS);
    texts(filters, "user_defined_names", Words.FILTER_NAMES);
    extras(filters);
    return filters;
  }

  private void texts(ObjectNode parent, String name, List<String> choices) {
    ArrayNode array = parent.putArray(name);
    dice.some(choices, 5).forEach(array::add);
  }

  /** {@code /share}, or a folder in it. */
  private String localPath() {
    StringBuilder path = new StringBuilder("/").append(dice.of("share", "home", "W\u00f6rk"));
    int depth = dice.below(4);
    for (int i = 0; i < depth; i++) {
      path.append('/').append(dice.of(Words.FOLDERS));
    }
    return path.toString();
  }

  private String cloudPath() {
    StringBuilder path = new StringBuilder();
    int depth = 1 + dice.below(3);
    for (int i = 0; i < depth; i++) {
      path.append('/').append(dice.of(Words.FOLDERS));
    }
    return dice.oneIn(10) ? path.append('/').toString() : path.toString();
  }

  /** Fields that nobody knows yet: a newer release may answer more. */
  private void extras(ObjectNode object) {
    if (dice.oneIn(3)) {
      object.put("x_new_text", dice.of(Words.CONNECTION_NAMES));
      object.putObject("x_new_object").put("inner", dice.between(0, Long.MAX_VALUE)).putNull("no");
      object.putArray("x_new_list").add(1.5).add("2").add(true);
    }
  }
}
