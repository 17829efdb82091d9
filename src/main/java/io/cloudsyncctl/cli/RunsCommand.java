package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.JournaledRuns;
import io.cloudsyncctl.report.RunsText;
import io.cloudsyncctl.state.JournalFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runs}. */
@Command(
    name = "runs",
    description = "List the applies that left a journal on this machine, the newest first.",
    commandListHeading = "Commands:%n")
final class RunsCommand implements Callable<Integer> {
  @Mixin StateFolderOption state = new StateFolderOption();

  private final Console console;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    JournaledRuns found = JournaledRuns.read(JournalFolder.below(state.journals(console)));
    console.out().print(RunsText.list(found.runs().reversed()));
    console.out().flush();
    Reporter.report(console, found.problems());
    return (found.problems().isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT).number();
  }
}
