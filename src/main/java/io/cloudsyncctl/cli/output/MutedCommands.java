package io.cloudsyncctl.cli.output;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Keeps GitHub's runner from taking a line of standard output for a workflow command, since names
 * on a NAS may look like one, until ours follow. Nobody on a NAS can guess the word that ends it.
 */
final class MutedCommands {
  private static final int BYTES = 16;

  private final PrintStream out;
  private final String word;
  private boolean muted;

  MutedCommands(PrintStream out) {
    this.out = out;
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    this.word = HexFormat.of().formatHex(random);
  }

  void begin() {
    out.println("::stop-commands::" + word);
    out.flush();
    muted = true;
  }

  void end() {
    if (muted) {
      out.println("::" + word + "::");
      out.flush();
      muted = false;
    }
  }
}
