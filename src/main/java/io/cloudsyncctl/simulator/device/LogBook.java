package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The log of each connection: how it grows, and how it is shown. Stored, the newest is first. */
final class LogBook {
  private final Behaviours behaviours;
  private final InstantSource clock;
  private final Orders orders;

  LogBook(Behaviours behaviours, InstantSource clock, Orders orders) {
    this.behaviours = behaviours;
    this.clock = clock;
    this.orders = orders;
  }

  /** Adds an entry of now, or of what the clock of the log takes for that. */
  void append(DeviceState state, long connection, int action, String path) {
    long time = clock.instant().getEpochSecond();
    for (Behaviour.LogClock off : behaviours.of(Behaviour.LogClock.class, connection)) {
      time += off.seconds();
    }
    ObjectNode entry =
        Nodes.FACTORY
            .objectNode()
            .put("action", action)
            .put("error_code", 0)
            .put("file_name", path.substring(path.lastIndexOf('/') + 1))
            .put("file_type", "file")
            .put("log_level", 0)
            .put("path", path);
    entry.set("session_id", Nodes.number(task(state, connection, path)));
    entry.set("time", Nodes.number(time));
    ObjectNode logs = state.logs(connection);
    ArrayNode items = Nodes.array(logs, "items");
    items.insert(0, entry);
    logs.set("total", Nodes.number(items.size()));
    state.storeLogs(connection, logs);
  }

  /** The task that a local path belongs to, else any. */
  private static long task(DeviceState state, long connection, String path) {
    List<ObjectNode> tasks = Nodes.objects(state.tasks(connection).path("sess"));
    return tasks.stream()
        .filter(task -> path.startsWith(task.path("local_sync_path").asString("") + "/"))
        .findFirst()
        .or(() -> tasks.stream().findFirst())
        .map(task -> task.path("sess_id").longValue())
        .orElse(0L);
  }

  /** The log as a page is cut from it. */
  ObjectNode shown(long connection, ObjectNode stored) {
    boolean reorders = !behaviours.of(Behaviour.Reorder.class, connection).isEmpty();
    boolean oldestFirst = !behaviours.of(Behaviour.LogOldestFirst.class, connection).isEmpty();
    List<Behaviour.LogKeeps> keeps = behaviours.of(Behaviour.LogKeeps.class, connection);
    if (!reorders && !oldestFirst && keeps.isEmpty()) {
      return stored;
    }
    List<JsonNode> items = new ArrayList<>(stored.path("items").valueStream().toList());
    for (Behaviour.LogKeeps keep : keeps) {
      items = new ArrayList<>(items.subList(0, Math.min(items.size(), keep.entries())));
    }
    orders.changeWithinSeconds(connection, items);
    if (oldestFirst) {
      Collections.reverse(items);
    }
    ObjectNode shown = stored.deepCopy();
    Nodes.replace(Nodes.array(shown, "items"), items);
    shown.set("total", Nodes.number(items.size()));
    return shown;
  }
}
