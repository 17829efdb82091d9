package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.NasConnector;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.run.OpenNas;
import io.cloudsyncctl.run.RunLog;
import io.cloudsyncctl.run.TimeLimits;
import io.cloudsyncctl.run.apply.Rehearsal;
import io.cloudsyncctl.run.plan.PlanPipeline;
import io.cloudsyncctl.run.plan.PlanningRequest;
import io.cloudsyncctl.run.plan.Reading;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The program inside the test's own process: commands with a console of their own. */
public final class InProcess {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final int WIDTH = 100;

  private InProcess() {}

  /** What a command left. */
  public record Result(int exitCode, String out, String err) {}

  /** Runs a command without a terminal, as a CI job does. */
  public static Result run(Map<String, String> environment, Path home, String... arguments) {
    return run(environment, home, _ -> {}, arguments);
  }

  /**
   * The same.
   *
   * @param passing is told how much time passes while the program waits
   */
  public static Result run(
      Map<String, String> environment, Path home, Consumer<Duration> passing, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new CloudSyncCommandLine(console(environment, home, new HandTime(NOW, passing), out, err))
            .execute(arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Console console(
      Map<String, String> environment,
      Path home,
      HandTime time,
      OutputStream out,
      OutputStream err) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        InputStream.nullInputStream(),
        environment::get,
        false,
        WIDTH,
        home,
        time,
        time.interruption(),
        time.connecting(),
        new RunLog());
  }

  /** What {@code apply --dry-run} comes to, as data. */
  public static ApplyResult rehearse(DesiredState desired, SettingsRecord record) {
    Console console =
        console(
            Map.of(),
            Path.of("nowhere"),
            new HandTime(NOW),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());
    NasConnector access = new NasConnector(console, Optional.empty());
    PlanPipeline pipeline = PlanPipeline.of(PlanningRequest.USUAL, desired, Leftovers.none());
    try (OpenNas nas = access.open(desired.nas(), TimeLimits.none())) {
      return Rehearsal.result(Reading.of(nas, record, pipeline), access, console.clock());
    }
  }
}
