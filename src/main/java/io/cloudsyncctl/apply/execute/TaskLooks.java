package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.rest.Polling;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.apply.rest.RestReading;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.read.ConnectionActivity;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the tasks of a connection before and after one is created, for some seconds each. */
final class TaskLooks {
  private final FreshReads reads;
  private final Polling polling;

  TaskLooks(FreshReads reads, Polling polling) {
    this.reads = reads;
    this.polling = polling;
  }

  /**
   * The tasks of a connection before a creation.
   *
   * @param ids their session ids
   */
  record Before(ImmutableSet<Long> ids, RestLook rest) implements RestReading {}

  /** One look at the tasks of a connection; a list that is not whole shows nothing. */
  private record Look(ImmutableList<TaskIdentity> tasks, @Nullable BadAnswerException notWhole) {
    ImmutableSet<Long> ids() {
      return tasks.stream().map(TaskIdentity::sessionId).collect(ImmutableSet.toImmutableSet());
    }

    ImmutableList<TaskIdentity> without(ImmutableSet<Long> before) {
      return tasks.stream()
          .filter(task -> !before.contains(task.sessionId()))
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** The same, with what the connection does. */
  private record Sight(Look look, RestLook rest) {}

  private Sight sight(Operation.CreateTask create) {
    try {
      ConnectionActivity now = reads.activity(create.address().withoutTask(), create.connection());
      ImmutableList<TaskIdentity> tasks =
          now.tasks().stream().map(TaskEntry::identity).collect(ImmutableList.toImmutableList());
      return new Sight(new Look(tasks, null), RestLook.of(now));
    } catch (BadAnswerException e) {
      return new Sight(new Look(ImmutableList.of(), e), RestLook.OF_NO_CONNECTION);
    }
  }

  private Look look(Operation.CreateTask create) {
    try {
      return new Look(reads.tasks(create.connection()), null);
    } catch (BadAnswerException e) {
      return new Look(ImmutableList.of(), e);
    }
  }

  /**
   * The tasks before a creation, of a list that has all that was seen before.
   *
   * @param expected what was seen of the connection
   * @param removed what was removed since, and may still be listed
   * @throws OperationException {@code nas-moved} where there is no such list for some seconds, or
   *     the task is there by now
   */
  Before before(Operation.CreateTask create, Set<Long> expected, Set<Long> removed) {
    Sight sight;
    try {
      sight =
          polling.until(
              () -> sight(create),
              one -> one.look().notWhole() == null && one.look().ids().containsAll(expected));
    } catch (InterruptedException e) {
      throw new OperationException(Polling.interrupted(create).diagnostic(), false);
    }
    Look look = sight.look();
    if (look.notWhole() != null) {
      throw look.notWhole();
    }
    String missing =
        Sets.difference(expected, look.ids()).stream()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw FreshReads.moved(
          create.address(),
          "the NAS does not list all tasks of the connection that it listed before (session "
              + missing
              + ")");
    }
    requireNotThere(create, look, expected, removed);
    return new Before(look.ids(), sight.rest());
  }

  private static void requireNotThere(
      Operation.CreateTask create, Look now, Set<Long> expected, Set<Long> removed) {
    TaskPaths paths = create.task().paths();
    for (TaskIdentity task : now.tasks()) {
      if (removed.contains(task.sessionId())) {
        continue;
      }
      if (task.paths().same(paths)) {
        throw FreshReads.moved(create.address(), "the task is there by now");
      }
      if (!expected.contains(task.sessionId()) && NearPaths.both(task.paths(), paths)) {
        throw FreshReads.moved(
            create.address(), "a task of nearly these paths is there by now: " + words(task));
      }
    }
  }

  /**
   * Looks until the new task shows. One of quite other paths may be somebody else's, beside one
   * that does not show yet, so it counts only once nothing else has come for some seconds.
   *
   * @param before the session ids before the creation
   * @param first what was listed together with it; null where that is not known
   * @return empty where none shows in time
   * @throws OperationException {@code new-task-uncertain} where more than one is new
   */
  Optional<TaskIdentity> come(
      Operation.CreateTask create, ImmutableSet<Long> before, @Nullable TaskList first)
      throws InterruptedException {
    Deque<Look> made = new ArrayDeque<>();
    if (first != null) {
      made.add(new Look(reads.listed(first), null));
    }
    Look last =
        polling.until(
            () -> made.isEmpty() ? look(create) : made.remove(),
            look -> {
              ImmutableList<TaskIdentity> fresh = look.without(before);
              return fresh.size() > 1 || fresh.stream().anyMatch(task -> isNear(create, task));
            });
    return only(create, last.without(before));
  }

  /** The one task that is new. */
  private static Optional<TaskIdentity> only(
      Operation.CreateTask create, ImmutableList<TaskIdentity> fresh) {
    if (fresh.size() > 1) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.NEW_TASK_UNCERTAIN,
              "since the task was to be created, the NAS lists "
                  + fresh.size()
                  + " that are new, and nobody can say which it is: "
                  + fresh.stream().map(TaskLooks::words).collect(Collectors.joining(", ")),
              at(create),
              "look in DSM at both, remove what is too many, then plan again"),
          true);
    }
    return fresh.stream().findFirst();
  }

  /** Whether a task has nearly the paths that were written. */
  static boolean isNear(Operation.CreateTask create, TaskIdentity task) {
    return NearPaths.both(task.paths(), create.task().paths());
  }

  /** That the NAS keeps the new task under other paths than it was given. */
  static Diagnostic notKept(Operation.CreateTask create, TaskIdentity task) {
    return Diagnostic.warning(
        DiagnosticCode.PATH_NOT_KEPT,
        "the NAS keeps the new task as the local folder "
            + HostileText.excerpt(task.paths().local())
            + " and the cloud folder "
            + HostileText.excerpt(task.paths().cloud())
            + " (session "
            + task.sessionId()
            + ")",
        at(create),
        "the record knows that this is the declared task; write these paths into the YAML, so that"
            + " it is found without the record");
  }

  private static String words(TaskIdentity task) {
    return HostileText.excerpt(task.paths().local())
        + " with "
        + HostileText.excerpt(task.paths().cloud())
        + " (session "
        + task.sessionId()
        + ")";
  }

  static Location.OnNas at(Operation.CreateTask create) {
    return new Location.OnNas(create.address().nas(), "list_sess", create.address().text());
  }
}
