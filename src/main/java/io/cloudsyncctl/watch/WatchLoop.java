package io.cloudsyncctl.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Rounds one after the other, never two at once: a round that takes longer than the interval is
 * followed at once by the next. Between rounds it looks now and then whether what is declared has
 * changed, which begins a round early.
 */
public final class WatchLoop {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Pace pace;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Waiting waiting;

  /** How time is let pass. */
  @FunctionalInterface
  public interface Waiting {
    void pause(Duration time) throws InterruptedException;
  }

  /** What is done in each round. */
  public interface Round {

    /**
     * Does it once.
     *
     * @param declaredAnew whether what is declared has changed since the last round
     * @param next when the next round is due
     */
    void run(boolean declaredAnew, Instant next);

    /** Whether what is declared has changed since the last round began. */
    boolean isOutdated();
  }

  /** A loop on a clock. */
  public WatchLoop(Pace pace, InstantSource clock, RandomGenerator random, Waiting waiting) {
    this.pace = pace;
    this.clock = clock;
    this.random = random;
    this.waiting = waiting;
  }

  /**
   * Goes round until it is told to stop.
   *
   * @param more asked before each round and while waiting
   */
  public void run(Round round, Supplier<Boolean> more) throws InterruptedException {
    boolean declaredAnew = true;
    while (more.get()) {
      Instant next = clock.instant().plus(pace.next(random));
      round.run(declaredAnew, next);
      declaredAnew = waitUntil(next, round, more);
    }
  }

  /** Whether it ended early, since what is declared is no longer what the round began with. */
  private boolean waitUntil(Instant next, Round round, Supplier<Boolean> more)
      throws InterruptedException {
    while (more.get()) {
      if (round.isOutdated()) {
        return true;
      }
      Duration left = Duration.between(clock.instant(), next);
      if (!left.isPositive()) {
        return false;
      }
      waiting.pause(left.compareTo(LOOK) < 0 ? left : LOOK);
    }
    return false;
  }
}
