package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which resumes were earned: those that are declared, and those of a pause of the machine's own
 * after which nothing of an earlier run stands that is neither declared now nor back, unless
 * accepted.
 */
final class Resumes {
  private final Account account;
  private final List<String> unearned = new ArrayList<>();

  Resumes(Account account) {
    this.account = account;
  }

  List<String> unearned() {
    List<Event> events = account.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).kind() == Event.Kind.STARTED) {
        Optional<Moment> sent = sent(i, "resume");
        if (sent.isPresent()) {
          judge(i, sent.get());
        }
      }
    }
    return unearned;
  }

  /** The request of a client by which a connection came to rest, or to sync again. */
  private Optional<Moment> sent(int event, String method) {
    Event one = account.events().get(event);
    Optional<Moment> sent =
        switch (one.actor()) {
          case CLIENT -> Optional.ofNullable(account.momentOf(event));
          case DEVICE -> account.origin(one);
          case PERSON -> Optional.empty();
        };
    return sent.filter(moment -> moment.is(method, one.connection()));
  }

  private void judge(int started, Moment sent) {
    long connection = account.events().get(started).connection();
    Run run = sent.run();
    Optional<Declared.OfConnection> declared =
        account.declared(run.declared(), connection, sent.before());
    if (declared.map(Declared.OfConnection::paused).filter(paused -> !paused).isPresent()) {
      return;
    }
    Optional<Integer> own = ownPause(connection, run.machine(), sent.before());
    if (own.isEmpty()) {
      unearned.add("a resume of somebody else's pause: " + words(started, sent));
    } else if (!run.accepts("data-loss")) {
      standing(connection, own.get(), sent, declared)
          .ifPresent(
              what -> unearned.add("a resume while " + what + " stands: " + words(started, sent)));
    }
  }

  private String words(int started, Moment sent) {
    return account.events().get(started) + ", by " + sent;
  }

  /**
   * When a machine brought a connection to the rest in which it is, as far as the machine can tell:
   * who pauses it before the machine's own pause comes, or resumes and pauses it while nobody
   * looks, is not seen.
   */
  private Optional<Integer> ownPause(long connection, String machine, int now) {
    Optional<Integer> rested = account.last(Event.Kind.RESTED, connection, 0, now);
    while (rested.isPresent()) {
      int at = rested.get();
      if (isOf(at, machine) || isTakenForOwn(connection, machine, at)) {
        return rested;
      }
      Optional<Integer> before = account.last(Event.Kind.RESTED, connection, 0, at);
      int started = account.last(Event.Kind.STARTED, connection, 0, at).orElse(-1);
      if (before.isEmpty()
          || resumed(started, machine)
          || account.looked(machine, connection, started, at)) {
        return Optional.empty();
      }
      rested = before;
    }
    return Optional.empty();
  }

  /** Whether the machine knows that it did it itself. */
  private boolean resumed(int started, String machine) {
    return started >= 0
        && sent(started, "resume")
            .filter(moment -> moment.answered() && moment.run().machine().equals(machine))
            .isPresent();
  }

  private boolean isOf(int rested, String machine) {
    return sent(rested, "pause")
        .filter(moment -> moment.run().machine().equals(machine))
        .isPresent();
  }

  /** Whether the machine told it to pause when it was last seen to sync, before or after. */
  private boolean isTakenForOwn(long connection, String machine, int rested) {
    int since = account.last(Event.Kind.STARTED, connection, 0, rested).orElse(-1);
    return account.moments().stream()
        .filter(moment -> moment.run().machine().equals(machine))
        .filter(moment -> moment.is("pause", connection))
        .filter(moment -> moment.before() > since)
        .anyMatch(moment -> moment.before() <= rested || account.lastKnown(moment) <= rested);
  }

  /** What earlier runs of the machine wrote since, and is neither declared nor as it was before. */
  private Optional<String> standing(
      long connection, int paused, Moment sent, Optional<Declared.OfConnection> declared) {
    Map<String, FieldChange> changes = new HashMap<>();
    List<Event> events = account.events();
    for (int i = paused; i < sent.before(); i++) {
      Event event = events.get(i);
      if (event.connection() == connection && event.task() != Event.NONE) {
        boolean earlier = isOfEarlierRun(i, sent.run());
        if (earlier && event.kind() == Event.Kind.TASK_ADDED && stands(event, sent, declared)) {
          return Optional.of("task " + event.task());
        }
        for (FieldChange change : event.changes()) {
          note(changes, event.task() + " " + change.field(), change, earlier);
        }
      }
    }
    return changes.entrySet().stream()
        .filter(change -> !isWanted(change.getKey(), change.getValue(), sent, declared))
        .map(change -> change.getKey() + " = " + change.getValue().after())
        .findFirst();
  }

  private static void note(
      Map<String, FieldChange> changes, String key, FieldChange change, boolean earlier) {
    FieldChange first = changes.get(key);
    if (first != null) {
      changes.put(key, new FieldChange(change.field(), first.before(), change.after()));
    } else if (earlier && Dangers.mayDeleteFiles(change)) {
      changes.put(key, change);
    }
  }

  private boolean isOfEarlierRun(int event, Run run) {
    if (account.events().get(event).actor() != Event.Actor.CLIENT) {
      return false;
    }
    Moment moment = account.momentOf(event);
    return moment != null && moment.run() != run && moment.run().machine().equals(run.machine());
  }

  private static boolean stands(
      Event added, Moment sent, Optional<Declared.OfConnection> declared) {
    Truth.Task task = sent.truth().tasks().get(added.task());
    return task != null
        && declared
            .flatMap(one -> one.task(task.localPath(), task.remotePath()))
            .filter(one -> !one.absent())
            .isEmpty();
  }

  private static boolean isWanted(
      String key, FieldChange change, Moment sent, Optional<Declared.OfConnection> declared) {
    if (Forms.same(change.field(), change.before(), change.after())) {
      return true;
    }
    Truth.Task task = sent.truth().tasks().get(Long.parseLong(key.substring(0, key.indexOf(' '))));
    if (task == null) {
      return true;
    }
    JsonNode wanted =
        declared
            .flatMap(one -> one.task(task.localPath(), task.remotePath()))
            .map(one -> one.settings().get(change.field()))
            .orElse(null);
    return wanted != null && Forms.same(change.field(), wanted, change.after());
  }
}
