package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing is changed that was not declared, and no task is doubled. */
final class Scope {
  private final Account account;
  private final List<String> violations = new ArrayList<>();

  Scope(Account account) {
    this.account = account;
  }

  /** What is wrong with one thing that a client did. */
  List<String> violations(int i, Moment moment) {
    violations.clear();
    Event event = account.events().get(i);
    Declared declared = moment.run().declared();
    switch (event.kind()) {
      case CHANGED ->
          event.changes().stream()
              .filter(change -> !account.isDeclared(declared, change, i))
              .filter(change -> !moment.isSentAsItWas(change))
              .filter(change -> !isOverwritten(change, i, moment))
              .forEach(change -> violated("an undeclared change of " + change.field(), i, moment));
      case TASK_ADDED -> {
        Truth.Task task = moment.truth().task(event.task());
        if (account.declaredTask(declared, task, i).filter(one -> !one.absent()).isEmpty()) {
          violated("an undeclared task was created", i, moment);
        }
        if (isDoubled(task, i, moment)) {
          violated("a task was doubled", i, moment);
        }
      }
      case TASK_REMOVED -> removed(i, moment);
      case CONNECTION_REMOVED -> {
        if (!isAbsent(declared, event, i)) {
          violated("an undeclared connection was removed", i, moment);
        }
      }
      case CONNECTION_ADDED, RESTED, STARTED, IN_VAIN -> {}
    }
    return List.copyOf(violations);
  }

  private void violated(String what, int event, Moment moment) {
    violations.add("%s: %s, by %s".formatted(what, account.events().get(event), moment));
  }

  private boolean isAbsent(Declared declared, Event event, int i) {
    return account
        .declared(declared, event.connection(), i)
        .filter(Declared.OfConnection::absent)
        .isPresent();
  }

  /**
   * A setter replaces its whole group: whoever changes something of it after it was read for the
   * last time, or while getters still show the old, has that taken back unseen.
   */
  private boolean isOverwritten(FieldChange change, int i, Moment moment) {
    Event event = account.events().get(i);
    int known = account.showsLate() ? 0 : account.lastKnown(moment);
    for (int j = known; j < i; j++) {
      Event other = account.events().get(j);
      if (other.connection() == event.connection()
          && other.task() == event.task()
          && other.change(change.field()).isPresent()
          && account.momentOf(j) != moment) {
        return true;
      }
    }
    return false;
  }

  private boolean isDoubled(Truth.Task task, int i, Moment moment) {
    String paths = Forms.loosely(task.localPath(), task.remotePath());
    int known = account.lastKnown(moment);
    return moment.truth().tasksOf(task.connection()).stream()
        .filter(other -> other.id() != task.id())
        .filter(other -> Forms.loosely(other.localPath(), other.remotePath()).equals(paths))
        .anyMatch(other -> addedAt(other.id(), i) < known);
  }

  /** When a task came; -1 where it was there from the beginning. */
  private int addedAt(long task, int before) {
    for (int j = before - 1; j >= 0; j--) {
      Event event = account.events().get(j);
      if (event.kind() == Event.Kind.TASK_ADDED && event.task() == task) {
        return j;
      }
    }
    return -1;
  }

  private void removed(int i, Moment moment) {
    Event event = account.events().get(i);
    Declared declared = moment.run().declared();
    if (isAbsent(declared, event, i)) {
      int added = addedAt(event.task(), i);
      if (added >= moment.run().moments().getFirst().before()
          && added < account.lastKnown(moment)) {
        violated("a task that nobody saw went with its connection", i, moment);
      }
      return;
    }
    Truth.Task task = account.truthBefore(i).tasks().get(event.task());
    Optional<Declared.OfTask> one =
        task == null ? Optional.empty() : account.declaredTask(declared, task, i);
    if (one.filter(Declared.OfTask::absent).isEmpty()) {
      violated("an undeclared task was removed", i, moment);
    }
  }
}
