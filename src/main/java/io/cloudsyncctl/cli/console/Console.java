package io.cloudsyncctl.cli.console;

import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.run.Connecting;
import io.cloudsyncctl.run.Interruption;
import io.cloudsyncctl.run.NasAccess;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunLog;
import io.cloudsyncctl.run.RunOutput;
import io.cloudsyncctl.run.StateStore;
import io.cloudsyncctl.state.JournalStore;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The world around the program, so that tests run commands without touching the real one.
 *
 * @param out for results
 * @param err for errors, prompts and progress
 * @param environment environment variables by name
 * @param interactive whether a person sits at the terminal
 * @param width columns of the terminal
 * @param home the user's home folder
 * @param interruption what happens on Ctrl-C
 * @param connecting how NAS are waited for; one for the whole run, since it knows the run's logins
 * @param journals where the journals of applies go
 * @param defects how defects of the program are told
 * @param log what the run has found and done so far
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Function<String, @Nullable String> environment,
    boolean interactive,
    int width,
    Path home,
    InstantSource clock,
    Interruption interruption,
    Connecting connecting,
    JournalStore journals,
    Defects defects,
    RunLog log) {

  private static final int DEFAULT_WIDTH = 80;

  /** A world in which NAS are waited for as usual. */
  public Console(
      PrintStream out,
      PrintStream err,
      InputStream in,
      Function<String, @Nullable String> environment,
      boolean interactive,
      int width,
      Path home,
      InstantSource clock,
      Interruption interruption) {
    this(
        out,
        err,
        in,
        environment,
        interactive,
        width,
        home,
        clock,
        interruption,
        Connecting.standard(),
        new RunLog());
  }

  /** A world in which journals go to the disk. */
  public Console(
      PrintStream out,
      PrintStream err,
      InputStream in,
      Function<String, @Nullable String> environment,
      boolean interactive,
      int width,
      Path home,
      InstantSource clock,
      Interruption interruption,
      Connecting connecting,
      RunLog log) {
    this(
        out,
        err,
        in,
        environment,
        interactive,
        width,
        home,
        clock,
        interruption,
        connecting,
        JournalStore.DISK,
        new Defects(),
        log);
  }

  // There is no console in a runtime without the module jdk.internal.le, such as the packaged one.
  @SuppressWarnings("SystemConsoleNull")
  public static Console ofSystem() {
    return new Console(
        System.out,
        System.err,
        System.in,
        System::getenv,
        System.console() != null && System.console().isTerminal(),
        columns(System.getenv("COLUMNS")),
        Path.of(System.getProperty("user.home", ".")),
        InstantSource.system(),
        new Interruption());
  }

  /** The same world for a run of its own: with its own logins, and nothing found or done yet. */
  public Console forRun(PrintStream newOut, PrintStream newErr) {
    return new Console(
        newOut,
        newErr,
        in,
        environment,
        interactive,
        width,
        home,
        clock,
        interruption,
        connecting.forRun(),
        journals,
        defects,
        new RunLog());
  }

  /**
   * What all parts of a run at this console share.
   *
   * @param leftAlone why a NAS is left alone, where it is
   */
  public RunContext context(
      RunOutput output,
      NasAccess nas,
      StateStore state,
      Function<String, Optional<NasOutcome.Failed<AssessedPlan>>> leftAlone) {
    return new RunContext(
        Version.number(),
        clock,
        output,
        log,
        interruption,
        connecting,
        nas,
        state,
        journals,
        leftAlone);
  }

  private static int columns(@Nullable String text) {
    try {
      return text == null ? DEFAULT_WIDTH : Math.max(40, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  /** Whether results are coloured: on a terminal, unless {@code NO_COLOR} is set. */
  public boolean colour() {
    String noColour = environment.apply("NO_COLOR");
    return interactive && (noColour == null || noColour.isEmpty());
  }
}
