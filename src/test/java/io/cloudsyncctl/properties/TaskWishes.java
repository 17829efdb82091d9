package io.cloudsyncctl.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Declarations of the tasks of a connection. */
final class TaskWishes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final ObjectNode NO_FILTERS = JSON.objectNode();

  static {
    NO_FILTERS
        .putObject("get_selective_sync_config")
        .put("filtered_max_upload_size", 0L)
        .putArray("filtered_paths");
  }

  private final JsonNode state;
  private final Whim whim;
  private final Dice dice;
  private int fresh;

  TaskWishes(JsonNode state, Whim whim) {
    this.state = state;
    this.whim = whim;
    this.dice = whim.dice();
  }

  void ofConnection(long id, String type, Map<String, Object> yaml, List<Wish.OfTask> wishes) {
    List<Object> tasks = new ArrayList<>();
    for (JsonNode listed : state.path("connections").path("" + id).path("list_sess").path("sess")) {
      if (whim.asItIs() || !dice.oneIn(3)) {
        task(listed, wishes, tasks);
      }
    }
    boolean creatable = type.equals("az");
    if (!whim.asItIs() && dice.oneIn(creatable ? 2 : 8)) {
      newTask(creatable, wishes, tasks);
    }
    if (!tasks.isEmpty()) {
      yaml.put("tasks", tasks);
    }
  }

  private void task(JsonNode listed, List<Wish.OfTask> wishes, List<Object> tasks) {
    long session = listed.path("sess_id").longValue();
    Map<String, Object> yaml = new LinkedHashMap<>();
    String local = spelledPath(text(listed, "local_sync_path"));
    String cloud = spelledPath(text(listed, "remote_sync_path"));
    yaml.put("local_path", local);
    yaml.put("cloud_path", cloud);
    if (dice.oneIn(25)) {
      yaml.put("protect", true);
    }
    ObjectNode writeOnly = JSON.objectNode();
    ObjectNode filters = JSON.objectNode();
    boolean absent = !whim.asItIs() && dice.oneIn(10);
    String direction = null;
    if (absent) {
      yaml.put("state", "absent");
    } else {
      String now = text(listed, "sync_direction");
      if (whim.declared()) {
        direction = whim.equal() ? now : dice.of(Words.DIRECTIONS);
        yaml.put("sync_direction", direction);
      }
      boolean needed = direction != null && !direction.equals(now);
      writeOnly(needed, yaml, writeOnly);
      filters(state.path("tasks").path(Long.toString(session)), yaml, filters);
    }
    wishes.add(new Wish.OfTask(session, local, cloud, absent, direction, writeOnly, filters));
    tasks.add(yaml);
  }

  /** All three, since their setter takes all at once; fewer only where apply may refuse. */
  private void writeOnly(boolean needed, Map<String, Object> yaml, ObjectNode wire) {
    boolean all = needed || dice.oneIn(3);
    boolean some = whim.mood() == Wishes.Mood.PERHAPS_BLOCKED && dice.oneIn(3);
    for (Map.Entry<String, String> setting : new TreeMap<>(WRITE_ONLY).entrySet()) {
      if (some ? dice.coin() : all) {
        Whim.put(yaml, setting.getKey(), wire, setting.getValue(), dice.coin());
      }
    }
  }

  private static final Map<String, String> WRITE_ONLY =
      Map.of(
          "consistency_check", "sync_attr_check_option",
          "no_delete_on_cloud", "no_delete",
          "convert_gd", "google_drive_convert_online_doc");

  private void filters(JsonNode parts, Map<String, Object> yaml, ObjectNode wire) {
    JsonNode now = parts.path("get_selective_sync_config");
    Map<String, Object> filters = new LinkedHashMap<>();
    filter(now, "filtered_paths", "filtered_paths", Words.FILTER_PATHS, filters, wire);
    filter(now, "filtered_names", "filtered_filenames", Words.FILTER_NAMES, filters, wire);
    filter(
        now, "filtered_extensions", "filtered_extensions", Words.FILTER_EXTENSIONS, filters, wire);
    if (whim.declared()) {
      long size =
          whim.equal()
              ? now.path("filtered_max_upload_size").longValue()
              : dice.of(0L, 1_000_000L, 1L << 20, 5L << 30, dice.between(0, 1L << 40));
      filters.put("max_upload_size", size(size));
      wire.put("filtered_max_upload_size", size);
    }
    if (!filters.isEmpty()) {
      yaml.put("filters", filters);
    }
  }

  private void filter(
      JsonNode now,
      String field,
      String key,
      List<String> choices,
      Map<String, Object> yaml,
      ObjectNode wire) {
    if (!whim.declared()) {
      return;
    }
    List<String> held = now.path(field).valueStream().map(JsonNode::stringValue).toList();
    List<String> wanted = new ArrayList<>();
    if (whim.equal()) {
      for (String entry : dice.shuffled(held)) {
        wanted.add(spelledEntry(field, entry));
      }
      if (!held.isEmpty() && dice.coin()) {
        wanted.add(spelledEntry(field, dice.of(held)));
      }
    } else {
      wanted.addAll(dice.some(choices, 4));
      if (!held.isEmpty() && dice.coin()) {
        wanted.addAll(dice.some(held, 3));
      }
    }
    yaml.put(key, List.copyOf(wanted));
    var array = wire.putArray(field);
    wanted.forEach(array::add);
  }

  private void newTask(boolean creatable, List<Wish.OfTask> wishes, List<Object> tasks) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    String local = "/share/new " + ++fresh + "/" + dice.of(Words.FOLDERS);
    String cloud = "/bucket-1/new-" + fresh + "/" + dice.of(Words.FOLDERS);
    yaml.put("local_path", local);
    yaml.put("cloud_path", cloud);
    String direction = dice.of(Words.DIRECTIONS);
    yaml.put("sync_direction", direction);
    if (creatable && dice.coin()) {
      yaml.put("storage_class", dice.of("STANDARD", "STANDARD_IA", "GLACIER"));
    }
    ObjectNode writeOnly = JSON.objectNode();
    writeOnly(true, yaml, writeOnly);
    ObjectNode filters = JSON.objectNode();
    filters(NO_FILTERS, yaml, filters);
    wishes.add(new Wish.OfTask(null, local, cloud, false, direction, writeOnly, filters));
    tasks.add(yaml);
  }

  /** The same path as somebody else might write it. */
  private String spelledPath(String path) {
    String spelled = dice.oneIn(3) ? Words.recomposed(path) : path;
    return dice.oneIn(4) && !spelled.endsWith("/") ? spelled + "/" : spelled;
  }

  private String spelledEntry(String field, String entry) {
    return switch (field) {
      case "filtered_paths" -> spelledPath(entry);
      case "filtered_names" -> dice.oneIn(3) ? Words.recomposed(entry) : entry;
      default -> {
        String bare = entry.startsWith(".") ? entry.substring(1) : entry;
        yield dice.of(
            entry,
            bare.toUpperCase(Locale.ROOT),
            "." + bare.toLowerCase(Locale.ROOT),
            Words.recomposed(entry));
      }
    };
  }

  private Object size(long bytes) {
    for (Map.Entry<String, Long> unit :
        List.of(Map.entry("GiB", 1L << 30), Map.entry("MiB", 1L << 20), Map.entry("KB", 1000L))) {
      if (bytes > 0 && bytes % unit.getValue() == 0 && dice.coin()) {
        return bytes / unit.getValue() + " " + unit.getKey();
      }
    }
    return bytes;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).stringValue();
  }
}
