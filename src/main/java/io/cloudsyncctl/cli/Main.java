package io.cloudsyncctl.cli;

/** Entry point of the program. */
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(new CloudSyncCommandLine(Console.ofSystem()).execute(arguments));
  }
}
