package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Words;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import picocli.CommandLine.Option;

/** {@code --color}. */
public final class ColourOption {
  /** When results are coloured. */
  public enum When {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return Words.lowerCase(this);
    }
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description =
          "When to colour results: always, never or auto (the default: on a terminal, unless"
              + " NO_COLOR is set).")
  When when = When.AUTO;

  public TextOptions text(Console console, Verb verb) {
    boolean colour =
        switch (when) {
          case AUTO -> console.colour();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new TextOptions(colour, console.width(), verb);
  }
}
