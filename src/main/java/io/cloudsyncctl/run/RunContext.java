package io.cloudsyncctl.run;

import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.state.JournalStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all parts of a run share.
 *
 * @param toolVersion the version of the program, which journals and saved plans name
 * @param log what the run has found and done so far
 * @param nas how a NAS is reached
 * @param state where the run keeps what outlives it
 * @param journals where the events of journals go
 * @param leftAlone why a NAS is left alone in this run, where it is: what came of it when it was
 *     last tried
 */
public record RunContext(
    String toolVersion,
    InstantSource clock,
    RunOutput output,
    RunLog log,
    Interruption interruption,
    Connecting connecting,
    NasAccess nas,
    StateStore state,
    JournalStore journals,
    Function<String, Optional<NasOutcome.Failed<AssessedPlan>>> leftAlone) {

  /** The day in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What earlier runs on a NAS left behind. */
  public Leftovers leftovers(DesiredState desired) {
    return state.leftovers(desired.nas(), output);
  }

  /** How it is waited for that connections rest. */
  public RestTerms restTerms(Duration limit, RestTerms.Accepted accepted) {
    return new RestTerms(
        limit, connecting.options().deadlines().ticker(), interruption::sleep, accepted);
  }
}
