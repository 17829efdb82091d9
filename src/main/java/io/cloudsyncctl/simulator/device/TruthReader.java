package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.truth.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads from the state how the device really stands. */
final class TruthReader {
  private static final Set<String> RESTING = Set.of("pause", "unlink");
  private static final List<String> ACCOUNT = List.of("type", "user_id", "user_name");
  private static final List<String> OF_TASK =
      List.of("local_sync_path", "remote_sync_path", "remote_folder_id", "sync_direction");

  private TruthReader() {}

  /**
   * Reads a part of the state.
   *
   * @param working which connections still work though their status says that they rest
   * @param reach which connections to read; the package is always read
   */
  static Truth read(DeviceState state, LongPredicate working, LongPredicate reach) {
    Map<Long, Truth.Connection> connections = new LinkedHashMap<>();
    Map<Long, Truth.Task> tasks = new LinkedHashMap<>();
    for (ObjectNode listed : state.listed()) {
      long id = listed.path("id").longValue();
      if (reach.test(id)) {
        connections.put(id, connection(state, id, listed, working));
        for (ObjectNode task : Nodes.objects(state.tasks(id).path("sess"))) {
          tasks.put(task.path("sess_id").longValue(), task(state, id, task));
        }
      }
    }
    return new Truth(ofPackage(state), connections, tasks);
  }

  private static Map<String, JsonNode> ofPackage(DeviceState state) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    state
        .config()
        .forEachEntry((name, value) -> {
          if (value.isValueNode()) {
            settings.put(name, value);
          }
        });
    if (state.personal() instanceof ObjectNode personal) {
      personal.forEachEntry(
          (user, own) -> settings.put("sync_mode of " + user, own.path("sync_mode")));
    }
    return settings;
  }

  private static Truth.Connection connection(
      DeviceState state, long id, ObjectNode listed, LongPredicate working) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    put(settings, listed, ACCOUNT);
    state.settings(id).forEachEntry((name, value) -> settings.put(name, value.deepCopy()));
    String status = listed.path("status").asString("");
    return new Truth.Connection(
        id,
        listed.path("task_name").asString(""),
        status,
        RESTING.contains(status) && !working.test(id),
        settings,
        listed.deepCopy());
  }

  private static Truth.Task task(DeviceState state, long connection, ObjectNode listed) {
    long id = listed.path("sess_id").longValue();
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    put(settings, listed, OF_TASK);
    if (state.taskOptions(id) instanceof ObjectNode options) {
      options.forEachEntry(settings::put);
    }
    state.filters(id).forEachEntry((name, value) -> settings.put(name, value.deepCopy()));
    return new Truth.Task(
        id,
        connection,
        listed.path("local_sync_path").asString(""),
        listed.path("remote_sync_path").asString(""),
        listed.path("sync_status").asString(""),
        settings,
        listed.deepCopy());
  }

  private static void put(Map<String, JsonNode> settings, ObjectNode holder, List<String> names) {
    for (String name : names) {
      if (holder.has(name)) {
        settings.put(name, holder.path(name));
      }
    }
  }
}
