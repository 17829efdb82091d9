package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Words;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.ConsentOptions;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.ListenAddress;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.option.RestOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.cli.option.TimeoutOption;
import io.cloudsyncctl.cli.option.Times;
import io.cloudsyncctl.cli.output.ConsoleOutput;
import io.cloudsyncctl.cli.output.ReportOptions;
import io.cloudsyncctl.cli.output.ResultFormat;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.run.CommandText;
import io.cloudsyncctl.run.apply.ApplyRequest;
import io.cloudsyncctl.run.apply.WriteTerms;
import io.cloudsyncctl.run.drift.DriftRequest;
import io.cloudsyncctl.state.PlanFile;
import io.cloudsyncctl.watch.Pace;
import io.cloudsyncctl.watch.StatusServer;
import io.cloudsyncctl.watch.WatchLoop;
import io.cloudsyncctl.watch.WatchStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watch}. */
@Command(
    name = "watch",
    description =
        "Look again and again, until interrupted: report the drift, or apply. Files are read anew"
            + " in each round, and at once when they change.",
    footer = {
      "",
      "A NAS that cannot be reached is left alone for longer and longer, one that",
      "refuses the login for long at once. Rounds never overlap. With --mode apply the",
      "guards hold as for apply, and nobody is asked."
    })
public final class WatchCommand implements Callable<Integer> {
  /** What is done in a round. */
  public enum Mode {
    REPORT,
    APPLY;

    @Override
    public String toString() {
      return Words.lowerCase(this);
    }
  }

  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration REST = Duration.ofHours(1);
  private static final int RESTING_INTERVALS = 8;
  private static final double PERCENT = 100;

  @Mixin FileOptions files = new FileOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin StateOptions state = new StateOptions();
  @Mixin DriftOptions drift = new DriftOptions();
  @Mixin PlanningOptions planning = new PlanningOptions();
  @Mixin ConsentOptions consent = new ConsentOptions();
  @Mixin RestOptions rest = new RestOptions();
  @Mixin ReportOptions reports = new ReportOptions();
  @Mixin TimeoutOption timeout = new TimeoutOption();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "REPORT",
      description = "report (the default), which only reads, or apply.")
  Mode mode = Mode.REPORT;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "15m",
      converter = Times.class,
      description = "From round to round, such as 5m or 1h; 15m by default, 10s at least.")
  Duration interval = Duration.ofMinutes(15);

  @Option(
      names = "--jitter",
      paramLabel = "P",
      defaultValue = "10",
      description =
          "A round comes by so many percent of the interval earlier or later (default: 10).")
  int jitter = 10;

  @Option(
      names = "--listen",
      paramLabel = "[HOST:]PORT",
      converter = ListenAddress.Converter.class,
      description =
          "Serve /healthz and /metrics over HTTP; off by default. Without a host only this"
              + " machine is served.")
  @Nullable ListenAddress listen;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "End after so many rounds, with the exit code of the last; 0, the default, for never.")
  int rounds;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Console console;

  public WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    simulate.check();
    if (files.isEmpty()) {
      throw usage(
          DiagnosticCode.NO_FILES, "no file is named", "name a YAML file or a folder of them");
    }
    requireYaml();
    if (interval.compareTo(SHORTEST) < 0 || jitter < 0 || jitter > PERCENT || rounds < 0) {
      throw usage(
          DiagnosticCode.BAD_USAGE,
          "--interval must be 10s at least, --jitter 0 to 100, --rounds 0 or more",
          "see cloudsyncctl watch --help");
    }
    checkReports();
    WatchStatus status = new WatchStatus(interval, console.clock().instant());
    WatchRound round = new WatchRound(this, console, pace(), status);
    try (AutoCloseable _ = server(status)) {
      loop(round);
    } catch (RuntimeException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return round.lastCode();
  }

  /**
   * A saved plan is carried out once, as it was looked at; what a later round would do nobody has
   * seen. A file that becomes one between two rounds is refused likewise.
   */
  void requireYaml() {
    for (Path file : files.files) {
      if (PlanFile.looksLikeOne(file)) {
        throw usage(
            DiagnosticCode.BAD_USAGE,
            file + " is a saved plan, and watch takes YAML",
            "carry out a saved plan with: "
                + CommandText.of(List.of("apply", file.toString()), Set.of()));
      }
    }
  }

  void checkReports() {
    reports.check(files.files, null);
  }

  ConsoleOutput output(Console ofTheRound) {
    return new ConsoleOutput(
        ofTheRound, new ColourOption(), ResultFormat.TEXT, reports.leaveStandardOutput());
  }

  DriftRequest driftRequest(Console ofTheRound) {
    return drift.request(files.declared(ofTheRound), timeout.reading());
  }

  /** Nobody is asked, and nothing is watched afterwards: the next round looks anyway. */
  ApplyRequest applyRequest(Console ofTheRound, KeptValues kept) {
    return new ApplyRequest(
        files.declared(ofTheRound),
        planning.request(),
        new WriteTerms(
            consent.consent(ofTheRound),
            rest.limit,
            Optional.empty(),
            timeout.writing(Duration.ZERO),
            true,
            kept),
        false,
        TypedWords.of(spec));
  }

  private void loop(WatchRound round) throws InterruptedException {
    WatchLoop loop =
        new WatchLoop(pace(), console.clock(), new Random(), console.connecting().waiting());
    loop.run(
        round, () -> !console.interruption().hasBegun() && (rounds == 0 || round.count() < rounds));
  }

  /** How long the work on one NAS may take; empty where that has no end. */
  Optional<Duration> limit() {
    return (mode == Mode.APPLY ? timeout.writing(Duration.ZERO) : timeout.reading()).whole();
  }

  Pace pace() {
    Duration longest = interval.multipliedBy(RESTING_INTERVALS);
    return new Pace(interval, jitter / PERCENT, longest.compareTo(REST) < 0 ? REST : longest);
  }

  private AutoCloseable server(WatchStatus status) {
    ListenAddress address = listen;
    if (address == null) {
      return () -> {};
    }
    try {
      StatusServer server = StatusServer.start(address.resolved(), status, console.clock());
      console
          .err()
          .println(
              "listening on http://"
                  + server.address().getHostString()
                  + ":"
                  + server.address().getPort());
      return server;
    } catch (IOException e) {
      throw new DiagnosticException(
          FailureKind.FAILED,
          Diagnostic.error(
              DiagnosticCode.CANNOT_LISTEN,
              "cannot listen on " + address.text() + ": " + e.getMessage(),
              null,
              "name another port with --listen"));
    }
  }

  private static DiagnosticException usage(DiagnosticCode code, String message, String hint) {
    return new DiagnosticException(
        FailureKind.USAGE, ImmutableList.of(Diagnostic.error(code, message, null, hint)), null);
  }
}
