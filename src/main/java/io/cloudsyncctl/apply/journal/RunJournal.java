package io.cloudsyncctl.apply.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationCodec;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.state.IdentityCodec;
import io.cloudsyncctl.state.Journal;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what one apply does: each operation before it is tried, with what it replaces, and
 * after it has ended. A run that has nothing to do leaves no journal. Any thread may interrupt it.
 *
 * <p>What cannot be written down before it is done is not done. What cannot be written down after
 * it was done is done all the same: that only ends the run, and {@link #trouble} says why.
 */
public final class RunJournal {
  /** The event of a look that decided something. */
  static final String LOOKED = "looked";

  private final Supplier<Journal> journals;
  private final InstantSource clock;
  private final ImmutableMap<String, WireValue> header;
  private @Nullable Journal journal;
  private long next;
  private @Nullable Long underWay;
  private boolean wrote;
  private boolean interrupted;
  private @Nullable UncheckedIOException trouble;

  /**
   * A journal to be.
   *
   * @param journals opens it, at the first operation
   * @param header what the first line says of the run and the NAS
   */
  public RunJournal(
      Supplier<Journal> journals, InstantSource clock, ImmutableMap<String, WireValue> header) {
    this.journals = journals;
    this.clock = clock;
    this.header = header;
  }

  /** The journal of a run that nobody needs to know of. */
  public static RunJournal none(InstantSource clock) {
    return new RunJournal(Journal::none, clock, ImmutableMap.of());
  }

  /**
   * Says which operations are about to follow; their numbers go on from the earlier ones.
   *
   * @throws NotJournaledException where none of them may be tried
   */
  public synchronized void announce(ImmutableList<Operation> operations) {
    if (operations.isEmpty()) {
      return;
    }
    requireWritable();
    try {
      write(operations);
    } catch (UncheckedIOException e) {
      trouble = e;
      throw new NotJournaledException(e);
    }
  }

  private void write(ImmutableList<Operation> operations) {
    if (journal == null) {
      journal = journals.get();
      add(
          "start",
          ImmutableMap.<String, WireValue>builder()
              .put("format", WireValue.of(Journal.FORMAT))
              .put("version", WireValue.of(Journal.VERSION))
              .putAll(header)
              .buildOrThrow());
    }
    long number = next;
    for (Operation operation : operations) {
      add(
          "operation",
          ImmutableMap.of(
              "operation", WireValue.of(number++), "what", OperationCodec.encode(operation)));
    }
  }

  /** The number of the operation that is tried next. */
  public synchronized long nextNumber() {
    return next++;
  }

  /**
   * An operation is about to be tried.
   *
   * @throws NotJournaledException where it may not be tried
   */
  public synchronized void before(
      long number,
      ImmutableMap<String, WireValue> preImage,
      Optional<SettingsRecord.Entry> recorded) {
    ImmutableMap.Builder<String, WireValue> fields = ImmutableMap.builder();
    fields.put("pre_image", WireValue.Members.of(preImage));
    recorded.ifPresent(entry -> {
      Map<String, WireValue> values = new LinkedHashMap<>();
      entry.values().forEach((name, value) -> values.put(name, WireValue.of(value)));
      fields.put("recorded", WireValue.Members.of(values));
    });
    before(number, fields.buildOrThrow());
  }

  /**
   * A connection is about to be removed, or to get a new task.
   *
   * @param sessions the session ids of the tasks that it has
   * @throws NotJournaledException where that may not be tried
   */
  public synchronized void before(long number, ImmutableSet<Long> sessions) {
    before(
        number,
        ImmutableMap.of(
            "pre_image",
            WireValue.Members.of(ImmutableMap.of()),
            "sessions",
            WireValue.Items.of(sessions.stream().map(id -> WireValue.of(id)).toList())));
  }

  private void before(long number, ImmutableMap<String, WireValue> fields) {
    requireWritable();
    try {
      add(
          "before",
          ImmutableMap.<String, WireValue>builder()
              .put("operation", WireValue.of(number))
              .putAll(fields)
              .buildOrThrow());
    } catch (UncheckedIOException e) {
      trouble = e;
      throw new NotJournaledException(e);
    }
    underWay = number;
  }

  private void requireWritable() {
    UncheckedIOException earlier = trouble;
    if (earlier != null) {
      throw new NotJournaledException(earlier);
    }
  }

  /** An operation has done its write, and this is what the NAS then said. */
  public synchronized void readBack(long number, ImmutableMap<String, WireValue> answer) {
    note(
        "read-back",
        ImmutableMap.of("operation", WireValue.of(number), "answer", WireValue.Members.of(answer)));
  }

  /**
   * A connection was looked at, and that decided how an operation goes on.
   *
   * @param when what was looked for: {@code paused}, {@code before}, {@code after}, {@code paused
   *     again} or {@code resumed}
   * @param good whether it was found
   */
  public synchronized void looked(long number, String when, RestLook look, boolean good) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    fields.put("operation", WireValue.of(number));
    fields.put("when", WireValue.of(when));
    look.status().ifPresent(status -> fields.put("status", WireValue.of(status)));
    fields.put(
        "at_work",
        WireValue.Items.of(
            look.atWork().stream()
                .map(task ->
                    (WireValue)
                        WireValue.Members.of(
                            ImmutableMap.of(
                                "local_path", WireValue.of(task.paths().local()),
                                "cloud_path", WireValue.of(task.paths().cloud()),
                                "status", WireValue.of(task.status()))))
                .toList()));
    fields.put("good", WireValue.of(good));
    note(LOOKED, fields);
  }

  /** A connection that was paused was seen at work: whoever pauses it now is somebody else. */
  public synchronized void pauseOver(long connection) {
    note(RunPauses.OVER, ImmutableMap.of(RunPauses.CONNECTION, WireValue.of(connection)));
  }

  /** A connection of which that was noted is about to be told to pause once more. */
  public synchronized void pauseRenewed(long connection) {
    note(RunPauses.RENEWED, ImmutableMap.of(RunPauses.CONNECTION, WireValue.of(connection)));
  }

  /** A task was created. */
  public synchronized void created(long number, TaskIdentity task) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    fields.put("operation", WireValue.of(number));
    IdentityCodec.put(fields, task);
    note("created", fields);
  }

  /** An operation has come to its end. */
  public synchronized void after(long number, OperationOutcome outcome) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    fields.put("operation", WireValue.of(number));
    underWay = null;
    switch (outcome) {
      case OperationOutcome.Done _ -> {
        wrote = true;
        fields.put("outcome", WireValue.of("done"));
      }
      case OperationOutcome.Failed failed -> {
        wrote |= failed.uncertain();
        fields.put("outcome", WireValue.of(failed.uncertain() ? "uncertain" : "failed"));
        fields.put("code", WireValue.of(failed.diagnostic().code().id()));
      }
      case OperationOutcome.Skipped _ -> fields.put("outcome", WireValue.of("skipped"));
    }
    note("after", fields);
  }

  /** The run has to end: no further operation is begun. */
  public synchronized void interrupt() {
    interrupted = true;
    Long number = underWay;
    note(
        "interrupted",
        number == null
            ? ImmutableMap.of()
            : ImmutableMap.of("operation", WireValue.of(number.longValue())));
  }

  public synchronized boolean interrupted() {
    return interrupted;
  }

  /** Whether the run has written to the NAS, or may have, or may be about to. */
  public synchronized boolean mayHaveWritten() {
    return wrote || underWay != null;
  }

  /** Why the journal could not be written, where it could not. */
  public synchronized Optional<String> trouble() {
    return Optional.ofNullable(trouble).map(e -> String.valueOf(e.getMessage()));
  }

  /** The run has come to its end. */
  public synchronized void end(ApplyResult.Status status) {
    note("end", ImmutableMap.of("status", WireValue.of(status.name().toLowerCase(Locale.ROOT))));
    Journal open = journal;
    journal = null;
    if (open != null) {
      try {
        open.close();
      } catch (UncheckedIOException e) {
        keep(e);
      }
    }
  }

  /** What has happened has happened, whether that can be written down or not. */
  private void note(String event, Map<String, WireValue> fields) {
    if (trouble != null) {
      return;
    }
    try {
      add(event, fields);
    } catch (UncheckedIOException e) {
      keep(e);
    }
  }

  private void keep(UncheckedIOException e) {
    if (trouble == null) {
      trouble = e;
    }
  }

  private void add(String event, Map<String, WireValue> fields) {
    Journal open = journal;
    if (open != null) {
      open.add(event, clock.instant(), fields);
    }
  }
}
