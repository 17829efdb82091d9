package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.behaviour.Omission;
import io.cloudsyncctl.simulator.truth.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what is so what is shown. */
final class AnswerShaper {
  private static final Set<Omission> OF_TASKS =
      Set.of(Omission.FORGET_TASKS, Omission.PARTIAL_TASKS, Omission.FOREIGN_TASKS);
  private static final Set<Omission> OF_CONNECTIONS =
      Set.of(Omission.FORGET_CONNECTIONS, Omission.PARTIAL_CONNECTIONS);

  private final Behaviours behaviours;
  private final Shades shades;
  private final Orders orders;

  AnswerShaper(Behaviours behaviours, Shades shades, Orders orders) {
    this.behaviours = behaviours;
    this.shades = shades;
    this.orders = orders;
  }

  /** The answer of a getter as it is shown; the given one is not changed. */
  @Nullable JsonNode shape(DeviceState state, Ask ask, @Nullable JsonNode answer) {
    if (!(answer instanceof ObjectNode stored)) {
      return answer;
    }
    ObjectNode shown = stored.deepCopy();
    switch (ask.method()) {
      case "list_conn" -> connections(shown);
      case "list_sess" -> tasks(state, ask, shown);
      case "get_config" -> shades.settings(ask.method(), Event.NONE, Event.NONE, shown);
      case "get_connection_setting" ->
          shades.settings(ask.method(), ask.connection(), Event.NONE, shown);
      case "get_selective_sync_config", "get_session_setting" -> {
        shades.settings(ask.method(), ask.connection(), ask.task(), shown);
        for (String name : List.copyOf(shown.propertyNames())) {
          orders.change(name, ask.task(), shown.path(name));
        }
      }
      default -> {
        // Nothing else is ever shown otherwise than it is.
      }
    }
    return shown;
  }

  private void connections(ObjectNode shown) {
    shades.connections(shown);
    ArrayNode list = Nodes.array(shown, "conn");
    Optional<Behaviours.Active> found = omission(OF_CONNECTIONS, null);
    if (found.isPresent() && found.get().behaviour() instanceof Behaviour.Omit omit) {
      if (omit.only().isPresent()) {
        long id = omit.only().getAsLong();
        Nodes.replace(
            list, list.valueStream().filter(entry -> entry.path("id").longValue() != id).toList());
        shown.set("total", Nodes.number(list.size()));
      } else {
        omit(omit.what() == Omission.FORGET_CONNECTIONS, list, shown);
      }
    }
    for (Behaviour.SayIsPause says : behaviours.of(Behaviour.SayIsPause.class, Event.NONE)) {
      shown.put("is_pause", says.value());
    }
    orders.change("conn", Event.NONE, list);
  }

  private void tasks(DeviceState state, Ask ask, ObjectNode shown) {
    shades.tasks(ask.connection(), shown);
    ArrayNode list = Nodes.array(shown, "sess");
    if (isPaused(state, ask.connection())) {
      for (Behaviour.BusyTasks busy : behaviours.of(Behaviour.BusyTasks.class, ask.connection())) {
        Nodes.objects(list).forEach(task -> task.put("sync_status", busy.status()));
      }
    }
    Optional<Behaviours.Active> found = omission(OF_TASKS, ask.connection());
    if (found.isPresent() && found.get().behaviour() instanceof Behaviour.Omit omit) {
      if (omit.what() == Omission.FOREIGN_TASKS) {
        Nodes.replace(list, foreign(state, ask.connection()));
        shown.set("total", Nodes.number(list.size()));
      } else {
        omit(omit.what() == Omission.FORGET_TASKS, list, shown);
      }
    }
    orders.change("sess", ask.connection(), list);
  }

  /** The earliest omission that is not used up; of connections whatever id it names. */
  private Optional<Behaviours.Active> omission(Set<Omission> kinds, @Nullable Long connection) {
    return behaviours.all(Behaviour.Omit.class).stream()
        .filter(one ->
            one.behaviour() instanceof Behaviour.Omit omit
                && kinds.contains(omit.what())
                && (connection == null
                    || omit.only().isEmpty()
                    || omit.only().getAsLong() == connection)
                && one.use(String.valueOf(connection), omit.times()))
        .findFirst();
  }

  private static void omit(boolean all, ArrayNode list, ObjectNode shown) {
    int left = all ? 0 : list.size() / 2;
    if (!all) {
      shown.set("total", Nodes.number(list.size()));
    }
    Nodes.replace(list, list.valueStream().limit(left).toList());
    if (all) {
      shown.set("total", Nodes.number(0));
    }
  }

  /** The tasks of the next connection that has some. */
  private static List<JsonNode> foreign(DeviceState state, long connection) {
    return state.listed().stream()
        .map(entry -> entry.path("id").longValue())
        .filter(id -> id != connection)
        .map(id -> state.tasks(id).path("sess"))
        .filter(tasks -> !tasks.isEmpty())
        .findFirst()
        .map(tasks -> tasks.valueStream().map(JsonNode::deepCopy).toList())
        .orElse(List.of());
  }

  private static boolean isPaused(DeviceState state, long connection) {
    return state.listed().stream()
        .anyMatch(entry ->
            entry.path("id").longValue() == connection
                && entry.path("status").asString("").equals("pause"));
  }
}
