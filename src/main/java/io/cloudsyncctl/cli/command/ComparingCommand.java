package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.cli.option.TimeoutOption;
import io.cloudsyncctl.cli.output.ConsoleOutput;
import io.cloudsyncctl.cli.output.ReportOptions;
import io.cloudsyncctl.cli.output.ResultFormat;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.StateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that read each NAS and show how it differs from what is declared. */
abstract class ComparingCommand implements Callable<Integer> {
  @Mixin FileOptions files = new FileOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin StateOptions state = new StateOptions();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin ReportOptions reports = new ReportOptions();
  @Mixin TimeoutOption timeout = new TimeoutOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text (the default) or json.")
  ResultFormat format = ResultFormat.TEXT;

  private final Console console;

  ComparingCommand(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  abstract Verb verb();

  /** Does the work of the command. */
  abstract ExitCode run(RunContext context);

  /** The files that are read. */
  List<Path> read() {
    return files.files;
  }

  /** What is written beside reports; null for nothing. */
  @Nullable Path written() {
    return null;
  }

  @Override
  public Integer call() {
    simulate.check();
    reports.check(read(), written());
    StateStore store = state.store(console, simulate.isSet());
    ConsoleOutput output =
        new ConsoleOutput(console, colour, format, reports.leaveStandardOutput());
    RunContext context =
        console.context(output, simulate.access(console), store, _ -> Optional.empty());
    return reports
        .around(console, verb(), files.files, store::notified, () -> run(context))
        .number();
  }
}
