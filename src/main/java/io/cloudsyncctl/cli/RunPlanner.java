package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.Leftovers;
import io.cloudsyncctl.apply.Planner;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.plan.Plan;
import java.util.Optional;

/**
 * Everything that makes the plan of one NAS in a run. Whoever plans again in its course plans with
 * this: a look that left something out would carry out what nobody has judged.
 *
 * @param end what is to be reached: what is declared, or what was before
 * @param leftovers what earlier runs left behind
 * @param fleet the others of the run; empty while they have not been read
 */
record RunPlanner(Planner end, DesiredState desired, Leftovers leftovers, Optional<Fleet> fleet)
    implements Planner {

  RunPlanner(Planner end, DesiredState desired, Leftovers leftovers) {
    this(end, desired, leftovers, Optional.empty());
  }

  @Override
  public Plan plan(LiveState live, SettingsRecord record) {
    Plan plan = leftovers.addTo(end.plan(live, record), live, this::isDeclaredPaused);
    return fleet.map(others -> others.judge(live, plan)).orElse(plan);
  }

  private boolean isDeclaredPaused(String connectionName) {
    return desired.connections().stream()
        .filter(connection -> connection.name().value().equals(connectionName))
        .anyMatch(connection -> connection.paused() != null && connection.paused().value());
  }

  RunPlanner among(Fleet others) {
    return new RunPlanner(end, desired, leftovers, Optional.of(others));
  }

  /** The same, with what earlier runs have left by now. */
  RunPlanner with(Leftovers now) {
    return new RunPlanner(end, desired, now, fleet);
  }
}
