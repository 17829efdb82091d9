package io.cloudsyncctl.cli;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Defects;
import io.cloudsyncctl.run.RunLog;
import io.cloudsyncctl.state.JournalStore;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A place to run commands inside the test's own process, with streams that the test chooses.
 *
 * @param environment the environment variables, and no others
 * @param home the user's home folder
 * @param now the time at which the clock stands until the program waits
 * @param journals where journals go
 * @param passing is told how much time passes while it waits
 */
public record Terminal(
    Map<String, String> environment,
    Path home,
    Instant now,
    JournalStore journals,
    Consumer<Duration> passing) {
  private static final int WIDTH = 80;

  /** A place in which journals go to the disk. */
  public Terminal(Map<String, String> environment, Path home, Instant now) {
    this(environment, home, now, JournalStore.DISK);
  }

  /** A place in which nobody else hears of the time. */
  public Terminal(Map<String, String> environment, Path home, Instant now, JournalStore journals) {
    this(environment, home, now, journals, _ -> {});
  }

  /** Runs one command and returns its exit code. */
  public int run(
      PrintStream out, PrintStream err, InputStream in, boolean interactive, String... arguments) {
    HandTime time = new HandTime(now, passing);
    Console console =
        new Console(
            out,
            err,
            in,
            environment::get,
            interactive,
            WIDTH,
            home,
            time,
            time.interruption(),
            time.connecting(),
            journals,
            new Defects(),
            new RunLog());
    return new CloudSyncCommandLine(console).execute(arguments);
  }
}
