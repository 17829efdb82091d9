package io.cloudsyncctl.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when somebody waits, so that tests need not. */
public final class HandClock implements InstantSource {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
