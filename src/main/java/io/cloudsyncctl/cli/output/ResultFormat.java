package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.cli.console.Words;

/** How a command shows its result. */
public enum ResultFormat {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return Words.lowerCase(this);
  }
}
