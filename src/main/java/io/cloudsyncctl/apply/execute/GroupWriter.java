package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.operation.RecordedWrite;
import io.cloudsyncctl.apply.pause.RestGate;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.state.RecordKeeper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes one group of settings: reads it anew, writes it, reads it back. What may delete files goes
 * through the gate.
 */
final class GroupWriter {
  private final CloudSyncWriter writer;
  private final FreshReads reads;
  private final RestGate gate;
  private final ReadBack readBack;
  private final UnmovedCheck unmoved;
  private final RecordKeeper record;
  private final InstantSource clock;
  private final RunJournal journal;

  GroupWriter(
      CloudSyncWriter writer,
      FreshReads reads,
      RestGate gate,
      ReadBack readBack,
      UnmovedCheck unmoved,
      RecordKeeper record,
      InstantSource clock,
      RunJournal journal) {
    this.writer = writer;
    this.reads = reads;
    this.gate = gate;
    this.readBack = readBack;
    this.unmoved = unmoved;
    this.record = record;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Writes a group.
   *
   * @param target with its session id, also where the task was created just now
   */
  void write(Operation.WriteGroup operation, Target target, long number) {
    GroupWrite write = operation.write();
    ImmutableMap<String, WireValue> before =
        gate.around(
                operation,
                number,
                () -> unmoved(operation, target),
                look -> send(operation, target, look.parameters(), number))
            .parameters();
    Instant written = clock.instant();
    FreshReads.Look shown = readBack.of(operation, target, before);
    ImmutableMap<String, WireValue> after = shown.parameters();
    journal.readBack(number, after);
    shown.task().ifPresent(task -> unmoved.wrote(task, write.group()));
    UnmovedCheck.requireAnswered(operation, shown, true);
    if (write.group() == SettingGroup.RELINK) {
      rememberRelink(operation, after, written);
    } else {
      requireProof(operation, before, after);
    }
  }

  private void send(
      Operation.WriteGroup operation,
      Target target,
      ImmutableMap<String, WireValue> before,
      long number) {
    GroupWrite write = operation.write();
    if (target instanceof Target.OfTask task && write.group() == SettingGroup.TASK) {
      writeOnlyGroup(operation, task, before, number);
    } else {
      journal.before(number, before, Optional.empty());
      if (target instanceof Target.OfConnection connection
          && write.parameters().get(ConnectionSettings.NAME.parameter())
              instanceof WireValue.Text(String name)) {
        reads.renamed(connection, name);
      }
      write(operation, target, id(target), before, number);
    }
  }

  private void write(
      Operation.WriteGroup operation,
      Target target,
      long id,
      ImmutableMap<String, WireValue> before,
      long number) {
    try {
      writer.writeGroup(operation.write().group(), id, operation.write().parameters());
    } catch (ApiRefusedException e) {
      throw readBack.refused(e, operation, target, before, number);
    }
  }

  /**
   * While the write is under way nobody knows what the NAS has, so the record forgets the task
   * first: a run that dies here leaves a record that is true.
   */
  private void writeOnlyGroup(
      Operation.WriteGroup operation,
      Target.OfTask task,
      ImmutableMap<String, WireValue> before,
      long number) {
    long sessionId = sessionId(task);
    TaskIdentity identity = new TaskIdentity(sessionId, task.paths(), task.remoteFolderId());
    Optional<SettingsRecord.Entry> recorded =
        record.current().entry(task.connection().identity(), identity);
    journal.before(number, before, recorded);
    keep(operation, () -> record.forget(sessionId), false);
    try {
      write(operation, task, sessionId, before, number);
    } catch (DsmException e) {
      if (e.certainty() == Certainty.DID_NOT_HAPPEN) {
        recorded.ifPresent(entry -> keep(operation, () -> record.written(entry), false));
      }
      throw e;
    }
    // What the NAS reports needs no record, which would be wrong once somebody has changed it.
    if (!RecordedWrite.isReported(before)) {
      remember(operation, task.connection().identity(), identity);
    }
  }

  private FreshReads.Look unmoved(Operation.WriteGroup operation, Target target) {
    FreshReads.Look look =
        reads.look(
            operation.address(), target, operation.write().group(), operation.toRest().isPresent());
    unmoved.require(operation, look);
    return look;
  }

  private void remember(
      Operation.WriteGroup operation, ConnectionIdentity connection, TaskIdentity task) {
    keep(
        operation,
        () ->
            record.written(
                RecordedWrite.entry(connection, task, operation.write(), clock.instant())));
  }

  /**
   * That get_config answers what set_personal_config wrote is inferred from equal names (protocol
   * note §4): where it does not, the setting is unverifiable, not a failure.
   */
  private void rememberRelink(
      Operation.WriteGroup operation, ImmutableMap<String, WireValue> readBack, Instant at) {
    String parameter = PackageSettings.DELETE_FROM_CLOUD.parameter();
    if (!(operation.write().parameters().get(parameter)
        instanceof WireValue.Flag(boolean written))) {
      return;
    }
    Optional<Boolean> answered =
        readBack.get(parameter) instanceof WireValue.Flag(boolean value)
            ? Optional.of(value)
            : Optional.empty();
    keep(
        operation,
        () ->
            record.relink(
                answered.equals(Optional.of(written))
                    ? Optional.empty()
                    : Optional.of(new SettingsRecord.Relink(written, answered, at))));
  }

  private static void keep(Operation.WriteGroup operation, Runnable change) {
    keep(operation, change, true);
  }

  private static void keep(Operation.WriteGroup operation, Runnable change, boolean written) {
    try {
      change.run();
    } catch (UncheckedIOException e) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.RECORD_UNWRITABLE,
              (written ? "the settings were written, but " : "the settings were not written: ")
                  + e.getMessage(),
              UnmovedCheck.at(operation),
              "make the record's folder writable or name another with --record; the settings are"
                  + " then written"
                  + (written ? " once more" : "")),
          written);
    }
  }

  private static void requireProof(
      Operation.WriteGroup operation,
      Map<String, WireValue> before,
      Map<String, WireValue> readBack) {
    GroupWrite write = operation.write();
    ImmutableList<String> differing =
        GroupComparison.differing(write.group(), write.parameters(), readBack);
    if (differing.isEmpty()) {
      KeptEntries.require(write, readBack, UnmovedCheck.at(operation));
      return;
    }
    throw new OperationException(
        Diagnostic.error(
            DiagnosticCode.NOT_CONVERGED,
            write.group().word()
                + ": the NAS took the write, but reads back otherwise: "
                + differing.stream()
                    .map(field ->
                        UnmovedCheck.words(
                            field, write.parameters().get(field), readBack.get(field)))
                    .collect(Collectors.joining(", ")),
            UnmovedCheck.at(operation),
            "look at the setting in DSM; where the NAS does not support this value, declare one"
                + " that it keeps"),
        true,
        KeptOtherwise.judge(write, before, readBack, differing));
  }

  private static long id(Target target) {
    return switch (target) {
      case Target.OfPackage _ -> 0;
      case Target.OfConnection connection -> connection.id();
      case Target.OfTask task -> sessionId(task);
    };
  }

  static long sessionId(Target.OfTask task) {
    Long sessionId = task.sessionId();
    if (sessionId == null) {
      throw new IllegalStateException("the task was not created");
    }
    return sessionId;
  }
}
