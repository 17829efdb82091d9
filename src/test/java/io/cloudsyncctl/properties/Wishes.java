package io.cloudsyncctl.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Declarations over a given live state. */
final class Wishes {
  /** How a declaration relates to what is there. */
  enum Mood {
    /** Everything that can be read is declared as it is. */
    AS_IT_IS,
    /** Anything that can be applied. */
    ANYTHING,
    /** Also what lacks the write-only settings that its setter needs, so that apply refuses. */
    PERHAPS_BLOCKED
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final ObjectNode NO_FILTERS = JSON.objectNode();

  static {
    NO_FILTERS
        .putObject("get_selective_sync_config")
        .put("filtered_max_upload_size", 0L)
        .putArray("filtered_paths");
  }

  private final ObjectNode state;
  private final Dice dice;
  private final Mood mood;
  private final List<ObjectNode> live;
  private int fresh;

  private Wishes(ObjectNode state, Dice dice, Mood mood) {
    this.state = state;
    this.dice = dice;
    this.mood = mood;
    this.live =
        state.path("list_conn").path("conn").valueStream().map(ObjectNode.class::cast).toList();
  }

  static Wish over(ObjectNode state, Dice dice, Mood mood) {
    return new Wishes(state, dice, mood).wish();
  }

  private boolean asItIs() {
    return mood == Mood.AS_IT_IS;
  }

  private boolean declared() {
    return asItIs() || dice.coin();
  }

  private boolean equal() {
    return asItIs() || dice.coin();
  }

  private Wish wish() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", 1);
    ObjectNode wire = JSON.objectNode();
    if (declared()) {
      Map<String, Object> settings = packageSettings(wire);
      if (!settings.isEmpty()) {
        document.put("package", settings);
      }
    }
    List<Wish.OfConnection> wishes = new ArrayList<>();
    List<Object> connections = new ArrayList<>();
    for (ObjectNode listed : dice.shuffled(live)) {
      if (asItIs() || !dice.oneIn(4)) {
        connection(listed, wishes, connections);
      }
    }
    if (!asItIs() && dice.oneIn(3)) {
      missingConnection(wishes, connections);
    }
    if (!connections.isEmpty()) {
      document.put("connections", connections);
    }
    return new Wish(document, wire, wishes);
  }

  private Map<String, Object> packageSettings(ObjectNode wire) {
    JsonNode config = state.path("get_config");
    Map<String, Object> yaml = new LinkedHashMap<>();
    if (declared()) {
      String volume =
          equal() ? config.path("repo_vol_path").stringValue() : dice.of("/volume1", "/volume2");
      put(yaml, "pkg_volume", wire, "repo_vol_path", volume);
    }
    if (declared()) {
      put(
          yaml,
          "log_count",
          wire,
          "log_count",
          equal() ? config.path("log_count").longValue() : dice.between(1, 100_000));
    }
    if (declared()) {
      put(
          yaml,
          "workers",
          wire,
          "worker_count",
          equal() ? config.path("worker_count").longValue() : dice.between(1, 20));
    }
    if (declared()) {
      boolean on = config.path("admin_mode").stringValue().equals("enable");
      boolean wanted = equal() ? on : !on;
      yaml.put("admin_mode", wanted);
      wire.put("admin_mode", wanted ? "enable" : "disable");
    }
    if (declared()) {
      boolean mode = config.path("sync_mode").booleanValue();
      boolean wanted = equal() ? mode : !mode;
      yaml.put("relink", Map.of("delete_from_cloud", wanted));
      wire.put("sync_mode", wanted);
    }
    return yaml;
  }

  private static void put(
      Map<String, Object> yaml, String key, ObjectNode wire, String field, Object value) {
    yaml.put(key, value);
    switch (value) {
      case Long number -> wire.put(field, number);
      case Boolean flag -> wire.put(field, flag);
      default -> wire.put(field, String.valueOf(value));
    }
  }

