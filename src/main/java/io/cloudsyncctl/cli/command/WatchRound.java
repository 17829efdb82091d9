package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.output.ConsoleOutput;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.notify.Condition;
import io.cloudsyncctl.notify.Conditions;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.prometheus.PrometheusReportRenderer;
import io.cloudsyncctl.report.wording.Headline;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.StateStore;
import io.cloudsyncctl.run.apply.ApplyService;
import io.cloudsyncctl.run.drift.DriftService;
import io.cloudsyncctl.watch.Outages;
import io.cloudsyncctl.watch.Outages.Attempt;
import io.cloudsyncctl.watch.Pace;
import io.cloudsyncctl.watch.WatchLoop;
import io.cloudsyncctl.watch.WatchStatus;
import io.cloudsyncctl.watch.WatchedFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One round of watching after the other, each a run of its own with its own logins. */
final class WatchRound implements WatchLoop.Round {
  private final WatchCommand command;
  private final Console console;
  private final StateStore store;
  private final Outages outages;
  private final WatchStatus status;
  private final WatchedFiles watched = new WatchedFiles();
  private final KeptValues kept = new KeptValues();
  private final Map<String, NasOutcome.Failed<AssessedPlan>> lastFailures = new HashMap<>();
  private String lastConditions = "";
  private String metrics = "";
  private int count;
  private int lastCode;
  private @Nullable RunReport report;

  WatchRound(WatchCommand command, Console console, Pace pace, WatchStatus status) {
    this.command = command;
    this.console = console;
    this.store = command.state.store(console, command.simulate.isSet());
    this.status = status;
    this.outages = new Outages(pace);
  }

  /** How many rounds there were. */
  int count() {
    return count;
  }

  /** What the last round would have ended with as a run of its own. */
  int lastCode() {
    return lastCode;
  }

  @Override
  public boolean isOutdated() {
    return watched.haveChanged();
  }

  @Override
  public void run(boolean declaredAnew, Instant next) {
    watched.begin(command.files.files);
    Path ignoreFile = command.drift.ignoreFile;
    if (ignoreFile != null) {
      watched.add(ignoreFile);
    }
    if (declaredAnew) {
      outages.forget();
      kept.forget();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    boolean quiet = command.mode == WatchCommand.Mode.REPORT;
    Console ofTheRound =
        quiet
            ? console.forRun(stream(out), stream(err))
            : console.forRun(console.out(), console.err());
    report = null;
    console.interruption().idle(false);
    status.began(console.clock().instant(), () -> limit(ofTheRound));
    int code = once(ofTheRound);
    lastCode = code;
    console.interruption().idle(true);
    count++;
    RunReport found = report;
    if (found != null) {
      remember(found);
    }
    if (found != null) {
      // The metrics before know when what last succeeded.
      metrics = new PrometheusReportRenderer(metrics).render(found);
    }
    status.ended(console.clock().instant(), code, found == null ? "" : metrics);
    if (changed(found, code) && quiet) {
      console.out().print(out.toString(StandardCharsets.UTF_8));
      console.err().print(err.toString(StandardCharsets.UTF_8));
    }
    Instant now = console.clock().instant();
    console
        .out()
        .println(
            now.truncatedTo(ChronoUnit.SECONDS)
                + " "
                + (found == null ? "the round failed" : Headline.of(found))
                + "; next round "
                + (next.isAfter(now) ? "by " + next.truncatedTo(ChronoUnit.SECONDS) : "at once"));
    console.out().flush();
    console.err().flush();
  }

  /** How long the round may be at work: on one NAS after the other, at worst. */
  private Optional<Duration> limit(Console ofTheRound) {
    int nas = Math.max(1, ofTheRound.log().size());
    return command.limit().map(each -> each.multipliedBy(nas));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** Whatever goes wrong in a round ends the round and not the watching. */
  private int once(Console ofTheRound) {
    try {
      return work(ofTheRound);
    } catch (DiagnosticException e) {
      Reporter.report(ofTheRound, e.diagnostics());
      return ExitCode.of(e.kind()).number();
    } catch (DsmException e) {
      Reporter.report(ofTheRound, List.of(e.diagnostic()));
      return ExitCode.of(e.kind()).number();
    } catch (RuntimeException e) {
      ofTheRound.defects().report(ofTheRound, e);
      return ExitCode.FAILED.number();
    }
  }

  private int work(Console ofTheRound) {
    command.requireYaml();
    command.checkReports();
    ConsoleOutput output = command.output(ofTheRound);
    RunContext context =
        ofTheRound.context(output, command.simulate.access(ofTheRound), store, this::leftAlone);
    return command
        .reports
        .around(
            ofTheRound,
            switch (command.mode) {
              case REPORT -> Verb.DRIFT;
              case APPLY -> Verb.APPLY;
            },
            command.files.files,
            store::notified,
            () ->
                switch (command.mode) {
                  case REPORT -> new DriftService(context).drift(command.driftRequest(ofTheRound));
                  case APPLY ->
                      new ApplyService(context).apply(command.applyRequest(ofTheRound, kept));
                },
            done -> report = done)
        .number();
  }

  /** A NAS that is left alone counts as it was when it was last tried. */
  private Optional<NasOutcome.Failed<AssessedPlan>> leftAlone(String nas) {
    return outages.isDue(nas, console.clock().instant())
        ? Optional.empty()
        : Optional.ofNullable(lastFailures.get(nas));
  }

  private void remember(RunReport found) {
    Instant now = console.clock().instant();
    found
        .nas()
        .forEach(nas -> {
          nas.files().forEach(file -> path(file).ifPresent(watched::add));
          boolean wasDue = outages.isDue(nas.nas(), now);
          switch (nas.outcome()) {
            case NasOutcome.Done<AssessedPlan> _ -> {
              lastFailures.remove(nas.nas());
              outages.tried(nas.nas(), Attempt.ANSWERED, now);
            }
            case NasOutcome.Failed<AssessedPlan> failed -> {
              lastFailures.put(nas.nas(), failed);
              if (wasDue) {
                outages.tried(nas.nas(), attempt(failed), now);
              }
            }
          }
        });
  }

  private static Optional<Path> path(String file) {
    try {
      return Optional.of(Path.of(file));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Attempt attempt(NasOutcome.Failed<AssessedPlan> failed) {
    return switch (failed.kind()) {
      case UNREACHABLE, FAILED ->
          failed.diagnostics().stream()
                  .map(Diagnostic::code)
                  .anyMatch(code -> code == DiagnosticCode.LOGIN_REFUSED)
              ? Attempt.LOGIN_REFUSED
              : Attempt.UNREACHABLE;
      case REFUSED, PARTLY_APPLIED, USAGE, BAD_INPUT -> Attempt.ANSWERED;
    };
  }

  private boolean changed(@Nullable RunReport found, int code) {
    StringBuilder conditions = new StringBuilder().append(code);
    if (found != null) {
      for (Condition condition : Conditions.of(found)) {
        conditions.append(' ').append(condition.nas()).append(condition.digest());
      }
    }
    boolean changed = !conditions.toString().equals(lastConditions);
    lastConditions = conditions.toString();
    return changed;
  }
}
