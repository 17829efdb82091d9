package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;

/** All events and requests of a world, and what can be asked about them. */
final class Account {
  private static final Pattern OF_REQUEST = Pattern.compile("(\\w+) of request (\\d+)");

  private final World world;
  private final List<Event> events;
  private final List<Moment> moments;
  private final Truth first;

  Account(World world) {
    this.world = world;
    this.events = world.nas().timeline();
    this.moments = world.moments();
    this.first = world.first();
  }

  List<Event> events() {
    return events;
  }

  /** The request that did what happened. */
  @Nullable Moment momentOf(int event) {
    return moments.stream()
        .filter(moment -> moment.before() <= event && event < moment.after())
        .findFirst()
        .orElse(null);
  }

  /** The request that the device says that it goes back to. */
  Optional<Moment> origin(Event event) {
    Matcher matcher = OF_REQUEST.matcher(event.cause());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int request = Integer.parseInt(matcher.group(2));
    return moments.stream()
        .filter(moment -> moment.request() == request)
        .filter(moment -> moment.is(matcher.group(1), event.connection()))
        .findFirst();
  }

  /** How many events there were when its run was last told anything before this request. */
  int lastKnown(Moment moment) {
    int known = moment.before();
    boolean any = false;
    for (Moment earlier : moment.run().moments()) {
      if (earlier == moment) {
        break;
      }
      if (earlier.answered()) {
        known = earlier.after();
        any = true;
      }
    }
    return any ? known : 0;
  }

  /** The last event of this kind of a connection among these. */
  Optional<Integer> last(Event.Kind kind, long connection, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (events.get(i).kind() == kind && events.get(i).connection() == connection) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Whether a machine was told of a connection between these events. */
  boolean looked(String machine, long connection, int from, int to) {
    return moments.stream()
        .anyMatch(moment ->
            moment.run().machine().equals(machine)
                && moment.looksAt(connection)
                && moment.before() > from
                && moment.before() <= to);
  }

  List<Moment> moments() {
    return moments;
  }

  /** How the NAS really was just before an event, as far as anybody was there to see it. */
  Truth truthBefore(int event) {
    Truth truth = first;
    for (Moment moment : moments) {
      if (moment.after() <= event) {
        truth = moment.truth();
      }
    }
    return truth;
  }

  /** How it was just after. */
  Truth truthAfter(int event) {
    for (Moment moment : moments) {
      if (moment.after() > event) {
        return moment.truth();
      }
    }
    return truthBefore(event);
  }

  /** The names that a connection has borne until an event, since it has its id. */
  Set<String> names(long connection, int event) {
    Map<Long, Set<String>> names = new HashMap<>();
    first
        .connections()
        .values()
        .forEach(one -> names.computeIfAbsent(one.id(), _ -> new HashSet<>()).add(one.name()));
    for (int i = 0; i <= event && i < events.size(); i++) {
      Event one = events.get(i);
      Set<String> borne = names.computeIfAbsent(one.connection(), _ -> new HashSet<>());
      if (one.kind() == Event.Kind.CONNECTION_ADDED) {
        // The id was perhaps another one's before.
        borne.clear();
        Truth.Connection added = truthAfter(i).connections().get(one.connection());
        if (added != null) {
          borne.add(added.name());
        }
      }
      one.change("task_name").ifPresent(change -> borne.add(change.after().asString("")));
    }
    return names.getOrDefault(connection, Set.of());
  }

  /** What a file declares of a connection that is there, under any name that it has borne. */
  Optional<Declared.OfConnection> declared(Declared declared, long connection, int event) {
    Set<String> names = names(connection, event);
    Truth.Connection is = truthBefore(event).connections().get(connection);
    String type =
        is == null
            ? ""
            : is.settings().getOrDefault("type", MissingNode.getInstance()).asString("");
    return declared.connections().stream()
        .filter(one -> names.contains(one.name()) || names.contains(one.renamedFrom()))
        .filter(one -> one.provider() == null || type.isEmpty() || one.provider().equals(type))
        .findFirst();
  }

  /** What a file declares of a task that is there at nearly the same paths. */
  Optional<Declared.OfTask> declaredTask(Declared declared, Truth.Task task, int event) {
    return declared(declared, task.connection(), event)
        .flatMap(one -> one.task(task.localPath(), task.remotePath()));
  }

  /** Whether a file declares a setting that changed; what belongs to a list goes with it. */
  boolean isDeclared(Declared declared, FieldChange change, int i) {
    Event event = events.get(i);
    if (event.connection() == Event.NONE) {
      return declared.ofPackage().containsKey(change.field());
    }
    if (event.task() == Event.NONE) {
      return declared(declared, event.connection(), i)
          .filter(one -> one.settings().containsKey(change.field()))
          .isPresent();
    }
    Truth.Task task = truthAfter(i).tasks().get(event.task());
    String field = change.field().replace("user_defined_", "filtered_");
    return task != null
        && declaredTask(declared, task, i)
            .filter(one -> one.settings().containsKey(field))
            .isPresent();
  }

  /**
   * Whether a write-only value was set by somebody else, and nothing else with it that a getter
   * shows: then nobody can tell that it is no longer what the machine wrote.
   */
  boolean isUnseen(FieldChange change, int before, String machine) {
    long task = events.get(before).task();
    for (int i = before - 1; i >= 0 && Unlike.isWriteOnly(change.field()); i--) {
      Event event = events.get(i);
      if (event.task() == task && event.change(change.field()).isPresent()) {
        return !doneBy(machine).contains(i) && event.change("sync_direction").isEmpty();
      }
    }
    return false;
  }

  /** The numbers of what a machine did itself. */
  List<Integer> doneBy(String machine) {
    return doneIn(
        moments.stream().filter(moment -> moment.run().machine().equals(machine)).toList());
  }

  /** The numbers of what a run did itself. */
  List<Integer> doneBy(Run run) {
    return doneIn(run.moments());
  }

  private List<Integer> doneIn(List<Moment> some) {
    List<Integer> done = new ArrayList<>();
    for (Moment moment : some) {
      for (int i = moment.before(); i < moment.after(); i++) {
        if (events.get(i).actor() == Event.Actor.CLIENT) {
          done.add(i);
        }
      }
    }
    return done;
  }

  boolean showsLate() {
    return world.showsLate();
  }

  boolean ignores(String method) {
    return world.ignores(method);
  }
}