  private void connection(
      ObjectNode listed, List<Wish.OfConnection> wishes, List<Object> connections) {
    long id = listed.path("id").longValue();
    String name = listed.path("task_name").stringValue();
    String type = listed.path("type").stringValue();
    String account = listed.path("user_name").stringValue();
    boolean ownName = live.stream().filter(c -> text(c, "task_name").equals(name)).count() == 1;
    boolean ownAccount =
        !account.isEmpty()
            && live.stream()
                    .filter(c -> text(c, "type").equals(type))
                    .filter(c -> text(c, "user_name").equals(account))
                    .count()
                == 1;
    boolean ownTriple = ownName || ownAccount;
    if (!ownTriple) {
      // Nothing that the language has tells it from its twin: it cannot be declared.
      return;
    }
    Map<String, Object> yaml = new LinkedHashMap<>();
    boolean absent = !asItIs() && dice.oneIn(12);
    String newName = null;
    boolean byAccount = false;
    if (!asItIs() && !absent && ownName && dice.oneIn(8)) {
      newName = "Renamed in Git " + ++fresh;
      yaml.put("name", newName);
      yaml.put("renamed_from", name);
    } else if (!asItIs() && !absent && ownAccount && dice.oneIn(8)) {
      newName = "Renamed in DSM " + ++fresh;
      byAccount = true;
      yaml.put("name", newName);
      yaml.put("provider", type);
      yaml.put("account", account);
    } else {
      yaml.put("name", name);
    }
    if (!ownName || dice.coin()) {
      yaml.put("provider", type);
    }
    if (!account.isEmpty() && (!ownName || dice.coin())) {
      yaml.put("account", account);
    }
    if (dice.oneIn(25)) {
      yaml.put("protect", true);
    }
    ObjectNode wire = JSON.objectNode();
    List<Wish.OfTask> tasks = new ArrayList<>();
    Boolean paused = null;
    if (absent) {
      yaml.put("state", "absent");
    } else {
      if (newName != null) {
        wire.put("task_name", newName);
      }
      if (declared()) {
        boolean now = text(listed, "status").equals("pause");
        paused = equal() ? now : !now;
        yaml.put("paused", paused);
      }
      settings(id, yaml, wire);
      schedule(id, yaml, wire);
      tasks(id, type, yaml, tasks);
    }
    wishes.add(new Wish.OfConnection(id, absent, newName, byAccount, paused, wire, tasks));
    connections.add(yaml);
  }

  private JsonNode ofConnection(long id, String method) {
    return state.path("connections").path(Long.toString(id)).path(method);
  }

  private void settings(long id, Map<String, Object> yaml, ObjectNode wire) {
    JsonNode now = ofConnection(id, "get_connection_setting");
    Map<String, Object> settings = new LinkedHashMap<>();
    if (declared()) {
      long period =
          equal()
              ? now.path("pull_event_period").longValue()
              : dice.of(0L, 45L, 120L, 3600L, dice.between(0, Integer.MAX_VALUE));
      settings.put("pull_event_period", duration(period));
      wire.put("pull_event_period", period);
    }
    for (String speed : List.of("max_upload_speed", "max_download_speed")) {
      if (declared()) {
        put(
            settings,
            speed,
            wire,
            speed,
            equal() ? now.path(speed).longValue() : dice.of(0L, 77L, dice.between(0, 1L << 50)));
      }
    }
    if (declared()) {
      put(
          settings,
          "storage_class",
          wire,
          "storage_class",
          equal() ? text(now, "storage_class") : dice.of(Words.STORAGE_CLASSES));
    }
    if (declared()) {
      boolean sse = now.path("isSSE").booleanValue();
      put(settings, "is_sse", wire, "isSSE", equal() ? sse : !sse);
    }
    if (declared()) {
      put(
          settings,
          "part_size",
          wire,
          "part_size",
          equal() ? now.path("part_size").longValue() : dice.of(0L, 5L, dice.between(0, 9999)));
    }
    if (!settings.isEmpty()) {
      yaml.put("settings", settings);
    }
  }

