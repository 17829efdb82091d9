package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pauses and resumes connections of the state. A task that stands in an error falls back into it
 * when it is resumed, as it would on a real NAS, and its connection with it.
 *
 * <p>That a suspended connection can be paused, and is suspended again when it is resumed, is
 * inferred: what suspends it, a schedule or the package, does so still. A schedule that has no hour
 * off any more does not.
 */
public final class ConnectionPauses {
  private static final String PAUSED = "pause";
  private static final String UP_TO_DATE = "uptodate";
  private static final String FAILED = "error";
  private static final String SUSPENDED = "suspended";
  private static final String BY_SCHEDULE = "schedule";
  private static final String BY_PACKAGE = "package";

  /** Of several statuses the tray shows the first of these that occurs. */
  private static final List<String> TRAY_ORDER =
      List.of(FAILED, "syncing", "processing", "scanning", "connecting");

  private ConnectionPauses() {}

  /** Pauses or resumes one connection, in the way in which the device does that. */
  public static void ask(StateTree state, ObjectNode connection, boolean pause) {
    long id = connection.path("id").longValue();
    if (!state.habits().takesOver(new TreeState(state), id, pause)) {
      set(state, connection, pause);
    }
  }

  /** Pauses or resumes one connection at once. */
  static void set(StateTree state, ObjectNode connection, boolean pause) {
    boolean paused = connection.path("status").asString("").equals(PAUSED);
    if (paused == pause) {
      // Resuming what is not paused, for example suspended by a schedule, changes nothing.
      return;
    }
    long id = connection.path("id").longValue();
    String resting = UP_TO_DATE;
    if (pause) {
      if (connection.path("status").asString("").equals(SUSPENDED)) {
        String why = hasHoursOff(state.settings(id)) ? BY_SCHEDULE : BY_PACKAGE;
        state.suspendedBefore().put(id, why);
      }
      resting = PAUSED;
    } else if (isSuspendedStill(state.suspendedBefore().remove(id), state.settings(id))) {
      resting = SUSPENDED;
    }
    boolean failed = false;
    for (ObjectNode task : Json.objects(state.tasks(id).path("sess"))) {
      boolean taskFailed = !pause && task.path("error").asLong(0) != 0;
      failed |= taskFailed;
      task.put("sync_status", taskFailed ? FAILED : resting);
    }
    connection.put("status", failed ? FAILED : resting);
  }

  private static boolean isSuspendedStill(@Nullable String why, ObjectNode settings) {
    return BY_PACKAGE.equals(why) || (BY_SCHEDULE.equals(why) && hasHoursOff(settings));
  }

  private static boolean hasHoursOff(ObjectNode settings) {
    return settings.path("is_enabled_schedule").asBoolean(false)
        && settings.path("schedule_info").asString("").contains("0");
  }

  /** Brings is_pause and tray_status of list_conn up to date. */
  public static void summarise(StateTree state) {
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
