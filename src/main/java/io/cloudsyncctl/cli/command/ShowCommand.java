package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.StateFolderOption;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.report.text.RunsText;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.state.PlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show}. */
@Command(
    name = "show",
    description = "Show a saved plan (a file that plan --out wrote) or what a run did.")
public final class ShowCommand implements Callable<Integer> {
  @Mixin StateFolderOption state = new StateFolderOption();

  @Parameters(paramLabel = "FILE|RUN", description = "A saved plan, a journal, or the id of a run.")
  String subject = "";

  private final Console console;

  public ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console
        .out()
        .print(
            PlanFile.looksLikeOne(Path.of(subject))
                ? plan(PlanFile.read(Path.of(subject)))
                : RunsText.details(state.runs(console).run(subject)));
    console.out().flush();
    return ExitCode.OK.number();
  }

  /** With the checksums that the journals of its apply will hold. */
  private static String plan(PlanFile saved) {
    StringBuilder text = new StringBuilder(Escaper.page(saved.text()));
    for (PlanFile.Entry entry : saved.plans()) {
      text.append("\nSHA-256 of the plan of ")
          .append(Escaper.escape(entry.nas()))
          .append(":\n  ")
          .append(entry.checksum())
          .append('\n');
    }
    return text.toString();
  }
}
