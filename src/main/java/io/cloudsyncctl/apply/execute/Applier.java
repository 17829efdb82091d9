package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.journal.NotJournaledException;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.operation.Stop;
import io.cloudsyncctl.apply.pause.PauseSightings;
import io.cloudsyncctl.apply.pause.PauseSwitch;
import io.cloudsyncctl.apply.pause.RestGate;
import io.cloudsyncctl.apply.pause.RestLooks;
import io.cloudsyncctl.apply.rest.Polling;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.write.PreparedTask;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.state.RecordKeeper;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Does one operation after the other and stops at the first that fails; what goes on all the same,
 * {@link Stop} says. A connection that was paused for a task that then was not created goes on
 * again: nothing of it has changed. Where the run is interrupted or its journal cannot be written,
 * nothing at all is done any more.
 *
 * <p>Before each write the NAS is read anew: where it no longer is what the plan was made from, the
 * write is not made. After each write it is read back: a {@code success} alone proves nothing.
 */
final class Applier {
  /** DSM's code for a parameter that is wrong (protocol note §3). */
  private static final int WRONG_PARAMETER = 120;

  private static final String STILL_THERE =
      "; nothing was removed: if a task that this plan removes is in the way, remove it by an apply"
          + " of its own, and create the new one by the next";

  private final CloudSyncWriter writer;
  private final PauseSightings sightings;
  private final FreshReads reads;
  private final GroupWriter groups;
  private final RestLooks looks;
  private final PauseSwitch pauses;
  private final RestGate gate;
  private final Remover remover;
  private final ApplyListener listener;
  private final RunJournal journal;
  private final NewTasks tasks;
  private final UnmovedCheck unmoved = new UnmovedCheck();
  private ImmutableList<Operation> planned = ImmutableList.of();

  Applier(
      DsmGateway gateway,
      RecordKeeper record,
      InstantSource clock,
      ApplyListener listener,
      RunJournal journal,
      RestTerms rest,
      KeptValues kept,
      String again) {
    this.writer = new CloudSyncWriter(gateway);
    this.sightings = new PauseSightings(journal);
    this.reads = new FreshReads(gateway, sightings);
    this.looks = new RestLooks(gateway, rest, sightings, listener::waiting);
    this.pauses = new PauseSwitch(writer, looks, journal, sightings, again);
    this.gate = new RestGate(looks, pauses, journal);
    Polling polling = new Polling(rest.sleeper());
    this.groups =
        new GroupWriter(
            writer,
            reads,
            gate,
            new ReadBack(reads, polling, kept, journal),
            unmoved,
            record,
            clock,
            journal);
    this.remover = new Remover(writer, reads, polling, record, journal);
    this.tasks = new NewTasks(writer, reads, polling, record, clock, journal);
    this.listener = listener;
    this.journal = journal;
  }

  ImmutableList<OperationOutcome> apply(ImmutableList<Operation> operations) {
    planned = operations;
    ImmutableList.Builder<OperationOutcome> outcomes = ImmutableList.builder();
    PauseLedger ledger = new PauseLedger(operations);
    Stop stop = announced(operations) ? Stop.NOTHING : Stop.ALL;
    int count = 0;
    for (Operation operation : operations) {
      count++;
      long number = journal.nextNumber();
      OperationOutcome outcome;
      boolean goesOn =
          stop == Stop.NOTHING
              || ledger.endsHarmlessly(operation)
              || (stop == Stop.ALL_BUT_RESUMES && ledger.isEarned(operation));
      if (mustStop() || !goesOn) {
        outcome = new OperationOutcome.Skipped(operation);
      } else {
        listener.starting(operation, count, operations.size());
        outcome = one(operation, ledger.purpose(operation), number);
        journal.after(number, outcome);
        listener.ended(outcome);
        stop = outcome.ends().compareTo(stop) > 0 ? outcome.ends() : stop;
      }
      ledger.note(outcome);
      outcomes.add(outcome);
    }
    return outcomes.build();
  }

