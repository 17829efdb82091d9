package io.cloudsyncctl.simulator.script;

import java.io.Serial;

/** A script that cannot be read. The message is for people. */
public final class ScriptException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;

  ScriptException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The number of the line, from 1. */
  public int line() {
    return line;
  }
}
