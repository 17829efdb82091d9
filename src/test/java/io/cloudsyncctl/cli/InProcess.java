package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.ApplyResult;
import io.cloudsyncctl.apply.Leftovers;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.SettingsRecord;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The program inside the test's own process: commands with a console of their own. */
public final class InProcess {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
  private static final int WIDTH = 100;

  private InProcess() {}

  /** What a command left. */
  public record Result(int exitCode, String out, String err) {}

  /** Runs a command without a terminal, as a CI job does. */
  public static Result run(Map<String, String> environment, Path home, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new CloudSyncCommandLine(console(environment, home, out, err)).execute(arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Console console(
      Map<String, String> environment, Path home, OutputStream out, OutputStream err) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        InputStream.nullInputStream(),
        environment::get,
        false,
        WIDTH,
        home,
        CLOCK,
        new Interruption());
  }

  /** What {@code apply --dry-run} comes to, as data. */
  public static ApplyResult rehearse(DesiredState desired, SettingsRecord record) {
    Console console =
        console(
            Map.of(),
            Path.of("nowhere"),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());
    try (OpenNas nas = OpenNas.real(desired.nas(), console, TimeLimits.none())) {
      return Rehearsal.run(
          Reading.of(
              nas,
              record,
              new RunPlanner(
                  new PlanningOptions().planner(desired), desired, new Leftovers(List.of()))),
          console);
    }
  }
}
