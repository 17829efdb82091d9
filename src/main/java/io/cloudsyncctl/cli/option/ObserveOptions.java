package io.cloudsyncctl.cli.option;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.observe.Tripwire;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
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

  /** What watches the changed connections of a NAS, where that was asked for. */
  public Optional<Tripwire> tripwire(DsmGateway nas, Console console, RestOptions rest) {
    return Optional.ofNullable(time)
        .map(watched ->
            new Tripwire(
                nas,
                console.clock(),
                rest.terms(console, (_, _) -> false),
                watched,
                maxDeletions,
                seen -> Reporter.report(console, ImmutableList.of(seen))));
  }

  /** Watches what was written; what has to be told where that did not go well to its end. */
  public static ImmutableList<Diagnostic> watch(
      Tripwire tripwire, ApplyResult result, Console console) {
    if (!result.wrote()) {
      return ImmutableList.of();
    }
    console.err().println("watching the changed connections ...");
    try {
      return tripwire.watch(result.outcomes());
    } catch (DsmException e) {
      return ImmutableList.of(e.diagnostic());
    } catch (InterruptedException e) {
      return ImmutableList.of(
          Diagnostic.warning(
              DiagnosticCode.INTERRUPTED,
              "the changed connections were not watched to the end",
              new Location.OnNas(result.nas(), null, null),
              "look at their logs in DSM"));
    }
  }

  /** For how long it watches, if at all. */
  public Duration duration() {
    return time == null ? Duration.ZERO : time;
  }
}
