package io.cloudsyncctl.cli;

import io.cloudsyncctl.cli.console.Console;

/** Entry point of the program. */
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its status. */
  public static void main(String[] arguments) {
    Console console = Console.ofSystem();
    console
        .interruption()
        .install(line -> {
          console.err().println(line);
          console.err().flush();
        });
    int code = new CloudSyncCommandLine(console).execute(arguments);
    console.interruption().endsByItself(code);
    System.exit(code);
  }
}
