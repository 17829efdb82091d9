package io.cloudsyncctl.apply.execute;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.operation.RefusedWrite;
import io.cloudsyncctl.apply.rest.Polling;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.apply.rest.RestReading;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.write.PreparedTask;
import io.cloudsyncctl.cloudsync.write.TaskCreation;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.state.RecordKeeper;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates tasks, and finds out which one each has become: that whose session id is new.
 *
 * <p>The premise: a NAS lags, forgets for a moment what it has, and keeps paths in another form
 * than they were written. So nothing is created upon a list that lacks what was there before, a
 * task is known by the difference of two lists and not by its paths, and the record is told at once
 * which declared task it is: a second one on the same folders is worse than none.
 */
final class NewTasks {
  private final CloudSyncWriter writer;
  private final TaskLooks looks;
  private final RecordKeeper record;
  private final InstantSource clock;
  private final RunJournal journal;
  private final SetMultimap<Long, Long> seen = HashMultimap.create();
  private final Set<Long> removed = new HashSet<>();
  private final Map<Target, TaskIdentity> created = new HashMap<>();
  private final List<Diagnostic> notes = new ArrayList<>();

  NewTasks(
      CloudSyncWriter writer,
      FreshReads reads,
      Polling polling,
      RecordKeeper record,
      InstantSource clock,
      RunJournal journal) {
    this.writer = writer;
    this.looks = new TaskLooks(reads, polling);
    this.record = record;
    this.clock = clock;
    this.journal = journal;
  }

  /** The NAS was read as a whole: a list that lacks a task of that is no list to create upon. */
  void seen(LiveState live) {
    live.connections().stream()
        .filter(connection -> connection.tasksUnreadable() == null)
        .forEach(connection ->
            seen.replaceValues(
                connection.id(), connection.tasks().stream().map(LiveTask::sessionId).toList()));
  }

  /** A task was removed by this run, so that no list has to have it any more. */
  void removed(Target.OfTask task) {
    long sessionId = GroupWriter.sessionId(task);
    seen.remove(task.connection().id(), sessionId);
    removed.add(sessionId);
  }

