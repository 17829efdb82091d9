package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.apply.operation.OperationSequencer;
import io.cloudsyncctl.apply.undo.UndoPlanner;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.CommandText;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunInput;
import io.cloudsyncctl.run.plan.FleetReading;
import io.cloudsyncctl.run.plan.Reading;
import io.cloudsyncctl.state.JournalFolder;
import java.nio.file.Path;
import java.util.List;

/** Puts back what a run replaced on a NAS, after showing the plan and asking. */
public final class UndoService {
  private final RunContext run;

  public UndoService(RunContext run) {
    this.run = run;
  }

  public ExitCode undo(UndoRequest request) {
    JournaledRun undone = request.undone();
    RunInput input = RunInput.load(run, request.files());
    DesiredState desired = desired(input, undone);
    if (!request.terms().yes() && !run.output().interactive()) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.CONSENT_NEEDED,
              "there is no terminal to ask on",
              null,
              "run undo with --yes once you know what the run did: cloudsyncctl show "
                  + request.named()));
    }
    WriteContext context =
        new WriteContext(
            run,
            request.terms(),
            CommandText.of(request.typed(), input.secretVariables()),
            false,
            false);
    Reading reading =
        FleetReading.alone(
            context.undoing(desired, undone, new UndoPlanner(undone, all(undone))), input.states());
    run.output()
        .plans(
            ImmutableList.of(new NasOutcome.Done<>(desired.nas().name(), reading.plan())),
            Verb.UNDO);
    new RunJournals(context).reportUnfinished(reading);
    Guard guard = new Guard(context, input.states(), List.of(reading));
    if (guard.refuses(reading)) {
      return ExitCode.REFUSED;
    }
    if (OperationSequencer.sequence(reading.plan()).isEmpty()) {
      Reading last = new LeftoverSettler(context).undone(reading);
      if (!OperationSequencer.sequence(last.plan()).isEmpty()) {
        return new StalePlanReporter(run).tell(reading, last, Verb.UNDO);
      }
      return last.plan().isEmpty() ? ExitCode.OK : ExitCode.MANUAL_STEPS_REMAIN;
    }
    boolean whole = reading.plan().manualSteps().isEmpty();
    String question =
        "Undo the run " + undone.id() + (whole ? "?" : ", as far as it can be undone?");
    if (!request.terms().yes() && !run.output().confirmed(question)) {
      run.output().note("Nothing was changed.");
      return ExitCode.FAILED;
    }
    return new PlanExecutor(context, guard).carryOut(reading, Verb.UNDO);
  }

  /** The runs whose journals lie beside its own. */
  private static JournaledRuns all(JournaledRun undone) {
    Path folder = undone.path().toAbsolutePath().getParent();
    return folder == null
        ? JournaledRuns.of(ImmutableList.of(undone))
        : JournaledRuns.read(JournalFolder.below(folder)).on(undone.identity());
  }

  private DesiredState desired(RunInput input, JournaledRun undone) {
    for (DesiredState state : input.states()) {
      if (state.nas().name().equals(undone.nas())) {
        if (!run.state().identity(state.nas()).equals(undone.identity())) {
          throw new DiagnosticException(
              RefusalCode.OTHER_NAS.kind(),
              Diagnostic.error(
                  DiagnosticCode.OTHER_NAS,
                  "the run "
                      + undone.id()
                      + " was on "
                      + undone.identity()
                      + ", which is not where the YAML says that "
                      + undone.nas()
                      + " is",
                  state.nas().at(),
                  "name the file of the NAS that the run was on"));
        }
        return state;
      }
    }
    throw new DiagnosticException(
        RefusalCode.OTHER_NAS.kind(),
        Diagnostic.error(
            DiagnosticCode.OTHER_NAS,
            "the run " + undone.id() + " was on " + undone.nas() + ", which no file declares",
            null,
            "name the file of that NAS"));
  }
}
