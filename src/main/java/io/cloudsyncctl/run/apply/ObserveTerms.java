package io.cloudsyncctl.run.apply;

import io.cloudsyncctl.apply.observe.Tripwire;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.run.RunContext;
import java.time.Duration;
import java.util.List;

/**
 * How changed connections are watched after an apply.
 *
 * @param time for how long
 * @param maxDeletions how many deletions of a connection are allowed
 */
public record ObserveTerms(Duration time, long maxDeletions) {

  Tripwire tripwire(DsmGateway nas, RunContext run, RestTerms rest) {
    return new Tripwire(
        nas, run.clock(), rest, time, maxDeletions, seen -> run.output().report(List.of(seen)));
  }
}
