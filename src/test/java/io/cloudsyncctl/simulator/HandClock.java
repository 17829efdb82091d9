package io.cloudsyncctl.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves by hand. */
public final class HandClock implements InstantSource {
  public static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);

  @Override
  public Instant instant() {
    return now.get();
  }

  public void forward(Duration duration) {
    now.updateAndGet(then -> then.plus(duration));
  }

  public void forward(long seconds) {
    forward(Duration.ofSeconds(seconds));
  }
}
