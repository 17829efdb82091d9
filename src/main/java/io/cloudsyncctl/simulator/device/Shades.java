package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.behaviour.Lag;
import io.cloudsyncctl.simulator.truth.Difference;
import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import io.cloudsyncctl.simulator.truth.Truth;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What getters go on to show though it is not so any more. */
final class Shades {
  private enum What {
    /** A setting has its old value. */
    OLD_VALUE,
    /** Something new is not listed. */
    HIDDEN,
    /** Something that is gone is still listed. */
    GHOST
  }

  private static final class Shade {
    private final Behaviours.Active source;
    private final @Nullable Instant until;
    private final int looks;
    private final What what;
    private final long connection;
    private final long task;
    private final String field;
    private final JsonNode old;
    private final Map<String, Integer> looked = new HashMap<>();

    private Shade(
        Behaviours.Active source,
        @Nullable Instant until,
        int looks,
        What what,
        long connection,
        long task,
        String field,
        JsonNode old) {
      this.source = source;
      this.until = until;
      this.looks = looks;
      this.what = what;
      this.connection = connection;
      this.task = task;
      this.field = field;
      this.old = old;
    }
  }

  private final Behaviours behaviours;
  private final InstantSource clock;
  private final List<Shade> shades = new ArrayList<>();

  Shades(Behaviours behaviours, InstantSource clock) {
    this.behaviours = behaviours;
    this.clock = clock;
  }

  /** Hides what a call changed, where that is only shown late. */
  void add(Ask ask, Truth before, List<Difference> differences) {
    Predicate<Behaviour.ShowLate> concerned =
        late ->
            late.methods().isEmpty()
                ? ask.method().startsWith("set_")
                : late.methods().contains(ask.method());
    Optional<Behaviours.Active> source =
        behaviours.matching(Behaviour.ShowLate.class, ask.subject(), concerned).stream()
            .findFirst();
    if (source.isPresent()) {
      differences.forEach(difference -> add(source.get(), before, difference));
    }
  }

  private void add(Behaviours.Active source, Truth before, Difference difference) {
    long connection = difference.connection();
    long task = difference.task();
    switch (difference.kind()) {
      case CHANGED -> {
        for (FieldChange change : difference.changes()) {
          add(source, What.OLD_VALUE, connection, task, change.field(), change.before());
        }
      }
      case TASK_ADDED, CONNECTION_ADDED ->
          add(source, What.HIDDEN, connection, task, "", MissingNode.getInstance());
      case TASK_REMOVED ->
          add(source, What.GHOST, connection, task, "", before.task(task).listed());
      case CONNECTION_REMOVED ->
          add(source, What.GHOST, connection, task, "", before.connection(connection).listed());
      case RESTED, STARTED -> {
        JsonNode status = before.connection(connection).listed().path("status");
        add(source, What.OLD_VALUE, connection, task, "status", status);
        for (Truth.Task one : before.tasksOf(connection)) {
          JsonNode ofTask = one.listed().path("sync_status");
          add(source, What.OLD_VALUE, connection, one.id(), "sync_status", ofTask);
        }
      }
      case IN_VAIN -> {
        // Nothing changed.
      }
    }
  }

  private void add(
      Behaviours.Active source, What what, long connection, long task, String field, JsonNode old) {
    if (source.behaviour() instanceof Behaviour.ShowLate late) {
      Instant until =
          late.lag() instanceof Lag.Time time ? clock.instant().plus(time.duration()) : null;
      int looks = late.lag() instanceof Lag.Looks some ? some.count() : 0;
      shades.add(new Shade(source, until, looks, what, connection, task, field, old));
    }
  }

  /** The settings of the package or of one connection or task, as the getter shows them. */
  void settings(String getter, long connection, long task, ObjectNode answer) {
    for (Shade shade : visible(getter)) {
      boolean same =
          shade.what == What.OLD_VALUE && shade.connection == connection && shade.task == task;
      if (same && answer.has(shade.field) && !shade.old.isMissingNode()) {
        answer.set(shade.field, shade.old.deepCopy());
        shade.looked.merge(getter, 1, Integer::sum);
      }
    }
  }

  /** The list of connections; what is gone is listed on only to whoever sees all of them. */
  void connections(ObjectNode answer) {
    ArrayNode list = Nodes.array(answer, "conn");
    boolean seesAll = answer.path("is_admin_mode").asBoolean(false);
    for (Shade shade : visible("list_conn")) {
      boolean shown =
          shade.connection == Event.NONE
              ? ofPackage(shade, answer)
              : shade.task == Event.NONE
                  && (seesAll || shade.what != What.GHOST)
                  && inList(shade, answer, list, "id", shade.connection);
      if (shown) {
        shade.looked.merge("list_conn", 1, Integer::sum);
      }
    }
  }

  private static boolean ofPackage(Shade shade, ObjectNode answer) {
    if (!shade.field.equals("admin_mode")) {
      return false;
    }
    answer.put("is_admin_mode", shade.old.asString("").equals("enable"));
    return true;
  }

  /** The list of tasks of one connection. */
  void tasks(long connection, ObjectNode answer) {
    ArrayNode list = Nodes.array(answer, "sess");
    for (Shade shade : visible("list_sess")) {
      boolean here = shade.connection == connection && shade.task != Event.NONE;
      if (here && inList(shade, answer, list, "sess_id", shade.task)) {
        shade.looked.merge("list_sess", 1, Integer::sum);
      }
    }
  }

  private static boolean inList(
      Shade shade, ObjectNode answer, ArrayNode list, String idName, long id) {
    if (shade.what == What.GHOST) {
      list.add(shade.old.deepCopy());
      answer.set("total", Nodes.number(list.size()));
      return true;
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ObjectNode entry && entry.path(idName).longValue() == id) {
        if (shade.what == What.OLD_VALUE) {
          return oldValue(shade, entry);
        }
        list.remove(i);
        answer.set("total", Nodes.number(list.size()));
        return true;
      }
    }
    return false;
  }

  private static boolean oldValue(Shade shade, ObjectNode entry) {
    if (!entry.has(shade.field) || shade.old.isMissingNode()) {
      return false;
    }
    entry.set(shade.field, shade.old.deepCopy());
    if (shade.field.equals("task_name")) {
      entry.set("task_display_name", shade.old.deepCopy());
    }
    return true;
  }

  /** Those that are not over, the newest first: the oldest value of a field is shown. */
  private List<Shade> visible(String getter) {
    if (shades.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    shades.removeIf(shade ->
        !behaviours.inForce(shade.source) || (shade.until != null && !shade.until.isAfter(now)));
    return shades.reversed().stream()
        .filter(shade -> shade.until != null || shade.looked.getOrDefault(getter, 0) < shade.looks)
        .toList();
  }
}
