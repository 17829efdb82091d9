package io.cloudsyncctl.report.format;

import io.cloudsyncctl.report.model.Verb;

/**
 * How text is laid out.
 *
 * @param colour whether ANSI colours are used; the text says the same without them
 * @param width the columns of the terminal; below {@link #MINIMUM_WIDTH} it counts as that
 * @param verb for what the plan is shown
 */
public record TextOptions(boolean colour, int width, Verb verb) {
  public static final int DEFAULT_WIDTH = 80;
  public static final int MINIMUM_WIDTH = 60;

  public TextOptions {
    width = Math.max(width, MINIMUM_WIDTH);
  }

  /** Without colour, 80 columns wide: what a file or a pipe gets. */
  public static TextOptions plain(Verb verb) {
    return new TextOptions(false, DEFAULT_WIDTH, verb);
  }
}
