package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Effect;
import io.cloudsyncctl.simulator.truth.Event;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets something else happen as well. */
final class SideEffects {
  private static final String EVERY_HOUR = "1".repeat(168);

  private SideEffects() {}

  static void apply(DeviceState state, Behaviour.SideEffect effect, Ask ask) {
    switch (effect.effect()) {
      case PAUSE -> connections(state, effect, ask).forEach(id -> state.force(id, true));
      case RESUME -> connections(state, effect, ask).forEach(id -> state.force(id, false));
      case RESET_SCHEDULE, RESET_SPEEDS ->
          connections(state, effect, ask).forEach(id -> reset(state, id, effect.effect()));
      case RESET_DIRECTION, RESET_FILTERS, RESET_TASK_SETTINGS ->
          tasks(state, effect, ask).forEach(id -> resetTask(state, id, effect.effect()));
    }
  }

  private static List<Long> connections(DeviceState state, Behaviour.SideEffect effect, Ask ask) {
    Stream<Long> wanted;
    if (effect.everywhere() || (effect.where().isEmpty() && ask.connection() == Event.NONE)) {
      wanted = state.listed().stream().map(entry -> entry.path("id").longValue());
    } else {
      wanted = Stream.of(effect.where().orElse(ask.connection()));
    }
    return wanted.filter(state::hasConnection).toList();
  }

  private static List<Long> tasks(DeviceState state, Behaviour.SideEffect effect, Ask ask) {
    if (effect.where().isPresent()) {
      return Stream.of(effect.where().getAsLong()).filter(state::hasTask).toList();
    }
    if (!effect.everywhere() && ask.task() != Event.NONE) {
      return Stream.of(ask.task()).filter(state::hasTask).toList();
    }
    return connections(state, effect, ask).stream()
        .flatMap(id -> Nodes.objects(state.tasks(id).path("sess")).stream())
        .map(task -> task.path("sess_id").longValue())
        .toList();
  }

  private static void reset(DeviceState state, long connection, Effect effect) {
    ObjectNode settings = state.settings(connection);
    if (effect == Effect.RESET_SCHEDULE) {
      settings.put("is_enabled_schedule", false).put("schedule_info", EVERY_HOUR);
    } else {
      settings.put("max_upload_speed", 0).put("max_download_speed", 0);
    }
    state.storeSettings(connection, settings);
  }

  private static void resetTask(DeviceState state, long task, Effect effect) {
    if (effect == Effect.RESET_FILTERS) {
      ObjectNode filters = state.filters(task);
      for (String name : List.copyOf(filters.propertyNames())) {
        JsonNode value = filters.path(name);
        if (value instanceof ArrayNode array) {
          array.removeAll();
        } else if (value.isNumber()) {
          filters.put(name, 0);
        }
      }
      state.storeFilters(task, filters);
    } else if (effect == Effect.RESET_DIRECTION) {
      entry(state, task).put("sync_direction", "BIDIRECTION");
    } else {
      state.storeTaskOptions(
          task,
          Nodes.FACTORY
              .objectNode()
              .put("sync_attr_check_option", false)
              .put("no_delete", false)
              .put("google_drive_convert_online_doc", false));
    }
  }

  /** The task's entry of {@code list_sess}; an object of its own where there is none. */
  static ObjectNode entry(DeviceState state, long task) {
    return Nodes.objects(state.tasks(state.connectionOf(task)).path("sess")).stream()
        .filter(entry -> entry.path("sess_id").longValue() == task)
        .findFirst()
        .orElseGet(Nodes.FACTORY::objectNode);
  }
}
