package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.run.RunInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code validate}. */
@Command(
    name = "validate",
    description = "Check files for errors, all in one run. Talks to no NAS and needs no secrets.")
public final class ValidateCommand implements Callable<Integer> {
  @Mixin FileOptions files = new FileOptions();

  private final Console console;

  public ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunInput input =
        RunInput.load(told -> Reporter.report(console, told), files.declared(console), false);
    input
        .states()
        .forEach(state ->
            console
                .out()
                .println(
                    state.nas().name()
                        + ": valid, "
                        + state.connections().size()
                        + (state.connections().size() == 1 ? " connection" : " connections")));
    console.out().flush();
    return (input.hasErrors() ? ExitCode.BAD_INPUT : ExitCode.OK).number();
  }
}
