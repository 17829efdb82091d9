package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.JournaledRun;
import io.cloudsyncctl.report.RunsText;
import io.cloudsyncctl.state.JournalFolder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runs}. */
@Command(
    name = "runs",
    description = "List the applies that left a journal on this machine, the newest first.")
final class RunsCommand implements Callable<Integer> {
  @Mixin StateFolderOption state = new StateFolderOption();

  private final Console console;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<JournaledRun> runs =
        JournalFolder.below(state.journals(console)).stream()
            .map(JournaledRun::read)
            .toList()
            .reversed();
    console.out().print(RunsText.list(runs));
    console.out().flush();
    return ExitCode.OK.number();
  }
}
