package io.cloudsyncctl.cli;

import io.cloudsyncctl.state.JournalStore;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * A place to run commands inside the test's own process, with streams that the test chooses.
 *
 * @param environment the environment variables, and no others
 * @param home the user's home folder
 * @param now the time at which the clock stands
 * @param journals where journals go
 */
public record Terminal(
    Map<String, String> environment, Path home, Instant now, JournalStore journals) {
  private static final int WIDTH = 80;

  /** A place in which journals go to the disk. */
  public Terminal(Map<String, String> environment, Path home, Instant now) {
    this(environment, home, now, JournalStore.DISK);
  }

  /** Runs one command and returns its exit code. */
  public int run(
      PrintStream out, PrintStream err, InputStream in, boolean interactive, String... arguments) {
    Console console =
        new Console(
            out,
            err,
            in,
            environment::get,
            interactive,
            WIDTH,
            home,
            InstantSource.fixed(now),
            new Interruption(),
            Connecting.standard(),
            journals,
            new RunLog());
    return new CloudSyncCommandLine(console).execute(arguments);
  }
}
