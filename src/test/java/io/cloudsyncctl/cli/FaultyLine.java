package io.cloudsyncctl.cli;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.run.Connecting;
import io.cloudsyncctl.run.RunLog;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/**
 * Commands inside the test's own process, as a CI job runs them, over a line on which things go
 * wrong.
 *
 * @param onPause what happens in place of the pause before a call is repeated
 * @param silence how long an answer is waited for
 */
public record FaultyLine(
    Map<String, String> environment, Path home, Runnable onPause, Duration silence) {
  private static final int WIDTH = 100;
  private static final int ATTEMPTS = 4;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** What a command left. */
  public record Result(int code, String out, String err) {
    @Override
    public String toString() {
      return "exit code " + code + "\n" + out + err;
    }
  }

  /** Runs one command. */
  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    RetryPolicy retries =
        new RetryPolicy(ATTEMPTS, Duration.ofMillis(1), _ -> onPause.run(), new Random(7));
    HandTime time = new HandTime(NOW);
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            environment::get,
            false,
            WIDTH,
            home,
            time,
            time.interruption(),
            new Connecting(
                time.sessions().withRetries(retries),
                new DsmEndpoint.Timeouts(Duration.ofSeconds(30), silence, Duration.ofSeconds(120))),
            new RunLog());
    int code = new CloudSyncCommandLine(console).execute(arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
