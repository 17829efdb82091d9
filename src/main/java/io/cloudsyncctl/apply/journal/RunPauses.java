package io.cloudsyncctl.apply.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.state.JournalFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a journal tells of the pauses of its run.
 *
 * @param left the connections that it paused for its own sake and did not resume
 * @param unseen when it last sent a pause that the journal does not show to have come, by the
 *     connection
 */
public record RunPauses(
    ImmutableList<Operation.ResumeConnection> left, ImmutableMap<Long, Instant> unseen) {
  /** The event: a connection that was paused was seen at work, so that pause is over. */
  static final String OVER = "pause-over";

  /** The event: a connection of which that was so is about to be told to pause once more. */
  static final String RENEWED = "pause-renewed";

  static final String CONNECTION = "connection";

  static RunPauses read(JournalFile journal, ImmutableList<JournaledRun.Step> steps)
      throws WireFormatException {
    Set<Long> sent = new HashSet<>();
    Set<Long> uncertain = new HashSet<>();
    Set<Long> over = new HashSet<>();
    Map<Long, Instant> unseen = new HashMap<>();
    Set<Long> shown = shown(journal);
    for (JournaledRun.Step step : steps) {
      if (step.operation() instanceof Operation.PauseConnection pause && step.happened()) {
        long connection = pause.connection().id();
        sent.add(connection);
        if (step.outcome() == JournaledRun.Outcome.UNCERTAIN) {
          uncertain.add(connection);
        }
        if (step.at() != null && !shown.contains(step.number())) {
          unseen.put(connection, step.at());
        }
      }
    }
    for (JournalFile.Event event : journal.events()) {
      if (event.name().equals(OVER)) {
        over.add(event.fields().whole(CONNECTION));
        unseen.remove(event.fields().whole(CONNECTION));
      } else if (event.name().equals(RENEWED)) {
        over.remove(event.fields().whole(CONNECTION));
        unseen.put(event.fields().whole(CONNECTION), event.at());
      }
    }
    return new RunPauses(left(steps, sent, uncertain, over), ImmutableMap.copyOf(unseen));
  }

  /** A pause that nobody has seen to come may do so after the resume. */
  private static ImmutableList<Operation.ResumeConnection> left(
      ImmutableList<JournaledRun.Step> steps, Set<Long> sent, Set<Long> uncertain, Set<Long> over) {
    ImmutableList.Builder<Operation.ResumeConnection> left = ImmutableList.builder();
    for (JournaledRun.Step step : steps) {
      if (step.operation() instanceof Operation.ResumeConnection resume) {
        long connection = resume.connection().id();
        boolean done = step.outcome() == JournaledRun.Outcome.DONE;
        if (sent.contains(connection)
            && !over.contains(connection)
            && (!done || uncertain.contains(connection))) {
          left.add(resume);
        }
      }
    }
    return left.build();
  }

  /** The operations in which a connection was looked at and said that it is paused. */
  private static Set<Long> shown(JournalFile journal) throws WireFormatException {
    Set<Long> shown = new HashSet<>();
    for (JournalFile.Event event : journal.named(RunJournal.LOOKED)) {
      String status = event.fields().textOrNull("status");
      if (status != null && ConnectionStatus.of(status) == ConnectionStatus.PAUSE) {
        shown.add(event.fields().whole("operation"));
      }
    }
    return shown;
  }

  /** When a pause was sent that may still come; empty where each was seen. */
  public Optional<Instant> unseen(long connection) {
    return Optional.ofNullable(unseen.get(connection));
  }
}
