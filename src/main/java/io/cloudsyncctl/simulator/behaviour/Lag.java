package io.cloudsyncctl.simulator.behaviour;

import java.time.Duration;

/** How long something takes. */
public sealed interface Lag {
  /** So long by the clock of the NAS. */
  record Time(Duration duration) implements Lag {}

  /** As long as so many further answers do not tell of it yet. */
  record Looks(int count) implements Lag {}
}
