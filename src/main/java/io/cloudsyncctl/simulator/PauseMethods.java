package io.cloudsyncctl.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pausing and resuming one connection, or all that the caller sees. A task that stands in an error
 * falls back into it when it is resumed, as it would on a real NAS, and its connection with it.
 */
final class PauseMethods {
  private static final String PAUSED = "pause";
  private static final String UP_TO_DATE = "uptodate";
  private static final String FAILED = "error";

  /** Of several statuses the tray shows the first of these that occurs. */
  private static final List<String> TRAY_ORDER =
      List.of(FAILED, "syncing", "processing", "scanning", "connecting");

  private PauseMethods() {}

  static Map<String, CloudSyncMethod> methods() {
    return Map.of(
        "pause", (state, caller, parameters) -> change(state, caller, parameters, true),
        "resume", (state, caller, parameters) -> change(state, caller, parameters, false));
  }

  private static @Nullable JsonNode change(
      StateTree state, Caller caller, Parameters parameters, boolean pause) {
    if (parameters.has("connection_id")) {
      set(state, state.listed(Ids.connection(state, caller, parameters)), pause);
    } else {
      for (ObjectNode connection : state.listed()) {
        if (Visibility.sees(state, caller, connection.path("id").longValue())) {
          set(state, connection, pause);
        }
      }
    }
    summarise(state);
    return null;
  }

  private static void set(StateTree state, ObjectNode connection, boolean pause) {
    boolean paused = connection.path("status").asString("").equals(PAUSED);
    if (paused == pause) {
      // Resuming what is not paused, for example suspended by a schedule, changes nothing.
      return;
    }
    boolean failed = false;
    for (ObjectNode task :
        Json.objects(state.tasks(connection.path("id").longValue()).path("sess"))) {
      boolean taskFailed = task.path("error").asLong(0) != 0;
      failed |= taskFailed;
      task.put("sync_status", status(pause, taskFailed));
    }
    connection.put("status", status(pause, failed));
  }

  private static String status(boolean pause, boolean failed) {
    if (pause) {
      return PAUSED;
    }
    return failed ? FAILED : UP_TO_DATE;
  }

  /** Brings is_pause and tray_status of list_conn up to date. */
  static void summarise(StateTree state) {
    List<String> statuses =
        state.listed().stream().map(entry -> entry.path("status").asString("")).toList();
    boolean allPaused = !statuses.isEmpty() && statuses.stream().allMatch(PAUSED::equals);
    String tray =
        TRAY_ORDER.stream()
            .filter(statuses::contains)
            .findFirst()
            .orElse(allPaused ? PAUSED : UP_TO_DATE);
    state.connectionList().put("is_pause", allPaused).put("tray_status", tray);
  }
}
