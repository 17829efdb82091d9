package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.drift.DriftService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code drift}. */
@Command(
    name = "drift",
    description =
        "Show how each NAS differs from what is declared; exit with 2 where one does. Only"
            + " reads.",
    footer = {
      "",
      "What an old package cannot report is listed apart: it counts only where the",
      "record holds another value than is declared."
    })
public final class DriftCommand extends ComparingCommand {
  @Mixin DriftOptions drift = new DriftOptions();

  public DriftCommand(Console console) {
    super(console);
  }

  @Override
  Verb verb() {
    return Verb.DRIFT;
  }

  @Override
  List<Path> read() {
    List<Path> all = new ArrayList<>(files.files);
    if (drift.ignoreFile != null) {
      all.add(drift.ignoreFile);
    }
    return all;
  }

  @Override
  ExitCode run(RunContext context) {
    return new DriftService(context)
        .drift(drift.request(files.declared(console()), timeout.reading()));
  }
}
