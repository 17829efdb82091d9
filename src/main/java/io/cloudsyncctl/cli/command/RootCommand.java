package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself. */
@Command(
    name = "cloudsyncctl",
    description = "Keep the Cloud Sync package of Synology NAS devices as it is declared in Git.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done or nothing to do, 1 failed, 2 something differs, 3 refused,",
      "4 partly applied, 5 a NAS was unreachable, 6 manual steps remain, 64 bad usage,",
      "65 bad input."
    })
public final class RootCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  public boolean debug;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
