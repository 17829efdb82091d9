package io.cloudsyncctl.report.text;

import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Runs and what they did, as text for people. */
public final class RunsText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private RunsText() {}

  /** One line for each run. */
  public static String list(List<JournaledRun> runs) {
    if (runs.isEmpty()) {
      return "No runs.\n";
    }
    StringBuilder text = new StringBuilder();
    for (JournaledRun run : runs) {
      text.append(Escaper.escape(run.id()))
          .append("  ")
          .append(Escaper.escape(run.nas()))
          .append("  ")
          .append(Quantity.count(run.steps().size(), "operation"))
          .append("  ")
          .append(end(run))
          .append('\n');
    }
    return text.toString();
  }

  /** What one run did, operation by operation. */
  public static String details(JournaledRun run) {
    StringBuilder text = new StringBuilder();
    text.append("Run ").append(Escaper.escape(run.id())).append('\n');
    text.append("  NAS      ")
        .append(Escaper.escape(run.nas()))
        .append(" at ")
        .append(Escaper.escape(run.identity()))
        .append('\n');
    run.plan()
        .ifPresent(plan -> text.append("  plan     ").append(Escaper.escape(plan)).append('\n'));
    text.append("  started  ").append(time(run.startedAt())).append('\n');
    text.append("  ended    ").append(end(run)).append("\n\n");
    for (JournaledRun.Step step : run.steps()) {
      Operation operation = step.operation();
      text.append("  ")
          .append(word(step.outcome()))
          .append(LabelText.address(operation.address()))
          .append(": ")
          .append(operation.summary())
          .append('\n');
    }
    if (run.unfinished()) {
      addLeftPaused(text, run);
    }
    return text.toString();
  }

  private static void addLeftPaused(StringBuilder text, JournaledRun run) {
    List<Operation.ResumeConnection> left = run.leftPaused();
    if (!left.isEmpty()) {
      text.append("\n  left paused, and not settled since:\n");
      left.forEach(
          resume -> text.append("    ").append(LabelText.address(resume.address())).append('\n'));
    }
  }

  private static String word(JournaledRun.Outcome outcome) {
    return switch (outcome) {
      case DONE -> "done       ";
      case FAILED -> "failed     ";
      case UNCERTAIN -> "uncertain  ";
      case NOT_TRIED -> "not tried  ";
    };
  }

  private static String end(JournaledRun run) {
    String status =
        run.status().map(text -> Escaper.escape(text.replace('_', ' '))).orElse("interrupted");
    String how = run.interrupted() && run.status().isPresent() ? "interrupted, " + status : status;
    if (!run.unfinished() || !run.settled()) {
      return how;
    }
    return how + (run.settlements().dismissed() ? ", dismissed" : ", finished by a later run");
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