  private void schedule(long id, Map<String, Object> yaml, ObjectNode wire) {
    JsonNode now = ofConnection(id, "get_connection_setting");
    Map<String, Object> schedule = new LinkedHashMap<>();
    if (declared()) {
      boolean enabled = now.path("is_enabled_schedule").booleanValue();
      put(schedule, "enabled", wire, "is_enabled_schedule", equal() ? enabled : !enabled);
    }
    if (declared()) {
      String week = equal() ? text(now, "schedule_info") : Weeks.any(dice);
      schedule.put("hours", Weeks.spelled(week, dice));
      wire.put("schedule_info", week);
    }
    if (!schedule.isEmpty()) {
      yaml.put("schedule", schedule);
    }
  }

  private void tasks(long id, String type, Map<String, Object> yaml, List<Wish.OfTask> wishes) {
    List<Object> tasks = new ArrayList<>();
    for (JsonNode listed : ofConnection(id, "list_sess").path("sess")) {
      if (asItIs() || !dice.oneIn(3)) {
        task(listed, wishes, tasks);
      }
    }
    boolean creatable = type.equals("az");
    if (!asItIs() && dice.oneIn(creatable ? 2 : 8)) {
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
    boolean absent = !asItIs() && dice.oneIn(10);
    String direction = null;
    if (absent) {
      yaml.put("state", "absent");
    } else {
      String now = text(listed, "sync_direction");
      if (declared()) {
        direction = equal() ? now : dice.of(Words.DIRECTIONS);
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
    boolean some = mood == Mood.PERHAPS_BLOCKED && dice.oneIn(3);
    for (Map.Entry<String, String> setting : new TreeMap<>(WRITE_ONLY).entrySet()) {
      if (some ? dice.coin() : all) {
        put(yaml, setting.getKey(), wire, setting.getValue(), dice.coin());
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
    if (declared()) {
      long size =
          equal()
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
    if (!declared()) {
      return;
    }
    List<String> held = now.path(field).valueStream().map(JsonNode::stringValue).toList();
    List<String> wanted = new ArrayList<>();
    if (equal()) {
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

  private void missingConnection(List<Wish.OfConnection> wishes, List<Object> connections) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("name", "Missing " + ++fresh);
    if (dice.coin()) {
      yaml.put("provider", dice.of(Words.PROVIDERS));
      yaml.put("account", "nobody-" + fresh);
    }
    boolean absent = dice.oneIn(3);
    if (absent) {
      yaml.put("state", "absent");
    }
    wishes.add(
        new Wish.OfConnection(null, absent, null, false, null, JSON.objectNode(), List.of()));
    connections.add(yaml);
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
            bare.toUpperCase(java.util.Locale.ROOT),
            "." + bare.toLowerCase(java.util.Locale.ROOT),
            Words.recomposed(entry));
      }
    };
  }

  private Object duration(long seconds) {
    if (seconds > 0 && seconds % 60 == 0 && dice.coin()) {
      return seconds / 60 + "m";
    }
    return dice.oneIn(4) ? seconds + "s" : seconds;
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

  /** The fields of get_connection_setting and friends that are sets, by their names on the wire. */
  static final Set<String> SETS = Set.of("filtered_paths", "filtered_names", "filtered_extensions");

  /** How an entry of a set is compared (the language: "lists are sets"). */
  static String meaning(String field, String entry) {
    String composed = Words.composed(entry);
    return switch (field) {
      case "filtered_paths" -> Words.path(entry);
      case "filtered_names", "user_defined_names" -> composed;
      default ->
          (composed.startsWith(".") ? composed.substring(1) : composed)
              .toLowerCase(java.util.Locale.ROOT);
    };
  }

  /** The write-only settings by their keys. */
  static @Nullable String writeOnlyField(String key) {
    return WRITE_ONLY.get(key);
  }
}
