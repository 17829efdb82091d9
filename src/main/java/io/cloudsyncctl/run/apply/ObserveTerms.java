package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.observe.Tripwire;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunOutput;
import java.time.Duration;
import java.util.List;

/**
 * How changed connections are watched after an apply.
 *
 * @param time for how long
 * @param maxDeletions how many deletions of a connection are allowed
 */
public record ObserveTerms(Duration time, long maxDeletions) {

  /**
   * What watches a NAS.
   *
   * @param restLimit how long a connection may take to come to rest that is paused by the watch; it
   *     is told where one does not
   */
  Tripwire tripwire(DsmGateway nas, RunContext run, Duration restLimit) {
    return new Tripwire(
        nas,
        run.clock(),
        run.restTerms(restLimit, (_, _) -> false),
        time,
        maxDeletions,
        seen -> run.output().report(List.of(seen)));
  }

  /** Watches what was written; what has to be told where that did not go well to its end. */
  static ImmutableList<Diagnostic> watch(Tripwire tripwire, ApplyResult result, RunOutput output) {
    if (!result.wrote()) {
      return ImmutableList.of();
    }
    output.note("watching the changed connections ...");
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
}
