package io.cloudsyncctl.simulator.truth;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One thing in which two moments differ. Lists are sets here, as filters are: another order of the
 * same entries is no difference.
 */
public record Difference(
    Event.Kind kind, long connection, long task, boolean atRest, List<FieldChange> changes) {

  /** All differences: first what changed, then what came to rest or started. */
  public static List<Difference> between(Truth before, Truth after) {
    List<Difference> all = new ArrayList<>();
    List<FieldChange> ofPackage = changes(before.settings(), after.settings());
    if (!ofPackage.isEmpty()) {
      boolean rest = before.connections().values().stream().allMatch(Truth.Connection::atRest);
      all.add(new Difference(Event.Kind.CHANGED, Event.NONE, Event.NONE, rest, ofPackage));
    }
    connections(before, after, all);
    tasks(before, after, all);
    for (Truth.Connection now : after.connections().values()) {
      Truth.Connection then = before.connections().get(now.id());
      if (then != null && then.atRest() != now.atRest()) {
        Event.Kind kind = now.atRest() ? Event.Kind.RESTED : Event.Kind.STARTED;
        all.add(new Difference(kind, now.id(), Event.NONE, then.atRest(), List.of()));
      }
    }
    return all;
  }

  private static void connections(Truth before, Truth after, List<Difference> all) {
    for (long id : union(before.connections().keySet(), after.connections().keySet())) {
      Truth.Connection then = before.connections().get(id);
      Truth.Connection now = after.connections().get(id);
      if (then == null) {
        all.add(new Difference(Event.Kind.CONNECTION_ADDED, id, Event.NONE, false, List.of()));
      } else if (now == null) {
        all.add(
            new Difference(
                Event.Kind.CONNECTION_REMOVED, id, Event.NONE, then.atRest(), List.of()));
      } else {
        List<FieldChange> changes = changes(then.settings(), now.settings());
        if (!changes.isEmpty()) {
          all.add(new Difference(Event.Kind.CHANGED, id, Event.NONE, then.atRest(), changes));
        }
      }
    }
  }

  private static void tasks(Truth before, Truth after, List<Difference> all) {
    for (long id : union(before.tasks().keySet(), after.tasks().keySet())) {
      Truth.Task then = before.tasks().get(id);
      Truth.Task now = after.tasks().get(id);
      if (then != null && now != null && then.connection() == now.connection()) {
        List<FieldChange> changes = changes(then.settings(), now.settings());
        if (!changes.isEmpty()) {
          boolean rest = before.atRest(then.connection());
          all.add(new Difference(Event.Kind.CHANGED, then.connection(), id, rest, changes));
        }
        continue;
      }
      if (then != null) {
        all.add(alone(Event.Kind.TASK_REMOVED, then, before));
      }
      if (now != null) {
        all.add(alone(Event.Kind.TASK_ADDED, now, before));
      }
    }
  }

  private static Difference alone(Event.Kind kind, Truth.Task task, Truth before) {
    boolean rest = before.atRest(task.connection());
    return new Difference(kind, task.connection(), task.id(), rest, List.of());
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> union = new LinkedHashSet<>(one);
    union.addAll(other);
    return union;
  }

  private static List<FieldChange> changes(
      Map<String, JsonNode> before, Map<String, JsonNode> after) {
    List<FieldChange> changes = new ArrayList<>();
    for (String field : union(before.keySet(), after.keySet())) {
      JsonNode then = before.getOrDefault(field, MissingNode.getInstance());
      JsonNode now = after.getOrDefault(field, MissingNode.getInstance());
      if (!same(then, now)) {
        changes.add(new FieldChange(field, then, now));
      }
    }
    return changes;
  }

  private static boolean same(JsonNode then, JsonNode now) {
    if (then.isNumber() && now.isNumber()) {
      return then.decimalValue().compareTo(now.decimalValue()) == 0;
    }
    return then.equals(now)
        || (then instanceof ArrayNode
            && now instanceof ArrayNode
            && sorted(then).equals(sorted(now)));
  }

  private static List<String> sorted(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::toString)
        .sorted()
        .toList();
  }
}
