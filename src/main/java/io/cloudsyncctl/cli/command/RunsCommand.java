package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.option.StateFolderOption;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.report.text.RunsText;
import io.cloudsyncctl.state.JournalFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runs}. */
@Command(
    name = "runs",
    description = "List the applies that left a journal on this machine, the newest first.",
    commandListHeading = "Commands:%n")
public final class RunsCommand implements Callable<Integer> {
  @Mixin StateFolderOption state = new StateFolderOption();

  private final Console console;

  public RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    JournaledRuns found = JournaledRuns.read(JournalFolder.below(state.runs(console).journals()));
    console.out().print(RunsText.list(found.runs().reversed()));
    console.out().flush();
    Reporter.report(console, found.problems());
    return (found.problems().isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT).number();
  }
}
