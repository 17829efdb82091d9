package io.cloudsyncctl.simulator.truth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that really happened to a connection, a task or the package. What a client asked for
 * and the NAS did not do is no event.
 *
 * @param number counts from 1
 * @param time when, by the clock of the NAS
 * @param request the number of the newest HTTP request at that moment, 0 before the first; for a
 *     client's own doing the request that did it
 * @param actor who did it
 * @param who the client's login, the line of the person's script, or the behaviour of the device
 * @param cause the method or the deed, in the words of the wire or of the script
 * @param kind what happened
 * @param connection the connection's id, {@link #NONE} for the package
 * @param task the task's id, {@link #NONE} for a connection or the package
 * @param atRest whether the connection was truly at rest just before; for the package, whether all
 *     were. After {@code RESTED} it is at rest, after {@code STARTED} it is not
 * @param changes which settings changed, empty but for {@code CHANGED}
 */
public record Event(
    int number,
    Instant time,
    int request,
    Actor actor,
    String who,
    String cause,
    Kind kind,
    long connection,
    long task,
    boolean atRest,
    List<FieldChange> changes) {

  /** In place of an id. */
  public static final long NONE = -1;

  /** Who does something at a NAS. */
  public enum Actor {
    /** Somebody who sends requests: this program, or another copy of it. */
    CLIENT,
    /** Somebody in front of the NAS: a script, or the test that edits the state. */
    PERSON,
    /** The NAS by itself, whatever it was once asked. */
    DEVICE
  }

  /** What can happen. */
  public enum Kind {
    /** Settings of something that goes on to be there. */
    CHANGED,
    TASK_ADDED,
    TASK_REMOVED,
    CONNECTION_ADDED,
    CONNECTION_REMOVED,
    /** A connection came to rest. */
    RESTED,
    /** A connection that was at rest syncs again. */
    STARTED,
    /** A person wanted something that is not possible, such as to pause what is gone. */
    IN_VAIN
  }

  public Event {
    changes = List.copyOf(changes);
  }

  /** Whether something is another than before because of it, other than whether it rests. */
  public boolean isChange() {
    return switch (kind) {
      case CHANGED, TASK_ADDED, TASK_REMOVED, CONNECTION_ADDED, CONNECTION_REMOVED -> true;
      case RESTED, STARTED, IN_VAIN -> false;
    };
  }

  /** The change of one setting, where it is among the changes. */
  public Optional<FieldChange> change(String field) {
    return changes.stream().filter(change -> change.field().equals(field)).findFirst();
  }

  @Override
  public String toString() {
    String subject =
        (connection == NONE ? " package" : " connection " + connection)
            + (task == NONE ? "" : " task " + task);
    String list = changes.stream().map(FieldChange::toString).collect(Collectors.joining(", "));
    return "#%d request %d %s (%s) %s: %s%s%s%s"
        .formatted(
            number,
            request,
            actor,
            who,
            cause,
            kind,
            subject,
            atRest ? " at rest" : " not at rest",
            list.isEmpty() ? "" : ": " + list);
  }
}
