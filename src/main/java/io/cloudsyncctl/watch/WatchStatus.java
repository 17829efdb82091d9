package io.cloudsyncctl.watch;

import java.time.Duration;
import java.time.Instant;

/** How it is with the watching, for those who ask from outside. */
public final class WatchStatus {
  /** So many intervals may pass without the end of a round before something is wrong. */
  private static final int MISSED_ROUNDS = 3;

  private final Duration interval;
  private Instant lastEnd;
  private long rounds;
  private int exitCode;
  private String metrics = "";

  /** Begun now, no round yet. */
  public WatchStatus(Duration interval, Instant now) {
    this.interval = interval;
    this.lastEnd = now;
  }

  /**
   * A round has come to its end.
   *
   * @param code what it would have ended with as a run of its own
   * @param ofTheRound its metrics in Prometheus' text format
   */
  public synchronized void ended(Instant now, int code, String ofTheRound) {
    lastEnd = now;
    rounds++;
    exitCode = code;
    metrics = ofTheRound;
  }

  /**
   * Whether rounds still come to their end. What they find, and a NAS that is away, is no illness
   * of the watching.
   */
  public synchronized boolean healthy(Instant now) {
    return Duration.between(lastEnd, now).compareTo(interval.multipliedBy(MISSED_ROUNDS)) <= 0;
  }

  /** The last round's metrics and those of the watching itself. */
  public synchronized String metrics() {
    return metrics
        + gauge("cloudsyncctl_watch_rounds_total", "counter", "Rounds that ended.", rounds)
        + gauge(
            "cloudsyncctl_watch_last_round_timestamp_seconds",
            "gauge",
            "When the last round ended; before the first, when the watching began.",
            lastEnd.getEpochSecond())
        + gauge(
            "cloudsyncctl_watch_last_exit_code",
            "gauge",
            "What the last round would have ended with as a run of its own.",
            exitCode);
  }

  private static String gauge(String name, String type, String help, long value) {
    return "# HELP "
        + name
        + " "
        + help
        + "\n# TYPE "
        + name
        + " "
        + type
        + "\n"
        + name
        + " "
        + value
        + "\n";
  }
}
