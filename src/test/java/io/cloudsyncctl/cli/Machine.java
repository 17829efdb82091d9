package io.cloudsyncctl.cli;

import com.google.common.base.Ticker;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.Deadlines;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.run.Connecting;
import io.cloudsyncctl.run.Interruption;
import io.cloudsyncctl.run.RunLog;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;

/**
 * A computer that runs the program inside the test's own process, as a CI job does, in a world
 * whose time it shares with a NAS and with other machines: where it waits, that passes for all of
 * them.
 */
public final class Machine {
  private static final int WIDTH = 100;
  private static final int ATTEMPTS = 3;

  private final Map<String, String> environment;
  private final Path home;
  private final HandTime world;
  private volatile boolean dead;
  private volatile Duration sinceDeath = Duration.ZERO;

  public Machine(Map<String, String> environment, Path home, HandTime world) {
    this.environment = environment;
    this.home = home;
    this.world = world;
  }

  /** Where its user is at home. */
  public Path home() {
    return home;
  }

  /** From now on what is left of the program takes no time of the world. */
  public void die() {
    dead = true;
  }

  /** Runs one command. */
  public FaultyLine.Result run(String... arguments) {
    dead = false;
    sinceDeath = Duration.ZERO;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    RetryPolicy retries =
        new RetryPolicy(ATTEMPTS, Duration.ofMillis(500), this::pass, new Random(7));
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            environment::get,
            false,
            WIDTH,
            home,
            new Clock(),
            new Interruption(this::pass),
            new Connecting(
                SessionOptions.standard()
                    .withRetries(retries)
                    .withDeadlines(new Deadlines(Deadlines.standard().call(), null, new Clock())),
                DsmEndpoint.Timeouts.DEFAULT,
                this::pass),
            new RunLog());
    int code = new CloudSyncCommandLine(console).execute(arguments);
    return new FaultyLine.Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void pass(Duration duration) {
    if (dead) {
      sinceDeath = sinceDeath.plus(duration);
    } else {
      world.pass(duration);
    }
  }

  private final class Clock extends Ticker implements InstantSource {
    @Override
    public long read() {
      return world.read() + sinceDeath.toNanos();
    }

    @Override
    public Instant instant() {
      return world.instant().plus(sinceDeath);
    }
  }
}
