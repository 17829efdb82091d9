package io.cloudsyncctl.dsm.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after what pauses a call is repeated where it may be.
 *
 * @param attempts how often one call is sent at most
 * @param first the longest pause before the second attempt; it doubles with each further one
 * @param sleeper waits; tests need no waiting
 * @param jitter shortens each pause, so that many runs do not come back at one moment
 */
public record RetryPolicy(int attempts, Duration first, Sleeper sleeper, RandomGenerator jitter) {
  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }

  /** Four attempts within at most three and a half seconds of pauses. */
  public static RetryPolicy standard() {
    return new RetryPolicy(4, Duration.ofMillis(500), Thread::sleep, RandomGenerator.getDefault());
  }

  /** The pause after so many attempts: between half and the whole of the longest. */
  Duration pauseAfter(int sent) {
    double share = 0.5 + jitter.nextDouble() / 2;
    return Duration.ofMillis((long) (first.toMillis() * Math.scalb(1.0, sent - 1) * share));
  }
}
