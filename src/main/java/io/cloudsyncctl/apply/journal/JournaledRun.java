package io.cloudsyncctl.apply.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationCodec;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.state.DeclarationCodec;
import io.cloudsyncctl.state.IdentityCodec;
import io.cloudsyncctl.state.JournalFile;
import io.cloudsyncctl.state.JsonFields;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a journal tells of a run.
 *
 * @param plan the checksum of the plan that it was to carry out; empty in journals of old
 * @param status how it ended; empty where it did not come to its end
 * @param interrupted whether it was told to end
 * @param pauses what became of its pauses
 * @param settlements what of it later ones have dealt with
 * @param undoes the id of the run that it undoes; empty for an apply, and in journals of earlier
 *     versions
 * @param declared what was declared, where it was noted at the run's good end
 * @param known which connections and tasks that meant; empty in journals of earlier versions
 */
public record JournaledRun(
    Path path,
    String id,
    String nas,
    String identity,
    Instant startedAt,
    Optional<String> plan,
    ImmutableList<Step> steps,
    Optional<String> status,
    boolean interrupted,
    RunPauses pauses,
    Settlements settlements,
    Optional<String> undoes,
    Optional<SettingsRecord.Declared> declared,
    ImmutableList<KnownConnection> known) {

  /** In the first line of an undo's journal: the run that it undoes. */
  public static final String UNDOES = "undoes";

  /** What came of a step, as far as the journal tells. */
  public enum Outcome {
    NOT_TRIED,
    DONE,
    FAILED,
    /** The NAS may have done it, or the run died while it was tried. */
    UNCERTAIN
  }

  /**
   * One operation of the run.
   *
   * @param preImage what its write replaced
   * @param recorded what the record held before of settings that the NAS cannot report
   * @param readBack what the NAS said afterwards
   * @param created a task that it created
   * @param sessions the tasks that a connection had before it was removed or got a new one; empty
   *     where the journal does not tell, as those of earlier versions
   * @param at when it had come to its end, or was last heard of; null where it was never tried
   * @param line where it stands in the journal
   */
  public record Step(
      long number,
      Operation operation,
      Outcome outcome,
      ImmutableMap<String, WireValue> preImage,
      ImmutableMap<String, WireValue> recorded,
      ImmutableMap<String, WireValue> readBack,
      @Nullable TaskIdentity created,
      Optional<ImmutableSet<Long>> sessions,
      @Nullable Instant at,
      int line) {

    /** Whether the NAS did it, or may have done it. */
    public boolean happened() {
      return switch (outcome) {
        case DONE, UNCERTAIN -> true;
        case FAILED, NOT_TRIED -> false;
      };
    }

    /** This write of a group together with an earlier one of the same, which it came upon. */
    public Step since(Step first) {
      return new Step(
          number,
          operation,
          outcome,
          first.preImage,
          first.recorded,
          readBack,
          null,
          Optional.empty(),
          at,
          line);
    }
  }

  /**
   * Reads the journal of a run that somebody names.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException {@code journal-unreadable}
   */
  public static JournaledRun read(Path path) {
    return ifBegun(path)
        .orElseThrow(() ->
            JournalFile.unreadable(
                path, 1, "the run was cut short before its first line, so it did nothing", null));
  }

  /**
   * Reads a journal.
   *
   * @return empty where the run was cut short before its first line: it did nothing
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException {@code journal-unreadable}
   */
  public static Optional<JournaledRun> ifBegun(Path path) {
    return JournalFile.read(path).map(journal -> of(path, journal));
  }

  private static JournaledRun of(Path path, JournalFile journal) {
    ImmutableTable<String, Long, JournalFile.Event> events = journal.byOperation();
    int line = 1;
    try {
      JsonFields start = journal.start();
      ImmutableList.Builder<Step> read = ImmutableList.builder();
      for (JournalFile.Event event : journal.named("operation")) {
        line = event.line();
        read.add(step(events, event));
      }
      ImmutableList<Step> steps = read.build();
      Optional<JournalFile.Event> end = journal.named("end").stream().findFirst();
      return new JournaledRun(
          path,
          start.text("run"),
          start.text("nas"),
          start.text("identity"),
          journal.events().getFirst().at(),
          Optional.ofNullable(start.textOrNull("plan")),
          steps,
          end.isPresent() ? Optional.of(end.get().fields().text("status")) : Optional.empty(),
          !journal.named("interrupted").isEmpty(),
          RunPauses.read(journal, steps),
          Settlements.read(journal),
          Optional.ofNullable(start.textOrNull(UNDOES)),
          declared(journal),
          known(journal));
    } catch (WireFormatException e) {
      throw JournalFile.unreadable(path, line, String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<SettingsRecord.Declared> declared(JournalFile journal)
      throws WireFormatException {
    Optional<JournalFile.Event> noted = journal.named("declared").stream().findFirst();
    return noted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SettingsRecord.Declared(
                DeclarationCodec.decode(noted.get().fields().object("declaration").members()),
                noted.get().at()));
  }

  private static ImmutableList<KnownConnection> known(JournalFile journal)
      throws WireFormatException {
    for (JournalFile.Event noted : journal.named("declared")) {
      if (noted.fields().has("known")) {
        return noted.fields().objects("known", IdentityCodec::known);
      }
    }
    return ImmutableList.of();
  }

  private static Step step(
      ImmutableTable<String, Long, JournalFile.Event> events, JournalFile.Event event)
      throws WireFormatException {
    long number = event.fields().whole("operation");
    JournalFile.Event created = events.get("created", number);
    JournalFile.Event before = events.get("before", number);
    JournalFile.Event after = events.get("after", number);
    JournalFile.Event last = after == null ? before : after;
    Operation operation = OperationCodec.decode(event.fields().object("what").members());
    return new Step(
        number,
        operation,
        outcome(before, after),
        members(before, "pre_image"),
        members(before, "recorded"),
        members(events.get("read-back", number), "answer"),
        created(created, operation),
        sessions(before),
        last == null ? null : last.at(),
        event.line());
  }

  /** Journals of earlier versions tell its session id alone. */
  private static @Nullable TaskIdentity created(
      JournalFile.@Nullable Event event, Operation operation) throws WireFormatException {
    if (event == null) {
      return null;
    }
    return !event.fields().has("local_path") && operation instanceof Operation.CreateTask create
        ? new TaskIdentity(event.fields().whole("session_id"), create.task().paths(), null)
        : IdentityCodec.task(event.fields());
  }

  private static Outcome outcome(
      JournalFile.@Nullable Event before, JournalFile.@Nullable Event after)
      throws WireFormatException {
    if (after == null) {
      return before == null ? Outcome.NOT_TRIED : Outcome.UNCERTAIN;
    }
    return switch (after.fields().text("outcome")) {
      case "done" -> Outcome.DONE;
      case "failed" -> Outcome.FAILED;
      case "uncertain" -> Outcome.UNCERTAIN;
      case "skipped" -> Outcome.NOT_TRIED;
      default -> throw new WireFormatException("an outcome of an unknown name");
    };
  }

  private static Optional<ImmutableSet<Long>> sessions(JournalFile.@Nullable Event before)
      throws WireFormatException {
    if (before == null || !before.fields().has("sessions")) {
      return Optional.empty();
    }
    return Optional.of(ImmutableSet.copyOf(before.fields().wholes("sessions")));
  }

  private static ImmutableMap<String, WireValue> members(
      JournalFile.@Nullable Event event, String name) throws WireFormatException {
    return event == null || !event.fields().has(name)
        ? ImmutableMap.of()
        : event.fields().object(name).members().values();
  }

  /** Whether it stopped before its end, or ended with something undone. */
  public boolean unfinished() {
    return status.isEmpty() || !JournalFile.isGoodEnd(status.get());
  }

  /** Whether nothing of it is left to deal with. */
  public boolean settled() {
    return settlements.whole();
  }

  /**
   * The connections that it paused for its own sake and did not resume, but for those that are
   * settled since.
   */
  public ImmutableList<Operation.ResumeConnection> leftPaused() {
    return pauses.left().stream()
        .filter(resume -> !settlements.covers(resume.connection().identity()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether it meant to resume a connection in the end, whatever came of it. */
  public boolean meantToResume(long connection) {
    return steps.stream()
        .anyMatch(step ->
            step.operation() instanceof Operation.ResumeConnection resume
                && resume.connection().id() == connection);
  }

  /** Whether the run gave a connection this name, or may have. */
  public boolean gave(long connection, String name) {
    return steps.stream()
        .filter(Step::happened)
        .anyMatch(step ->
            step.operation() instanceof Operation.WriteGroup write
                && write.target() instanceof Target.OfConnection renamed
                && renamed.id() == connection
                && WireValue.of(name)
                    .equals(write.write().parameters().get(ConnectionSettings.NAME.parameter())));
  }
}
