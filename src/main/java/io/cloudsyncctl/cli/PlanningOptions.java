package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.Planner;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.plan.Differ;
import io.cloudsyncctl.plan.Quiesce;
import picocli.CommandLine.Option;

/** What a plan does beside making declared things as they are declared. */
final class PlanningOptions {
  @Option(
      names = "--prune",
      description =
          "Remove connections and tasks that nobody declared. Each removal needs its acceptance,"
              + " and where there is any doubt nothing is pruned.")
  boolean prune;

  @Option(
      names = "--quiesce",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Pause a connection while changes that may delete files are made to it; this is so unless"
              + " --no-quiesce is given.")
  boolean quiesce = true;

  Planner planner(DesiredState desired) {
    return resting((live, record) -> Differ.diff(desired, live, record, prune));
  }

  /** The same plans, with what rests meanwhile. */
  Planner resting(Planner planner) {
    return quiesce ? (live, record) -> Quiesce.addTo(planner.plan(live, record), live) : planner;
  }
}
