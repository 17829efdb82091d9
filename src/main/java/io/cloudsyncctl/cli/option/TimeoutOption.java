package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.run.TimeLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --timeout}. */
public final class TimeoutOption {
  /** Three round trips, each of which may wake the disks of a NAS. */
  static final Duration READING = Duration.ofMinutes(5);

  /** About a second for each write with the reads around it, for the largest NAS. */
  static final Duration WRITING = Duration.ofMinutes(30);

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Times.class,
      description =
          "How long the work on each NAS may take in all, such as 90s or 10m; 0s for no limit. By"
              + " default 5m, and 30m for apply and undo.")
  @Nullable Duration limit;

  /** The limits of a command that only reads. */
  public TimeLimits reading() {
    return limits(READING, Duration.ZERO);
  }

  /**
   * The limits of a command that writes.
   *
   * @param beside what the command does besides, on purpose
   */
  public TimeLimits writing(Duration beside) {
    return limits(WRITING, beside);
  }

  private TimeLimits limits(Duration usual, Duration beside) {
    Duration chosen = limit == null ? usual : limit;
    return chosen.isZero() ? TimeLimits.none() : TimeLimits.of(chosen.plus(beside));
  }
}
