package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.ApplyResult;
import io.cloudsyncctl.apply.Tripwire;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --observe}. */
final class ObserveOptions {
  @Option(
      names = "--observe",
      paramLabel = "TIME",
      converter = Times.class,
      description =
          "Afterwards follow status and log of the changed connections for so long, such as 10m,"
              + " and pause one that deletes more than it may. It limits damage, it does not"
              + " prevent it.")
  @Nullable Duration time;

  @Option(
      names = "--max-deletions",
      paramLabel = "N",
      defaultValue = "0",
      description = "With --observe: how many deletions of a connection are allowed; 0 by default.")
  long maxDeletions;

  /** Watches, where that was asked for; what was seen where a connection had to be paused. */
  Optional<Diagnostic> watch(OpenNas nas, Console console, ApplyResult result, Instant since) {
    if (time == null || !result.wrote()) {
      return Optional.empty();
    }
    console.err().println("watching the changed connections ...");
    Tripwire tripwire =
        new Tripwire(
            nas.session(),
            console.clock(),
            console.interruption()::sleep,
            time,
            maxDeletions,
            seen -> Reporter.report(console, ImmutableList.of(seen)));
    try {
      return tripwire.watch(result.outcomes(), since);
    } catch (InterruptedException e) {
      return Optional.of(
          Diagnostic.warning(
              "interrupted",
              "the changed connections were not watched to the end",
              new Location.OnNas(result.nas(), null, null),
              "look at their logs in DSM"));
    }
  }

  /** For how long it watches, if at all. */
  Duration duration() {
    return time == null ? Duration.ZERO : time;
  }
}
