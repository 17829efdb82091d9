package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.run.apply.ObserveTerms;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --observe}. */
public final class ObserveOptions {
  @Option(
      names = "--observe",
      paramLabel = "TIME",
      converter = Times.class,
      description =
          "Afterwards follow status and log of the changed connections for so long, such as 10m,"
              + " and pause one that deletes more than it may; then no further NAS is begun. It"
              + " limits damage, it does not prevent it.")
  @Nullable Duration time;

  @Option(
      names = "--max-deletions",
      paramLabel = "N",
      defaultValue = "0",
      description = "With --observe: how many deletions of a connection are allowed; 0 by default.")
  long maxDeletions;

  /** How changed connections are watched, where that was asked for. */
  public Optional<ObserveTerms> terms() {
    return Optional.ofNullable(time).map(watched -> new ObserveTerms(watched, maxDeletions));
  }

  /** For how long it watches, if at all. */
  public Duration duration() {
    return time == null ? Duration.ZERO : time;
  }
}
