package io.cloudsyncctl.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final ObjectNode state;
  private final Dice dice;
  private final Whim whim;
  private final List<ObjectNode> live;
  private int fresh;

  private Wishes(ObjectNode state, Dice dice, Mood mood) {
    this.state = state;
    this.dice = dice;
    this.whim = new Whim(dice, mood);
    this.live =
        state.path("list_conn").path("conn").valueStream().map(ObjectNode.class::cast).toList();
  }

  static Wish over(ObjectNode state, Dice dice, Mood mood) {
    return new Wishes(state, dice, mood).wish();
  }

  private Wish wish() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", 1);
    ObjectNode wire = JSON.objectNode();
    if (whim.declared()) {
      Map<String, Object> settings = packageSettings(wire);
      if (!settings.isEmpty()) {
        document.put("package", settings);
      }
    }
    List<Wish.OfConnection> wishes = new ArrayList<>();
    List<Object> connections = new ArrayList<>();
    for (ObjectNode listed : dice.shuffled(live)) {
      if (whim.asItIs() || !dice.oneIn(4)) {
        connection(listed, wishes, connections);
      }
    }
    if (!whim.asItIs() && dice.oneIn(3)) {
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
    if (whim.declared()) {
      String volume =
          whim.equal()
              ? config.path("repo_vol_path").stringValue()
              : dice.of("/volume1", "/volume2");
      Whim.put(yaml, "pkg_volume", wire, "repo_vol_path", volume);
    }
    if (whim.declared()) {
      Whim.put(
          yaml,
          "log_count",
          wire,
          "log_count",
          whim.equal() ? config.path("log_count").longValue() : dice.between(1, 100_000));
    }
    if (whim.declared()) {
      Whim.put(
          yaml,
          "workers",
          wire,
          "worker_count",
          whim.equal() ? config.path("worker_count").longValue() : dice.between(1, 20));
    }
    if (whim.declared()) {
      boolean on = config.path("admin_mode").stringValue().equals("enable");
      boolean wanted = whim.equal() ? on : !on;
      yaml.put("admin_mode", wanted);
      wire.put("admin_mode", wanted ? "enable" : "disable");
    }
    if (whim.declared()) {
      boolean mode = config.path("sync_mode").booleanValue();
      boolean wanted = whim.equal() ? mode : !mode;
      yaml.put("relink", Map.of("delete_from_cloud", wanted));
      wire.put("sync_mode", wanted);
    }
    return yaml;
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
    boolean absent = !whim.asItIs() && dice.oneIn(12);
    String newName = null;
    boolean byAccount = false;
    if (!whim.asItIs() && !absent && ownName && dice.oneIn(8)) {
      newName = "Renamed in Git " + ++fresh;
      yaml.put("name", newName);
      yaml.put("renamed_from", name);
    } else if (!whim.asItIs() && !absent && ownAccount && dice.oneIn(8)) {
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
      // What is protected refuses every dangerous change, so these runs would end before a write;
      // the golden cases look at that.
      yaml.put("protect", false);
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
      if (whim.declared()) {
        boolean now = text(listed, "status").equals("pause");
        paused = whim.equal() ? now : !now;
        yaml.put("paused", paused);
      }
      settings(id, yaml, wire);
      schedule(id, yaml, wire);
      new TaskWishes(state, whim).ofConnection(id, type, yaml, tasks);
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
    if (whim.declared()) {
      long period =
          whim.equal()
              ? now.path("pull_event_period").longValue()
              : dice.of(0L, 45L, 120L, 3600L, dice.between(0, Integer.MAX_VALUE));
      settings.put("pull_event_period", duration(period));
      wire.put("pull_event_period", period);
    }
    for (String speed : List.of("max_upload_speed", "max_download_speed")) {
      if (whim.declared()) {
        Whim.put(
            settings,
            speed,
            wire,
            speed,
            whim.equal()
                ? now.path(speed).longValue()
                : dice.of(0L, 77L, dice.between(0, 1L << 50)));
      }
    }
    if (whim.declared()) {
      Whim.put(
          settings,
          "storage_class",
          wire,
          "storage_class",
          whim.equal() ? text(now, "storage_class") : dice.of(Words.STORAGE_CLASSES));
    }
    if (whim.declared()) {
      boolean sse = now.path("isSSE").booleanValue();
      Whim.put(settings, "is_sse", wire, "isSSE", whim.equal() ? sse : !sse);
    }
    if (whim.declared()) {
      Whim.put(
          settings,
          "part_size",
          wire,
          "part_size",
          whim.equal()
              ? now.path("part_size").longValue()
              : dice.of(0L, 5L, dice.between(0, 9999)));
    }
    if (!settings.isEmpty()) {
      yaml.put("settings", settings);
    }
  }

  private void schedule(long id, Map<String, Object> yaml, ObjectNode wire) {
    JsonNode now = ofConnection(id, "get_connection_setting");
    Map<String, Object> schedule = new LinkedHashMap<>();
    if (whim.declared()) {
      boolean enabled = now.path("is_enabled_schedule").booleanValue();
      Whim.put(schedule, "enabled", wire, "is_enabled_schedule", whim.equal() ? enabled : !enabled);
    }
    if (whim.declared()) {
      String week = whim.equal() ? text(now, "schedule_info") : Weeks.any(dice);
      schedule.put("hours", Weeks.spelled(week, dice));
      wire.put("schedule_info", week);
    }
    if (!schedule.isEmpty()) {
      yaml.put("schedule", schedule);
    }
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

  private Object duration(long seconds) {
    if (seconds > 0 && seconds % 60 == 0 && dice.coin()) {
      return seconds / 60 + "m";
    }
    return dice.oneIn(4) ? seconds + "s" : seconds;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).stringValue();
  }
}
