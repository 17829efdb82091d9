package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.TaskCreation;
import io.cloudsyncctl.cloudsync.TaskList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.SettingGroup;
import io.cloudsyncctl.model.TaskIdentity;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.NewTask;
import io.cloudsyncctl.plan.PreImage;
import io.cloudsyncctl.plan.Target;
import io.cloudsyncctl.state.RecordKeeper;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Does one operation after the other and stops at the first that fails. Only a connection that was
 * paused for a task that then was not created goes on again: nothing of it has changed. Where the
 * run is interrupted or its journal cannot be written, nothing at all is done any more.
 *
 * <p>Before each write the NAS is read anew: where it no longer is what the plan was made from, the
 * write is not made. After each write it is read back: a {@code success} alone proves nothing.
 */
final class Applier {
  /** DSM's code for a parameter that is wrong (protocol note §3). */
  private static final int WRONG_PARAMETER = 120;

  private final CloudSyncWriter writer;
  private final FreshReads reads;
  private final GroupWriter groups;
  private final RecordKeeper record;
  private final ApplyListener listener;
  private final RunJournal journal;
  private final Map<TaskPaths, TaskIdentity> created = new HashMap<>();

  Applier(
      DsmGateway gateway,
      RecordKeeper record,
      InstantSource clock,
      ApplyListener listener,
      RunJournal journal) {
    this.writer = new CloudSyncWriter(gateway);
    this.reads = new FreshReads(gateway);
    this.groups = new GroupWriter(writer, reads, record, clock, journal);
    this.record = record;
    this.listener = listener;
    this.journal = journal;
  }

  ImmutableList<OperationOutcome> apply(ImmutableList<Operation> operations) {
    ImmutableList.Builder<OperationOutcome> outcomes = ImmutableList.builder();
    PauseLedger pauses = new PauseLedger();
    boolean stopped = !announced(operations);
    int count = 0;
    for (Operation operation : operations) {
      count++;
      long number = journal.nextNumber();
      OperationOutcome outcome;
      if (mustStop() || (stopped && !pauses.endsHarmlessly(operation))) {
        outcome = new OperationOutcome.Skipped(operation);
      } else {
        listener.starting(operation, count, operations.size());
        outcome = one(operation, number);
        journal.after(number, outcome);
        listener.ended(outcome);
        stopped |= !(outcome instanceof OperationOutcome.Done);
        pauses.note(outcome);
      }
      outcomes.add(outcome);
    }
    return outcomes.build();
  }

  /**
   * Whether the operations may be tried: each stands in the journal before the first.
   *
   * @throws UncheckedIOException where they do not, and nothing was written so far
   */
  private boolean announced(ImmutableList<Operation> operations) {
    try {
      journal.announce(operations);
      return true;
    } catch (NotJournaledException e) {
      if (!journal.mayHaveWritten()) {
        throw e.failure();
      }
      return false;
    }
  }

  /** Not even a connection is resumed then: where it stays paused, less syncs. */
  private boolean mustStop() {
    return journal.interrupted() || journal.trouble().isPresent();
  }

  private OperationOutcome one(Operation operation, long number) {
    try {
      execute(operation, number);
      return new OperationOutcome.Done(operation);
    } catch (NotJournaledException e) {
      return new OperationOutcome.Skipped(operation);
    } catch (OperationException e) {
      return new OperationOutcome.Failed(operation, e.diagnostic(), e.written());
    } catch (DiagnosticException e) {
      // What the writer refuses to send at all.
      return new OperationOutcome.Failed(operation, e.diagnostics().getFirst(), false);
    } catch (UncheckedIOException e) {
      return new OperationOutcome.Failed(operation, unwritable(operation, e), true);
    } catch (DsmException e) {
      return new OperationOutcome.Failed(
          operation, e.diagnostic(), e.certainty() == Certainty.MAY_HAVE_HAPPENED);
    } catch (RuntimeException e) {
      // Whatever it is, the journal, the pause that is left and the exit code must tell of it.
      return new OperationOutcome.Failed(operation, defect(operation, e), true);
    }
  }

  private static Diagnostic defect(Operation operation, RuntimeException e) {
    return Diagnostic.error(
        "internal-error",
        "this is a defect of cloudsyncctl ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + place(e)
            + "); whether the NAS did it is not known",
        new Location.OnNas(operation.address().nas(), null, operation.address().text()),
        "look at it in DSM and report this; applying again goes on from what the NAS then has");
  }

