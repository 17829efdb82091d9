package io.cloudsyncctl.cli.console;

import io.cloudsyncctl.report.wording.Escaper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Asks the person at the terminal. */
public final class Prompt {
  private Prompt() {}

  /** Whether the answer is {@code yes}, the whole word; everything else is a no. */
  public static boolean confirmed(Console console, String question) {
    console.err().print(Escaper.escape(question) + " Type 'yes' to continue: ");
    console.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null && answer.strip().equals("yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
