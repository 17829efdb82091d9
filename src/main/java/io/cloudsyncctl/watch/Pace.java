package io.cloudsyncctl.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often.
 *
 * @param interval from the beginning of a round to that of the next
 * @param jitter by what share of the interval a round may come earlier or later, 0 to 1, so that
 *     many machines that started together do not stay together
 * @param longest how long a NAS that cannot be reached is left alone at most
 */
public record Pace(Duration interval, double jitter, Duration longest) {

  /** The time to the next round. */
  public Duration next(RandomGenerator random) {
    double factor = 1 + jitter * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(interval.toMillis() * factor));
  }

  /**
   * How long a NAS is left alone: an interval after the first failure, twice as long after each
   * further one.
   *
   * @param failures in a row, at least 1
   */
  public Duration rest(int failures) {
    Duration rest = interval;
    for (int i = 1; i < failures && rest.compareTo(longest) < 0; i++) {
      rest = rest.multipliedBy(2);
    }
    return rest.compareTo(longest) < 0 ? rest : longest;
  }
}
