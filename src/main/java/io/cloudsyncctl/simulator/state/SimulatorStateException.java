package io.cloudsyncctl.simulator.state;

import java.io.Serial;

/**
 * A state that cannot be served. The message says what is wrong and where, for people: it is meant
 * to be shown as it is, without a stack trace.
 */
public final class SimulatorStateException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A state that was refused.
   *
   * @param where the file, or another name of the state's source
   * @param what what is wrong with it, and at which place
   */
  public SimulatorStateException(String where, String what) {
    super(where + ": " + what);
  }
}
