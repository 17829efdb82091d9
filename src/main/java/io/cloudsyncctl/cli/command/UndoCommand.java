package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.apply.operation.OperationSequencer;
import io.cloudsyncctl.apply.undo.UndoPlanner;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Prompt;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.ConsentOptions;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.ObserveOptions;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.option.RestOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateFolderOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.cli.option.TimeoutOption;
import io.cloudsyncctl.cli.run.ApplyService;
import io.cloudsyncctl.cli.run.FleetReading;
import io.cloudsyncctl.cli.run.FleetWork;
import io.cloudsyncctl.cli.run.Guard;
import io.cloudsyncctl.cli.run.LeftoverSettler;
import io.cloudsyncctl.cli.run.Reading;
import io.cloudsyncctl.cli.run.RunContext;
import io.cloudsyncctl.cli.run.RunJournals;
import io.cloudsyncctl.cli.run.StalePlanReporter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.state.JournalFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undo}. */
@Command(
    name = "undo",
    description =
        "Put back what a run replaced on a NAS, after showing the plan and asking. The same risks"
            + " and guards hold as for apply.",
    footer = {
      "",
      "Files cannot be put back, nor connections, nor tasks other than those of Amazon",
      "S3, nor settings that were never readable: the plan lists what stays, and the",
      "rest goes back without it (exit code 6). Where the NAS has changed since,",
      "nothing is undone."
    })
public final class UndoCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id of the run, or its journal.")
  String run = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "The YAML of the NAS: how to reach it, and what it protects.")
  List<Path> files = List.of();

  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin StateOptions record = new StateOptions();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin ConsentOptions consent = new ConsentOptions();
  @Mixin RestOptions rest = new RestOptions();
  @Mixin ObserveOptions observe = new ObserveOptions();
  @Mixin TimeoutOption timeout = new TimeoutOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  private final Console console;

  public UndoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    simulate.check();
    JournaledRun done = journaled();
    FileOptions named = new FileOptions();
    named.files = files;
    FleetWork.Input input = FleetWork.load(console, named, !simulate.isSet());
    DesiredState desired = desired(input, done);
    if (!yes && !console.interactive()) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.CONSENT_NEEDED,
              "there is no terminal to ask on",
              null,
              "run undo with --yes once you know what the run did: cloudsyncctl show " + run));
    }
    RunContext execution =
        new RunContext(
            console,
            simulate,
            record,
            new PlanningOptions(),
            consent,
            colour,
            rest,
            observe,
            timeout.writing(observe.duration()),
            CommandText.of(CommandText.typed(spec), named.secretVariables),
            yes,
            false,
            false,
            new KeptValues());
    Reading reading =
        FleetReading.alone(
            execution.undoing(desired, done, new UndoPlanner(done, all(done))), input.states());
    execution.show(reading.plan(), Verb.UNDO);
    new RunJournals(execution).reportUnfinished(reading);
    Guard guard =
        new Guard(
            console, consent.consent(console), input.states(), List.of(reading), execution::unkept);
    if (guard.refuses(reading)) {
      return ExitCode.REFUSED.number();
    }
    if (OperationSequencer.sequence(reading.plan()).isEmpty()) {
      Reading last = new LeftoverSettler(execution).undone(reading);
      if (!OperationSequencer.sequence(last.plan()).isEmpty()) {
        return new StalePlanReporter(execution).tell(reading, last, Verb.UNDO).number();
      }
      return (last.plan().isEmpty() ? ExitCode.OK : ExitCode.MANUAL_STEPS_REMAIN).number();
    }
    boolean whole = reading.plan().manualSteps().isEmpty();
    String question = "Undo the run " + done.id() + (whole ? "?" : ", as far as it can be undone?");
    if (!yes && !Prompt.confirmed(console, question)) {
      console.err().println("Nothing was changed.");
      return ExitCode.FAILED.number();
    }
    return new ApplyService(execution, guard).carryOut(reading, Verb.UNDO).number();
  }

  private JournaledRun journaled() {
    StateFolderOption state = new StateFolderOption();
    state.folder = record.stateFolder;
    return state.run(console, run);
  }

  /** The runs whose journals lie beside its own. */
  private static JournaledRuns all(JournaledRun done) {
    Path folder = done.path().toAbsolutePath().getParent();
    return folder == null
        ? JournaledRuns.of(ImmutableList.of(done))
        : JournaledRuns.read(JournalFolder.below(folder)).on(done.identity());
  }

  private DesiredState desired(FleetWork.Input input, JournaledRun done) {
    for (DesiredState state : input.states()) {
      if (state.nas().name().equals(done.nas())) {
        if (!StateOptions.identity(state.nas(), simulate.isSet()).equals(done.identity())) {
          throw new DiagnosticException(
              RefusalCode.OTHER_NAS.kind(),
              Diagnostic.error(
                  DiagnosticCode.OTHER_NAS,
                  "the run "
                      + done.id()
                      + " was on "
                      + done.identity()
                      + ", which is not where the YAML says that "
                      + done.nas()
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
            "the run " + done.id() + " was on " + done.nas() + ", which no file declares",
            null,
            "name the file of that NAS"));
  }
}
