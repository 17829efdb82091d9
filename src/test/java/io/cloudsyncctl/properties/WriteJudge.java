package io.cloudsyncctl.properties;

import io.cloudsyncctl.simulator.api.RecordedCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Says of each write, in the order in which they came, whether files are safer after it or less
 * safe, by what the NAS holds at that moment. One that does both counts as releasing: its setter
 * takes the whole group at once, so it cannot be taken apart.
 */
final class WriteJudge {
  /** What a write does to files. */
  enum Verdict {
    PROTECTS,
    RELEASES,
    NEITHER
  }

  private final Map<Long, String> directions = new HashMap<>();
  private final Map<Long, JsonNode> filters = new HashMap<>();
  private final Map<Long, Boolean> noDelete = new HashMap<>();
  private final Set<Long> paused = new HashSet<>();
  private final Map<Long, String> hours = new HashMap<>();
  private boolean syncMode;

  WriteJudge(JsonNode state) {
    syncMode = state.path("get_config").path("sync_mode").booleanValue();
    for (JsonNode listed : state.path("list_conn").path("conn")) {
      long id = listed.path("id").longValue();
      if (listed.path("status").stringValue().equals("pause")) {
        paused.add(id);
      }
      JsonNode schedule = state.path("connections").path("" + id).path("get_connection_setting");
      if (schedule.has("schedule_info")) {
        hours.put(id, hours(schedule));
      }
      for (JsonNode task : state.path("connections").path("" + id).path("list_sess").path("sess")) {
        long session = task.path("sess_id").longValue();
        directions.put(session, task.path("sync_direction").stringValue());
        JsonNode parts = state.path("tasks").path("" + session);
        filters.put(session, parts.path("get_selective_sync_config"));
        if (parts.has("write_only")) {
          noDelete.put(session, parts.path("write_only").path("no_delete").booleanValue());
        }
      }
    }
  }

  /** Whether a task was there from the start. */
  boolean knows(long session) {
    return directions.containsKey(session);
  }

  Verdict judge(RecordedCall call) {
    JsonNode parameters = call.parameters();
    long session = parameters.path("session_id").asLong(-1);
    return switch (call.method()) {
      case "pause" -> verdict(paused.add(parameters.path("connection_id").longValue()), false);
      case "resume" -> verdict(false, paused.remove(parameters.path("connection_id").longValue()));
      case "set_schedule_setting" ->
          schedule(parameters.path("connection_id").longValue(), parameters);
      case "set_personal_config" -> relink(parameters.path("sync_mode").booleanValue());
      // A task that was created just now has nothing to protect yet: its connection is paused.
      case "set_session_setting" ->
          directions.containsKey(session) ? task(session, parameters) : Verdict.NEITHER;
      case "set_selective_sync_config" ->
          filters.containsKey(session) ? filters(session, parameters) : Verdict.NEITHER;
      default -> Verdict.NEITHER;
    };
  }

  private Verdict schedule(long connection, JsonNode parameters) {
    String is = hours(parameters);
    String was = hours.getOrDefault(connection, is);
    hours.put(connection, is);
    boolean fewer = false;
    boolean more = false;
    for (int i = 0; i < is.length(); i++) {
      fewer |= was.charAt(i) == '1' && is.charAt(i) == '0';
      more |= was.charAt(i) == '0' && is.charAt(i) == '1';
    }
    return verdict(fewer, more);
  }

  /** When it syncs: always, where the schedule is not obeyed. */
  private static String hours(JsonNode schedule) {
    return schedule.path("is_enabled_schedule").booleanValue()
        ? schedule.path("schedule_info").stringValue()
        : "1".repeat(168);
  }

  private static Verdict verdict(boolean protects, boolean releases) {
    if (releases) {
      return Verdict.RELEASES;
    }
    return protects ? Verdict.PROTECTS : Verdict.NEITHER;
  }

  private Verdict relink(boolean deletes) {
    boolean before = syncMode;
    syncMode = deletes;
    return verdict(before && !deletes, !before && deletes);
  }

  /**
   * A reversed direction lets the other side's files be overwritten, so it releases. What no_delete
   * was no getter answers and these runs begin with an empty record, so by rule 3 of the design the
   * worst counts: to write false may release, whatever the NAS held.
   */
  private Verdict task(long session, JsonNode parameters) {
    String before = String.valueOf(directions.get(session));
    String after = parameters.path("sync_direction").stringValue();
    directions.put(session, after);
    boolean changed = !before.equals(after);
    boolean holds = parameters.path("no_delete").booleanValue();
    Boolean held = noDelete.put(session, holds);
    boolean releases = (changed && !before.equals("BIDIRECTION")) || !holds;
    boolean protects =
        (changed && before.equals("BIDIRECTION")) || (holds && Boolean.FALSE.equals(held));
    return verdict(protects, releases);
  }

  private Verdict filters(long session, JsonNode parameters) {
    JsonNode before = filters.getOrDefault(session, parameters);
    filters.put(session, parameters);
    boolean wider = false;
    boolean narrower = false;
    for (String field : Meanings.SETS) {
      Set<String> was = meanings(field, before);
      Set<String> is = meanings(field, parameters);
      wider |= !is.containsAll(was);
      narrower |= !was.containsAll(is);
    }
    long was = limit(before);
    long is = limit(parameters);
    return verdict(narrower || is < was, wider || is > was);
  }

  private static Set<String> meanings(String field, JsonNode filters) {
    Set<String> meanings = new HashSet<>();
    filters.path(field).forEach(e -> meanings.add(Meanings.meaning(field, e.stringValue())));
    return meanings;
  }

  private static long limit(JsonNode filters) {
    long bytes = filters.path("filtered_max_upload_size").longValue();
    return bytes == 0 ? Long.MAX_VALUE : bytes;
  }
}