  private static Diagnostic unwritable(Operation operation, UncheckedIOException e) {
    return Diagnostic.error(
        "state-unwritable",
        String.valueOf(e.getMessage()),
        new Location.OnNas(operation.address().nas(), null, operation.address().text()),
        "make its folder writable, or name another with --state-dir or --record");
  }

  private static String place(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0
        ? ""
        : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
  }

  private void execute(Operation operation, long number) {
    switch (operation) {
      case Operation.WriteGroup write -> groups.write(write, resolved(write.target()), number);
      case Operation.PauseConnection pause -> {
        reads.requireConnection(pause.address(), pause.connection());
        journal.before(number, ImmutableMap.of(), Optional.empty());
        writer.pause(pause.connection().id());
      }
      case Operation.ResumeConnection resume -> {
        reads.requireConnection(resume.address(), resume.connection());
        journal.before(number, ImmutableMap.of(), Optional.empty());
        writer.resume(resume.connection().id());
      }
      case Operation.RemoveConnection remove -> {
        reads.requireConnection(remove.address(), remove.connection());
        ImmutableList<Long> sessions = reads.sessions(remove.connection());
        journal.beforeRemoval(number, sessions);
        writer.removeConnection(remove.connection().id());
        // A session id that the NAS gives out again must not find what was written under it.
        record.removedConnection(remove.connection().id(), sessions);
      }
      case Operation.RemoveTask remove -> removeTask(remove, number);
      case Operation.TestTask test -> {
        reads.requireConnection(test.address().withoutTask(), test.connection());
        journal.before(number, ImmutableMap.of(), Optional.empty());
        test(test);
      }
      case Operation.CreateTask create -> create(create, number);
    }
  }

  private void removeTask(Operation.RemoveTask remove, long number) {
    long sessionId = GroupWriter.sessionId(remove.task());
    Target.OfConnection connection = remove.task().connection();
    LiveTask task = reads.task(remove.address(), remove.task());
    ImmutableMap<String, WireValue> everything =
        ImmutableMap.<String, WireValue>builder()
            .putAll(PreImage.of(SettingGroup.TASK, task.settings(), task))
            .putAll(PreImage.of(SettingGroup.FILTERS, task.settings(), task))
            .buildOrThrow();
    journal.before(
        number, everything, record.current().entry(connection.identity(), task.identity()));
    writer.removeTask(connection.id(), sessionId);
    record.removedTask(connection.id(), sessionId);
  }

  /** A wrong parameter is what the test is there to find: the declaration is wrong, not the API. */
  private void test(Operation.TestTask test) {
    try {
      writer.testTaskSetting(creation(test.connection(), test.task()));
    } catch (ApiRefusedException e) {
      if (e.error().code() != WRONG_PARAMETER) {
        throw e;
      }
      Diagnostic refusal = e.diagnostic();
      throw new OperationException(
          Diagnostic.error(
              "task-refused",
              refusal.message(),
              refusal.location(),
              "the NAS does not take the task as it is declared: see that the shared folder exists"
                  + " and that no other task uses these paths"),
          false);
    }
  }

  private void create(Operation.CreateTask create, long number) {
    TaskPaths paths = create.task().paths();
    reads.requireConnection(create.address().withoutTask(), create.connection());
    reads.requireNoTask(create.address(), create.connection(), paths);
    journal.before(number, ImmutableMap.of(), Optional.empty());
    TaskList tasks = writer.createTask(creation(create.connection(), create.task()));
    TaskIdentity task =
        tasks
            .find(paths)
            .orElseThrow(() ->
                new OperationException(
                    Diagnostic.error(
                        "not-converged",
                        "the NAS took the new task, but does not list it",
                        new Location.OnNas(
                            create.address().nas(), "list_sess", create.address().text()),
                        "look for it in DSM, then plan again"),
                    true))
            .identity();
    created.put(paths.normalized(), task);
    journal.created(number, task);
  }

  /** A task that was created before gets its session id. */
  private Target resolved(Target target) {
    if (target instanceof Target.OfTask task && task.sessionId() == null) {
      TaskIdentity is = created.get(task.paths().normalized());
      return is == null
          ? target
          : new Target.OfTask(task.connection(), is.sessionId(), is.paths(), is.remoteFolderId());
    }
    return target;
  }

  private static TaskCreation creation(Target.OfConnection connection, NewTask task) {
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
