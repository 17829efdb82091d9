package io.cloudsyncctl.run;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a run was given, and whether some of it is wrong or some NAS is left alone.
 *
 * @param states what is declared of the NAS that the run is about
 * @param secretVariables the names of the variables that fill a secret
 */
public record RunInput(
    ImmutableList<DesiredState> states,
    Set<String> secretVariables,
    boolean hasErrors,
    boolean leavesSomeAlone) {

  /** Loads the files and reports what is wrong with them; what is right goes on. */
  public static RunInput load(RunContext run, DeclaredFiles files) {
    RunInput all = load(run.output()::report, files, !run.nas().simulated());
    run.log().declared(files.named(), all.states());
    ImmutableList.Builder<DesiredState> due = ImmutableList.builder();
    boolean leavesSomeAlone = false;
    for (DesiredState state : all.states()) {
      Optional<NasOutcome.Failed<AssessedPlan>> failed = run.leftAlone().apply(state.nas().name());
      if (failed.isPresent()) {
        run.log().planned(failed.get());
        leavesSomeAlone = true;
      } else {
        due.add(state);
      }
    }
    return new RunInput(due.build(), all.secretVariables(), all.hasErrors(), leavesSomeAlone);
  }

  /** The same for a command that is no run: nothing is left alone or kept for reports. */
  public static RunInput load(
      Consumer<List<Diagnostic>> told, DeclaredFiles files, boolean credentialsNeeded) {
    if (files.named().isEmpty()) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.NO_FILES,
              "no file is named",
              null,
              "name a YAML file or a folder of them"));
    }
    LoadResult result = files.load(credentialsNeeded);
    told.accept(result.diagnostics());
    boolean hasErrors =
        result.diagnostics().stream().anyMatch(one -> one.severity() == Severity.ERROR);
    return new RunInput(
        ImmutableList.copyOf(result.states()), result.secretVariables(), hasErrors, false);
  }

  /** Whether the run is about several NAS. */
  public boolean several() {
    return states.size() > 1;
  }

  /** The exit codes that the input itself brings into the run. */
  public List<ExitCode> codes() {
    List<ExitCode> codes = new ArrayList<>();
    if (hasErrors) {
      codes.add(ExitCode.BAD_INPUT);
    }
    if (leavesSomeAlone) {
      codes.add(ExitCode.UNREACHABLE);
    }
    return codes;
  }
}
