package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.behaviour.Lag;
import io.cloudsyncctl.simulator.truth.Truth;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a device pauses and resumes: at once, late, or not at all. Each command takes effect after
 * its own lag, so that a late pause also comes where a resume was asked for meanwhile, unless the
 * newest is to win.
 */
final class Pausing {
  private static final String PAUSED = "pause";
  private static final String BUSY = "syncing";
  private static final Set<String> STAY = Set.of("error", "suspended", "unlink");

  private final Behaviours behaviours;
  private final InstantSource clock;
  private final List<Pending> pending = new ArrayList<>();
  private final Set<Long> working = new HashSet<>();

  Pausing(Behaviours behaviours, InstantSource clock) {
    this.behaviours = behaviours;
    this.clock = clock;
  }

  /** Whether tasks of a connection sync though its status says that it is paused. */
  boolean isWorking(long connection) {
    return working.contains(connection);
  }

  /** Whether a pause or a resume is dealt with here; else it takes effect now. */
  boolean takesOver(DeviceState state, long connection, boolean pause, int request) {
    if (!behaviours.of(Behaviour.NewestWins.class, connection).isEmpty()) {
      Pending.What other = pause ? Pending.What.RESUME : Pending.What.PAUSE;
      pending.removeIf(one -> one.connection() == connection && one.what() == other);
    }
    ObjectNode listed = listed(state, connection);
    if (listed == null) {
      return false;
    }
    String status = listed.path("status").asString("");
    if (status.equals(PAUSED) == pause) {
      return false;
    }
    if (pause && outlasts(connection, status)) {
      return true;
    }
    Pending.What what = pause ? Pending.What.PAUSE : Pending.What.RESUME;
    Optional<Lag> lag = pause ? pauseLag(connection) : resumeLag(connection);
    if (lag.isEmpty()) {
      return false;
    }
    if (!isPending(connection, what)) {
      pending.add(of(connection, what, lag.get(), request));
      if (pause) {
        keepBusy(state, listed);
        state.summarise();
      }
    }
    return true;
  }

  private boolean isPending(long connection, Pending.What what) {
    return pending.stream().anyMatch(one -> one.connection() == connection && one.what() == what);
  }

  private boolean outlasts(long connection, String status) {
    return behaviours.of(Behaviour.OutlastsPause.class, connection).stream()
        .anyMatch(one -> one.status().equals(status));
  }

  private Optional<Lag> pauseLag(long connection) {
    return behaviours.of(Behaviour.PauseLag.class, connection).stream()
        .map(Behaviour.PauseLag::lag)
        .findFirst();
  }

  private Optional<Lag> resumeLag(long connection) {
    return behaviours.of(Behaviour.ResumeLag.class, connection).stream()
        .map(Behaviour.ResumeLag::lag)
        .findFirst();
  }

  private Pending of(long connection, Pending.What what, Lag lag, int request) {
    return switch (lag) {
      case Lag.Time time ->
          new Pending(connection, what, clock.instant().plus(time.duration()), 0, request);
      case Lag.Looks looks -> new Pending(connection, what, null, looks.count(), request);
    };
  }

  /** A worker ends its transfer: connection and tasks sync, but for those that cannot. */
  private static void keepBusy(DeviceState state, ObjectNode listed) {
    if (!STAY.contains(listed.path("status").asString(""))) {
      listed.put("status", BUSY);
    }
    keepTasksBusy(state, listed.path("id").longValue());
  }

  private static void keepTasksBusy(DeviceState state, long connection) {
    for (ObjectNode task : Nodes.objects(state.tasks(connection).path("sess"))) {
      if (!STAY.contains(task.path("sync_status").asString(""))
          && task.path("error").asLong(0) == 0) {
        task.put("sync_status", BUSY);
      }
    }
  }

  /** The earliest that has come due, which is not pending any more then. */
  Optional<Pending> takeDue() {
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Pending> due =
        pending.stream()
            .filter(one -> one.isDue(now))
            .min(
                Comparator.comparing(
                    Pending::due, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
    due.ifPresent(pending::remove);
    return due;
  }

  void carryOut(DeviceState state, Pending due) {
    ObjectNode listed = listed(state, due.connection());
    if (listed == null) {
      return;
    }
    switch (due.what()) {
      case PAUSE -> state.force(due.connection(), true);
      case RESUME -> state.force(due.connection(), false);
      case TASKS_REST -> {
        working.remove(due.connection());
        for (ObjectNode task : Nodes.objects(state.tasks(due.connection()).path("sess"))) {
          if (task.path("sync_status").asString("").equals(BUSY)) {
            task.put("sync_status", PAUSED);
          }
        }
      }
    }
  }

  /** Counts an answer of {@code list_conn}, or of {@code list_sess} of one connection. */
  void looked(String method, long connection) {
    for (Pending one : pending) {
      boolean ofTasks = one.what() == Pending.What.TASKS_REST;
      boolean shows =
          ofTasks
              ? method.equals("list_sess") && one.connection() == connection
              : method.equals("list_conn");
      if (one.due() == null && shows) {
        one.look();
      }
    }
  }

  /** Lets the tasks of what was paused just now work on where they do, and forgets what is over. */
  void began(DeviceState state, Truth before, int request) {
    for (Truth.Connection then : before.connections().values()) {
      ObjectNode listed = listed(state, then.id());
      boolean paused = listed != null && listed.path("status").asString("").equals(PAUSED);
      if (!paused) {
        working.remove(then.id());
        pending.removeIf(
            one -> one.connection() == then.id() && one.what() == Pending.What.TASKS_REST);
      } else if (!then.status().equals(PAUSED)) {
        behaviours.of(Behaviour.TasksLag.class, then.id()).stream()
            .findFirst()
            .ifPresent(lag -> {
              working.add(then.id());
              keepTasksBusy(state, then.id());
              pending.add(of(then.id(), Pending.What.TASKS_REST, lag.lag(), request));
            });
      }
      if (listed == null) {
        pending.removeIf(one -> one.connection() == then.id());
      }
    }
  }

  private static @Nullable ObjectNode listed(DeviceState state, long connection) {
    return state.listed().stream()
        .filter(entry -> entry.path("id").longValue() == connection)
        .findFirst()
        .orElse(null);
  }
}
