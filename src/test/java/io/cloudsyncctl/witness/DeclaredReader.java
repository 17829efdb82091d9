package io.cloudsyncctl.witness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** Reads as much of the language as these tests use; what it does not know is an error. */
final class DeclaredReader {
  private static final Map<String, String> PACKAGE =
      Map.of(
          "pkg_volume", "repo_vol_path",
          "log_count", "log_count",
          "workers", "worker_count");
  private static final Map<String, String> CONNECTION =
      Map.of(
          "pull_event_period", "pull_event_period",
          "max_upload_speed", "max_upload_speed",
          "max_download_speed", "max_download_speed",
          "storage_class", "storage_class",
          "is_sse", "isSSE",
          "part_size", "part_size");
  private static final Map<String, String> TASK =
      Map.of(
          "sync_direction", "sync_direction",
          "consistency_check", "sync_attr_check_option",
          "no_delete_on_cloud", "no_delete",
          "convert_gd", "google_drive_convert_online_doc");
  private static final Map<String, String> FILTERS =
      Map.of(
          "filtered_paths", "filtered_paths",
          "filtered_filenames", "filtered_names",
          "filtered_extensions", "filtered_extensions",
          "max_upload_size", "filtered_max_upload_size");

  Declared read(String yaml) {
    Map<?, ?> root = map(new Yaml().load(yaml));
    Map<String, JsonNode> ofPackage = new LinkedHashMap<>();
    map(root.get("package"))
        .forEach((key, value) -> {
          switch (String.valueOf(key)) {
            case "admin_mode" ->
                ofPackage.put(
                    "admin_mode",
                    StringNode.valueOf(Boolean.TRUE.equals(value) ? "enable" : "disable"));
            case "relink" -> ofPackage.put("sync_mode", node(map(value).get("delete_from_cloud")));
            default -> ofPackage.put(wire(PACKAGE, key), node(value));
          }
        });
    List<Declared.OfConnection> connections = new ArrayList<>();
    list(root.get("connections")).forEach(one -> connections.add(connection(map(one))));
    return new Declared(ofPackage, connections);
  }

  private static Declared.OfConnection connection(Map<?, ?> one) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    String name = String.valueOf(one.get("name"));
    settings.put("task_name", StringNode.valueOf(name));
    map(one.get("settings"))
        .forEach((key, value) -> settings.put(wire(CONNECTION, key), node(value)));
    Map<?, ?> schedule = map(one.get("schedule"));
    if (schedule.containsKey("enabled")) {
      settings.put("is_enabled_schedule", node(schedule.get("enabled")));
    }
    if (schedule.containsKey("hours")) {
      settings.put("schedule_info", StringNode.valueOf(Week.of(schedule.get("hours"))));
    }
    List<Declared.OfTask> tasks = new ArrayList<>();
    list(one.get("tasks")).forEach(task -> tasks.add(task(map(task))));
    return new Declared.OfConnection(
        name,
        text(one.get("renamed_from")),
        text(one.get("provider")),
        text(one.get("account")),
        (Boolean) one.get("paused"),
        "absent".equals(one.get("state")),
        settings,
        tasks);
  }

  private static Declared.OfTask task(Map<?, ?> one) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    TASK.forEach((key, wire) -> {
      if (one.containsKey(key)) {
        settings.put(wire, node(one.get(key)));
      }
    });
    map(one.get("filters")).forEach((key, value) -> settings.put(wire(FILTERS, key), node(value)));
    return new Declared.OfTask(
        String.valueOf(one.get("local_path")),
        String.valueOf(one.get("cloud_path")),
        "absent".equals(one.get("state")),
        settings);
  }

  private static String wire(Map<String, String> names, Object key) {
    String wire = names.get(String.valueOf(key));
    if (wire == null) {
      throw new IllegalArgumentException("unknown here: " + key);
    }
    return wire;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static JsonNode node(@Nullable Object value) {
    return value instanceof Boolean flag
        ? BooleanNode.valueOf(flag)
        : JsonMapper.shared().valueToTree(value);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<?, ?>) value;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
