package io.cloudsyncctl.cli.run;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.fleet.FleetExecutor;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.plan.model.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Loads what is declared, then does something with each NAS of it. */
public final class FleetWork {
  /** How many NAS are read at the same time. */
  public static final int CONCURRENCY = 8;

  private FleetWork() {}

  /** What a command was given, and whether some of it is wrong or some NAS is left alone. */
  public record Input(ImmutableList<DesiredState> states, boolean hasErrors, boolean hasResting) {
    /** The exit codes that the input itself brings into the run. */
    public List<ExitCode> codes() {
      List<ExitCode> codes = new ArrayList<>();
      if (hasErrors) {
        codes.add(ExitCode.BAD_INPUT);
      }
      if (hasResting) {
        codes.add(ExitCode.UNREACHABLE);
      }
      return codes;
    }
  }

  /** Loads the files and reports what is wrong with them; what is right goes on. */
  public static Input load(Console console, FileOptions files, boolean credentialsNeeded) {
    if (files.isEmpty()) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.NO_FILES,
              "no file is named",
              null,
              "name a YAML file or a folder of them"));
    }
    LoadResult result = files.load(console, credentialsNeeded);
    Reporter.report(console, result.diagnostics());
    boolean errors = result.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
    console.log().declared(result.states());
    ImmutableList.Builder<DesiredState> due = ImmutableList.builder();
    boolean resting = false;
    for (DesiredState state : result.states()) {
      Optional<NasOutcome.Failed<Plan>> failed = files.resting.apply(state.nas().name());
      if (failed.isPresent()) {
        console.log().planned(failed.get(), ImmutableList.of());
        resting = true;
      } else {
        due.add(state);
      }
    }
    return new Input(due.build(), errors, resting);
  }

  /** Runs work for each NAS, several at the same time. */
  static <T> ImmutableList<NasOutcome<T>> run(
      List<DesiredState> states, Function<DesiredState, T> work) {
    return new FleetExecutor(CONCURRENCY)
        .run(
            states.stream()
                .map(state -> new FleetExecutor.Job<>(state.nas().name(), state))
                .toList(),
            work);
  }
}
