package io.cloudsyncctl.simulator.behaviour;

import java.io.Serial;

/** A text that names no behaviour. The message is for people. */
public final class BehaviourException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  BehaviourException(String message) {
    super(message);
  }
}
