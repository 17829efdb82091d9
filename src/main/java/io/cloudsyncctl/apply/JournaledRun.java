package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.WireFormatException;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.state.DeclarationCodec;
import io.cloudsyncctl.state.Fields;
import io.cloudsyncctl.state.JournalFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a journal tells of a run.
 *
 * @param status how it ended; empty where it did not come to its end
 * @param interrupted whether it was told to end
 * @param settled whether a later apply has dealt with what it left
 * @param declared what was declared, where it was noted at the run's good end
 */
public record JournaledRun(
    Path path,
    String id,
    String nas,
    String identity,
    Instant startedAt,
    ImmutableList<Step> steps,
    Optional<String> status,
    boolean interrupted,
    boolean settled,
    Optional<SettingsRecord.Declared> declared) {

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
   * @param recorded what the record held of the write-only settings before
   * @param readBack what the NAS said afterwards
   * @param sessionId of a task that it created
   * @param line where it stands in the journal
   */
  public record Step(
      long number,
      Operation operation,
      Outcome outcome,
      ImmutableMap<String, WireValue> preImage,
      ImmutableMap<String, WireValue> recorded,
      ImmutableMap<String, WireValue> readBack,
      @Nullable Long sessionId,
      int line) {

    /** Whether the NAS did it, or may have done it. */
    boolean happened() {
      return switch (outcome) {
        case DONE, UNCERTAIN -> true;
        case FAILED, NOT_TRIED -> false;
      };
    }

    /** This write of a group together with an earlier one of the same, which it came upon. */
    Step since(Step first) {
      return new Step(
          number, operation, outcome, first.preImage, first.recorded, readBack, null, line);
    }
  }

  /**
   * Reads a journal.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException {@code journal-unreadable}
   */
  public static JournaledRun read(Path path) {
    JournalFile journal = JournalFile.read(path);
    int line = 1;
    try {
      Fields start = journal.start();
      ImmutableList.Builder<Step> steps = ImmutableList.builder();
      for (JournalFile.Event event : journal.named("operation")) {
        line = event.line();
        steps.add(step(journal, event));
      }
      Optional<JournalFile.Event> end = journal.named("end").stream().findFirst();
      return new JournaledRun(
          path,
          start.text("run"),
          start.text("nas"),
          start.text("identity"),
          journal.events().getFirst().at(),
          steps.build(),
          end.isPresent() ? Optional.of(end.get().fields().text("status")) : Optional.empty(),
          !journal.named("interrupted").isEmpty(),
          !journal.named("settled").isEmpty(),
          declared(journal));
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

  private static Step step(JournalFile journal, JournalFile.Event event)
      throws WireFormatException {
    long number = event.fields().whole("operation");
    Optional<JournalFile.Event> created = journal.of("created", number);
    return new Step(
        number,
        OperationCodec.decode(event.fields().object("what").members()),
        outcome(journal, number),
        members(journal.of("before", number), "pre_image"),
        members(journal.of("before", number), "recorded"),
        members(journal.of("read-back", number), "answer"),
        created.isPresent() ? created.get().fields().wholeOrNull("session_id") : null,
        event.line());
  }

  private static Outcome outcome(JournalFile journal, long number) throws WireFormatException {
    Optional<JournalFile.Event> after = journal.of("after", number);
    if (after.isEmpty()) {
      return journal.of("before", number).isPresent() ? Outcome.UNCERTAIN : Outcome.NOT_TRIED;
    }
    return switch (after.get().fields().text("outcome")) {
      case "done" -> Outcome.DONE;
      case "failed" -> Outcome.FAILED;
      case "uncertain" -> Outcome.UNCERTAIN;
      case "skipped" -> Outcome.NOT_TRIED;
      default -> throw new WireFormatException("an outcome of an unknown name");
    };
  }

  private static ImmutableMap<String, WireValue> members(
      Optional<JournalFile.Event> event, String name) throws WireFormatException {
    return event.isEmpty() || event.get().fields().members().get(name) == null
        ? ImmutableMap.of()
        : event.get().fields().object(name).members().values();
  }

  /** Whether it stopped before its end, or ended with something undone. */
  public boolean unfinished() {
    return status.isEmpty() || status.get().equals("partly_applied");
  }

  /** The connections that it paused for its own sake and did not resume. */
  public ImmutableList<Operation.ResumeConnection> leftPaused() {
    return steps.stream()
        .filter(step -> step.operation() instanceof Operation.ResumeConnection)
        .filter(step -> step.outcome() != Outcome.DONE)
        .map(step -> (Operation.ResumeConnection) step.operation())
        .filter(resume -> paused(resume.connection().id()))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean paused(long connection) {
    return steps.stream()
        .filter(Step::happened)
        .anyMatch(step ->
            step.operation() instanceof Operation.PauseConnection pause
                && pause.connection().id() == connection);
  }
}