  /** The session ids of the tasks that were created. */
  ImmutableSet<Long> created() {
    return tasks.created();
  }

  /** What is worth knowing of the rest of connections, and of new tasks. */
  ImmutableList<Diagnostic> notes() {
    return ImmutableList.<Diagnostic>builder().addAll(looks.notes()).addAll(tasks.notes()).build();
  }

  /** The NAS was read as a whole. */
  void seen(LiveState live) {
    tasks.seen(live);
    unmoved.seen(live);
    live.connections().forEach(one -> sightings.saw(one.id(), one.status()));
  }

  /** Whether a connection was paused, and was then seen at work. */
  boolean isPauseOver(long connection) {
    return sightings.isOver(connection);
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

  private OperationOutcome one(Operation operation, PauseSwitch.Purpose purpose, long number) {
    try {
      execute(operation, purpose, number);
      return new OperationOutcome.Done(operation);
    } catch (NotJournaledException e) {
      return new OperationOutcome.Skipped(operation);
    } catch (OperationException e) {
      return new OperationOutcome.Failed(operation, e.diagnostic(), e.written(), e.stop());
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
        DiagnosticCode.INTERNAL_ERROR,
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
        DiagnosticCode.STATE_UNWRITABLE,
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

  private void execute(Operation operation, PauseSwitch.Purpose purpose, long number) {
    switch (operation) {
      case Operation.WriteGroup write ->
          groups.write(write, tasks.resolved(write.target()), number);
      case Operation.PauseConnection pause -> {
        switch (purpose) {
          case DECLARED -> reads.requireConnection(pause.address(), pause.connection());
          case NEW_TASK, REST -> reads.requireNotPaused(pause.address(), pause.connection());
        }
        journal.before(number, ImmutableMap.of(), Optional.empty());
        pauses.pause(pause, purpose, number);
      }
      case Operation.ResumeConnection resume -> {
        requireResumable(resume);
        journal.before(number, ImmutableMap.of(), Optional.empty());
        pauses.resume(resume, number);
      }
      case Operation.RemoveConnection remove -> remover.connection(remove, number);
      case Operation.RemoveTask remove -> {
        remover.task(remove, number);
        tasks.removed(remove.task());
      }
      case Operation.TestTask test -> {
        reads.requireConnection(test.address().withoutTask(), test.connection());
        journal.before(number, ImmutableMap.of(), Optional.empty());
        test(test);
      }
      case Operation.CreateTask create -> {
        PreparedTask prepared = tasks.prepare(create);
        gate.around(
            create,
            number,
            () -> tasks.ready(create, prepared),
            ready -> tasks.create(ready, number));
      }
    }
  }

  /** What somebody has resumed since it was paused, and paused again, is not ours to resume. */
  private void requireResumable(Operation.ResumeConnection resume) {
    if (sightings.isOver(resume.connection().id())) {
      reads.requireNotPaused(resume.address(), resume.connection());
    } else {
      reads.requireConnection(resume.address(), resume.connection());
    }
  }

  /** Whether a task of the connection would be removed once the test has passed. */
  private boolean removesAsWell(Operation.TestTask test) {
    return planned.stream()
        .anyMatch(operation ->
            operation instanceof Operation.RemoveTask remove
                && remove.task().connection().id() == test.connection().id());
  }

  /** A wrong parameter is what the test is there to find: the declaration is wrong, not the API. */
  private void test(Operation.TestTask test) {
    try {
      writer.testTaskSetting(NewTasks.creation(test.connection(), test.task()));
    } catch (ApiRefusedException e) {
      if (e.error().code() != WRONG_PARAMETER) {
        throw e;
      }
      Diagnostic refusal = e.diagnostic();
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.TASK_REFUSED,
              refusal.message(),
              refusal.location(),
              "the NAS does not take the task as it is declared: see that the shared folder exists"
                  + " and that no other task uses these paths"
                  + (removesAsWell(test) ? STILL_THERE : "")),
          false);
    }
  }
}
