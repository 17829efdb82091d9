package io.cloudsyncctl.packaged;

import java.io.IOException;
import java.util.List;

/** Signals to processes that the tests have started. */
enum Signals {
  INT,
  TERM;

  /**
   * What stands in front of a command, so that it gets its signals: a program that is started by
   * one that ignores SIGINT, as a shell's background jobs do, ignores it too.
   */
  static List<String> deliverable() {
    List<String> reset = List.of("env", "--default-signal=INT,TERM");
    try {
      Process probe = new ProcessBuilder("env", "--default-signal=INT,TERM", "true").start();
      return probe.waitFor() == 0 ? reset : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  void send(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start().waitFor();
  }
}
