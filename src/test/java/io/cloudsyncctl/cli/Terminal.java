package io.cloudsyncctl.cli;

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
 */
public record Terminal(Map<String, String> environment, Path home, Instant now) {
  private static final int WIDTH = 80;

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
            new Interruption());
    return new CloudSyncCommandLine(console).execute(arguments);
  }
}
