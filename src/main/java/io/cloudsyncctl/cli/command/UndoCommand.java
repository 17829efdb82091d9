package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.cli.option.WriteOptions;
import io.cloudsyncctl.cli.output.ConsoleOutput;
import io.cloudsyncctl.cli.output.ResultFormat;
import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunFinder;
import io.cloudsyncctl.run.apply.UndoRequest;
import io.cloudsyncctl.run.apply.UndoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  @Mixin StateOptions state = new StateOptions();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin WriteOptions write = new WriteOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  private final Console console;

  public UndoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    simulate.check();
    UndoRequest request =
        new UndoRequest(
            new RunFinder(state.folder(console)).run(run),
            run,
            DeclaredFiles.of(files, console.environment()),
            write.terms(console),
            TypedWords.of(spec));
    RunContext context =
        console.context(
            new ConsoleOutput(console, colour, ResultFormat.TEXT, true),
            simulate.access(console),
            state.store(console, simulate.isSet()),
            _ -> Optional.empty());
    return new UndoService(context).undo(request).number();
  }
}
