package io.cloudsyncctl.cli;

import com.google.common.base.Ticker;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.Deadlines;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.run.Connecting;
import io.cloudsyncctl.run.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Time that stands still but where the program waits: then as much of it passes at once, by the
 * clock and by the ticker.
 */
public final class HandTime extends Ticker implements InstantSource {
  private final Instant start;
  private final Consumer<Duration> passing;
  private long passed;

  public HandTime(Instant start) {
    this(start, _ -> {});
  }

  /**
   * Begins.
   *
   * @param passing is told how much passes, such as for the clock of a NAS
   */
  public HandTime(Instant start, Consumer<Duration> passing) {
    this.start = start;
    this.passing = passing;
  }

  /** Lets time pass. */
  public synchronized void pass(Duration duration) {
    passed += duration.toNanos();
    passing.accept(duration);
  }

  @Override
  public synchronized long read() {
    return passed;
  }

  @Override
  public synchronized Instant instant() {
    return start.plusNanos(passed);
  }

  Interruption interruption() {
    return new Interruption(this::pass);
  }

  SessionOptions sessions() {
    RetryPolicy standard = RetryPolicy.standard();
    return SessionOptions.standard()
        .withRetries(
            new RetryPolicy(standard.attempts(), standard.first(), this::pass, new Random(7)))
        .withDeadlines(new Deadlines(Deadlines.standard().call(), null, this));
  }

  Connecting connecting() {
    return new Connecting(sessions(), DsmEndpoint.Timeouts.DEFAULT);
  }
}
