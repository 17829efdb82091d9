package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.operation.RefusedWrite;
import io.cloudsyncctl.apply.rest.Polling;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.state.RecordKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Removes tasks and connections: reads once more what goes, removes it, and sees that it is gone. A
 * task that somebody added to a connection would go with it, although nobody has counted it.
 */
final class Remover {
  private final CloudSyncWriter writer;
  private final FreshReads reads;
  private final Polling polling;
  private final RecordKeeper record;
  private final RunJournal journal;

  Remover(
      CloudSyncWriter writer,
      FreshReads reads,
      Polling polling,
      RecordKeeper record,
      RunJournal journal) {
    this.writer = writer;
    this.reads = reads;
    this.polling = polling;
    this.record = record;
    this.journal = journal;
  }

  /** Removes a task. */
  void task(Operation.RemoveTask remove, long number) {
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
    remove(
        remove,
        "list_sess",
        () -> writer.removeTask(connection.id(), sessionId),
        () -> reads.tasks(connection).stream().noneMatch(one -> one.sessionId() == sessionId),
        () -> record.removedTask(connection.identity(), task.identity()));
  }

  /** Removes a connection with exactly those tasks that were counted. */
  void connection(Operation.RemoveConnection remove, long number) {
    Target.OfConnection connection = remove.connection();
    reads.requireConnection(remove.address(), connection);
    ImmutableList<TaskIdentity> now = tasks(remove);
    requireCounted(remove, now);
    ImmutableSet<Long> sessions =
        now.stream().map(TaskIdentity::sessionId).collect(ImmutableSet.toImmutableSet());
    journal.before(number, sessions);
    remove(
        remove,
        "list_conn",
        () -> writer.removeConnection(connection.id()),
        () -> !reads.lists(connection),
        // A session id that the NAS gives out again must not find what was written under it.
        () -> record.removedConnection(connection.identity(), sessions));
  }

  /**
   * What goes with a connection; a list that lacks what was counted, or all, may have forgotten it.
   */
  private ImmutableList<TaskIdentity> tasks(Operation.RemoveConnection remove) {
    ImmutableList<TaskIdentity> counted = remove.tasks();
    try {
      return polling.until(
          () -> reads.tasks(remove.connection()),
          now -> !now.isEmpty() && (counted == null || lacking(counted, now).isEmpty()));
    } catch (InterruptedException e) {
      throw new OperationException(Polling.interrupted(remove).diagnostic(), false);
    }
  }

  private static ImmutableList<TaskIdentity> lacking(
      ImmutableList<TaskIdentity> some, ImmutableList<TaskIdentity> others) {
    return some.stream()
        .filter(task -> others.stream().noneMatch(task::isSame))
        .collect(ImmutableList.toImmutableList());
  }

  private static void requireCounted(
      Operation.RemoveConnection remove, ImmutableList<TaskIdentity> now) {
    ImmutableList<TaskIdentity> counted = remove.tasks();
    if (counted == null) {
      throw FreshReads.moved(
          remove.address(),
          "the plan was saved by an earlier version, which did not keep the tasks that go with the"
              + " connection");
    }
    List<String> others = new ArrayList<>();
    lacking(now, counted).forEach(task -> others.add("it has the task " + words(task) + " by now"));
    lacking(counted, now)
        .forEach(task -> others.add("its task " + words(task) + " is no longer there"));
    if (!others.isEmpty()) {
      throw FreshReads.moved(remove.address(), String.join(", and ", others));
    }
  }

  private static String words(TaskIdentity task) {
    return HostileText.excerpt(task.paths().local() + ":" + task.paths().cloud());
  }

  /**
   * Removes it and sees that it is gone, whatever the NAS answers.
   *
   * @param gone whether the NAS no longer lists it
   * @param forget what is to be done once it is gone
   */
  private void remove(
      Operation operation, String list, Runnable removal, BooleanSupplier gone, Runnable forget) {
    @Nullable DsmException failure = null;
    try {
      removal.run();
    } catch (DsmException e) {
      if (!RefusedWrite.isInDoubt(e)) {
        throw e;
      }
      failure = e;
    }
    boolean isGone = isGone(operation, gone, failure);
    if (isGone) {
      forget.run();
    }
    if (failure instanceof ApiRefusedException refusal && isGone) {
      throw RefusedWrite.happened(
          refusal, "but the NAS no longer lists it: it was removed all the same");
    }
    if (failure != null && !isGone) {
      throw failure;
    }
    if (!isGone) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.NOT_CONVERGED,
              "the NAS took the removal, but still lists it ten seconds later",
              new Location.OnNas(operation.address().nas(), list, operation.address().text()),
              "look at it in DSM, then plan again"),
          true);
    }
  }

  /** Only two looks in a row that lack it say so: a NAS may forget for a moment what it has. */
  private boolean isGone(
      Operation operation, BooleanSupplier gone, @Nullable DsmException failure) {
    int[] lacking = {0};
    try {
      return polling.until(
          () -> {
            lacking[0] = gone.getAsBoolean() ? lacking[0] + 1 : 0;
            return lacking[0] > 1;
          },
          Boolean::booleanValue);
    } catch (DsmException e) {
      DsmException unknown = (failure == null ? e : failure).with(Certainty.MAY_HAVE_HAPPENED);
      if (failure != null) {
        unknown.addSuppressed(e);
      }
      throw unknown;
    } catch (InterruptedException e) {
      // The thread is not marked: what became of the call still has to be written down.
      throw Polling.interrupted(operation);
    }
  }
}
