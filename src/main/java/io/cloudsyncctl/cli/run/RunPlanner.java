package io.cloudsyncctl.cli.run;

import io.cloudsyncctl.apply.leftover.LeftoverPlanner;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.operation.Planner;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.Quiesce;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.policy.Consent;
import io.cloudsyncctl.plan.policy.RenameConsent;
import java.util.Optional;

/**
 * Everything that makes the plan of one NAS in a run. Whoever plans again in its course plans with
 * this: a look that left something out would carry out what nobody has judged.
 *
 * @param end what is to be reached: what is declared, or what was before
 * @param leftovers what earlier runs left behind; an undo has to do with its own run alone, which
 *     its planner knows
 * @param undone the id of the run that is undone; empty where what is declared is to be reached
 * @param quiesce whether connections rest while what may delete files is written to them
 * @param pruned whether what nobody declares is removed
 * @param consent what was agreed to, where the plan is about to be applied; then what may be
 *     another connection than the declared one is held back
 * @param fleet the others of the run; empty while they have not been read
 */
public record RunPlanner(
    Planner end,
    DesiredState desired,
    Leftovers leftovers,
    Optional<String> undone,
    boolean quiesce,
    boolean pruned,
    Optional<Consent> consent,
    Optional<FleetContext> fleet)
    implements Planner {

  /** For what is declared. */
  public static RunPlanner of(PlanningOptions planning, DesiredState desired, Leftovers leftovers) {
    return new RunPlanner(
        planning.planner(desired),
        desired,
        leftovers,
        Optional.empty(),
        planning.quiesce,
        planning.prune,
        Optional.empty(),
        Optional.empty());
  }

  /** For the way back of a run. */
  static RunPlanner undoing(
      String run, Planner back, DesiredState desired, Leftovers leftovers, boolean quiesce) {
    return new RunPlanner(
        back,
        desired,
        leftovers,
        Optional.of(run),
        quiesce,
        false,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Plan plan(LiveState live, SettingsRecord record) {
    Plan whole = end.plan(live, record);
    Plan reached =
        undone.isPresent()
            ? whole
            : LeftoverPlanner.addTo(whole, leftovers, live, desired, record, pruned);
    Plan plan =
        consent.map(given -> RenameConsent.heldBack(reached, live, desired, given)).orElse(reached);
    return resting(live, fleet.map(others -> others.judge(desired, live, plan)).orElse(plan));
  }

  /** A plan with what rests meanwhile: what it may do has to be judged by then. */
  Plan resting(LiveState live, Plan judged) {
    return quiesce ? Quiesce.addTo(judged, live) : judged;
  }

  RunPlanner among(FleetContext others) {
    return new RunPlanner(
        end, desired, leftovers, undone, quiesce, pruned, consent, Optional.of(others));
  }

  /** The same, about to be applied with a consent. */
  RunPlanner consenting(Consent given) {
    return new RunPlanner(
        end, desired, leftovers, undone, quiesce, pruned, Optional.of(given), fleet);
  }

  /** The same, with what earlier runs have left by now. */
  RunPlanner with(Leftovers now) {
    return new RunPlanner(end, desired, now, undone, quiesce, pruned, consent, fleet);
  }

  /** Of the leftovers those that this run has to do with. */
  Leftovers own() {
    return undone.map(leftovers::ofRun).orElse(leftovers);
  }
}