  /** The session ids of the tasks that were created. */
  ImmutableSet<Long> created() {
    return created.values().stream()
        .map(TaskIdentity::sessionId)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** What is worth knowing of the tasks that were created. */
  ImmutableList<Diagnostic> notes() {
    return ImmutableList.copyOf(notes);
  }

  /** A task that was created before gets what it has become. */
  Target resolved(Target target) {
    TaskIdentity is = created.get(target);
    return is != null && target instanceof Target.OfTask task
        ? new Target.OfTask(task.connection(), is.sessionId(), is.paths(), is.remoteFolderId())
        : target;
  }

  /**
   * A task that is ready to be created: nothing has to be read any more before it is sent.
   *
   * @param before the tasks that the connection has by now
   */
  record Ready(Operation.CreateTask create, PreparedTask prepared, TaskLooks.Before before)
      implements RestReading {
    @Override
    public RestLook rest() {
      return before.rest();
    }
  }

  /**
   * Reads what a creation sends.
   *
   * @throws OperationException {@code nas-moved} as {@link #ready} does
   */
  PreparedTask prepare(Operation.CreateTask create) {
    before(create);
    try {
      return writer.prepareTask(creation(create.connection(), create.task()));
    } catch (DsmException e) {
      throw e.with(Certainty.DID_NOT_HAPPEN);
    }
  }

  /**
   * Reads what a creation rests upon.
   *
   * @throws OperationException {@code nas-moved} where its connection is another one by now, the
   *     task is there, or the NAS does not list what it listed before
   */
  Ready ready(Operation.CreateTask create, PreparedTask prepared) {
    return new Ready(create, prepared, before(create));
  }

  private TaskLooks.Before before(Operation.CreateTask create) {
    return looks.before(create, seen.get(create.connection().id()), removed);
  }

  /**
   * Creates a task.
   *
   * @throws OperationException {@code not-converged} where it does not list the new one in time;
   *     {@code new-task-uncertain} where it lists more than one
   */
  void create(Ready ready, long number) {
    Operation.CreateTask create = ready.create();
    journal.before(number, ready.before().ids());
    ask(create, ready.before().ids());
    Made made = certain(ready);
    TaskIdentity task = made.task();
    TaskPaths written = create.task().paths();
    created.put(Target.OfTask.toBeCreated(create.connection(), written), task);
    seen.put(create.connection().id(), task.sessionId());
    journal.created(number, task);
    record.created(
        String.valueOf(create.address().connection()),
        create.connection().identity(),
        new KnownConnection.KnownTask(create.declared(), task));
    if (!task.paths().same(written)) {
      notes.add(TaskLooks.notKept(create, task));
    }
    if (made.refusal() != null) {
      throw RefusedWrite.happened(
          made.refusal(),
          "but the NAS lists the task since (session "
              + task.sessionId()
              + "): it was created all the same");
    }
  }

  /** Without a record that knows of it, it is not tried: it might be tried again, and again. */
  private void ask(Operation.CreateTask create, ImmutableSet<Long> before) {
    try {
      record.asked(
          String.valueOf(create.address().connection()),
          create.connection().identity(),
          new KnownConnection.AskedTask(create.declared(), before, clock.instant()));
    } catch (UncheckedIOException e) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.RECORD_UNWRITABLE,
              "the task was not created: " + e.getMessage(),
              TaskLooks.at(create),
              "make the record's folder writable, or name another with --record"),
          false);
    }
  }

  /**
   * What certainly did not happen is not in the balance. That nothing of it shows after some
   * seconds proves nothing: the NAS may come to list it later.
   */
  private Made certain(Ready ready) {
    Operation.CreateTask create = ready.create();
    try {
      return made(ready);
    } catch (DsmException e) {
      if (!RefusedWrite.isInDoubt(e)) {
        notCreated(create);
      }
      throw e;
    } catch (DiagnosticException e) {
      // What the writer refuses to send at all.
      notCreated(create);
      throw e;
    }
  }

  private void notCreated(Operation.CreateTask create) {
    record.notCreated(create.connection().identity(), create.declared());
  }

  /**
   * What a creation came to.
   *
   * @param refusal what the NAS answered where it refused it
   */
  private record Made(TaskIdentity task, @Nullable ApiRefusedException refusal) {}

  private Made made(Ready ready) {
    Operation.CreateTask create = ready.create();
    ImmutableSet<Long> before = ready.before().ids();
    TaskList first;
    try {
      first = writer.createTask(ready.prepared(), before);
    } catch (DsmException e) {
      if (!RefusedWrite.isInDoubt(e)) {
        throw e;
      }
      return new Made(
          madeAllTheSame(create, before, e),
          e instanceof ApiRefusedException refusal ? refusal : null);
    }
    Optional<TaskIdentity> one;
    try {
      one = looks.come(create, before, first);
    } catch (DsmException e) {
      throw e.with(Certainty.MAY_HAVE_HAPPENED);
    } catch (InterruptedException e) {
      // The thread is not marked: what was done still has to be written down.
      throw Polling.interrupted(create);
    }
    return new Made(
        one.orElseThrow(() ->
            new OperationException(
                Diagnostic.error(
                    DiagnosticCode.NOT_CONVERGED,
                    "the NAS took the new task, but does not list it",
                    TaskLooks.at(create),
                    "look for it in DSM, then plan again"),
                true)),
        null);
  }

  /**
   * What became of a creation of which the NAS said that it failed, or said nothing: it may have
   * done it all the same. Only a task of nearly these paths is the one then.
   */
  private TaskIdentity madeAllTheSame(
      Operation.CreateTask create, ImmutableSet<Long> before, DsmException failure) {
    Optional<TaskIdentity> one;
    try {
      one = looks.come(create, before, null);
    } catch (DsmException e) {
      DsmException unknown = failure.with(Certainty.MAY_HAVE_HAPPENED);
      unknown.addSuppressed(e);
      throw unknown;
    } catch (InterruptedException e) {
      throw failure.with(Certainty.MAY_HAVE_HAPPENED);
    }
    return one.filter(task -> TaskLooks.isNear(create, task))
        .orElseThrow(() -> one.isPresent() ? failure.with(Certainty.MAY_HAVE_HAPPENED) : failure);
  }

  /** A new task as the NAS is told of it. */
  static TaskCreation creation(Target.OfConnection connection, NewTask task) {
    return new TaskCreation(
        connection.id(),
        task.paths(),
        task.direction(),
        task.storageClass(),
        task.filteredNames(),
        task.filteredExtensions(),
        task.maxUploadSize(),
        task.noDeleteOnCloud(),
        task.consistencyCheck(),
        task.serverSideEncryption());
  }
}
