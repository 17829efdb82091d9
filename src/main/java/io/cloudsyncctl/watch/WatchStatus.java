package io.cloudsyncctl.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How it is with the watching, for those who ask from outside. */
public final class WatchStatus {
  /** So many intervals may pass in which nothing happens before something is wrong. */
  private static final int MISSED_ROUNDS = 3;

  /** A round has more to do than to talk with NAS: it reads files, writes reports, tells people. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final Duration slack;
  private Instant lastEnd;
  private @Nullable Instant began;
  private Supplier<Optional<Duration>> limit = Optional::empty;
  private long rounds;
  private int exitCode;
  private String metrics = "";

  /** Begun now, no round yet. */
  public WatchStatus(Duration interval, Instant now) {
    Duration missed = interval.multipliedBy(MISSED_ROUNDS);
    this.slack = missed.compareTo(SHORTEST) < 0 ? SHORTEST : missed;
    this.lastEnd = now;
  }

  /**
   * A round begins.
   *
   * @param longest asked at any time: how long it may take by what is known of it then; empty for
   *     without end
   */
  public synchronized void began(Instant now, Supplier<Optional<Duration>> longest) {
    began = now;
    limit = longest;
  }

  /**
   * A round has come to its end.
   *
   * @param code what it would have ended with as a run of its own
   * @param ofTheRound its metrics in Prometheus' text format
   */
  public synchronized void ended(Instant now, int code, String ofTheRound) {
    lastEnd = now;
    began = null;
    rounds++;
    exitCode = code;
    metrics = ofTheRound;
  }

  /**
   * Whether the watching goes on: a round is under way within its limits, or the next is not
   * overdue. What rounds find, and a NAS that is away or hangs, is no illness of the watching.
   */
  public synchronized boolean healthy(Instant now) {
    Instant since = began;
    if (since == null) {
      return Duration.between(lastEnd, now).compareTo(slack) <= 0;
    }
    Optional<Duration> longest = limit.get();
    return longest.isEmpty()
        || Duration.between(since, now).compareTo(longest.get().plus(slack)) <= 0;
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
