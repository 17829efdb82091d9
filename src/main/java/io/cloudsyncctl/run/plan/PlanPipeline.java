package io.cloudsyncctl.run.plan;

import io.cloudsyncctl.apply.leftover.LeftoverPlanner;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.operation.Planner;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.diff.DriftView;
import io.cloudsyncctl.plan.diff.Quiesce;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.policy.Consent;
import io.cloudsyncctl.plan.policy.RenameConsent;
import java.util.Optional;

/**
 * The order in which the plan of one NAS comes about: what differs from the end to be reached, what
 * earlier runs left, what is held back without consent, what the plan and those of the other NAS
 * may do to each other, which connections rest meanwhile, and what of it counts as drift. Whoever
 * plans again in the course of a run plans with this: a plan that left a step out would carry out
 * what nobody has judged.
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
 * @param drift whether the plan is only to show what differs
 */
public record PlanPipeline(
    Planner end,
    DesiredState desired,
    Leftovers leftovers,
    Optional<String> undone,
    boolean quiesce,
    boolean pruned,
    Optional<Consent> consent,
    Optional<FleetContext> fleet,
    boolean drift)
    implements Planner {

  /** To what is declared. */
  public static PlanPipeline of(
      PlanningRequest request, DesiredState desired, Leftovers leftovers) {
    Recreation recreation = new Recreation(request.recreate());
    return new PlanPipeline(
        (live, record) -> Differ.diff(desired, live, record, request.prune(), recreation),
        desired,
        leftovers,
        Optional.empty(),
        request.quiesce(),
        request.prune(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The way back of a run. */
  public static PlanPipeline undoing(
      String run, Planner back, DesiredState desired, Leftovers leftovers) {
    return new PlanPipeline(
        back,
        desired,
        leftovers,
        Optional.of(run),
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        false);
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
    return fleet
        .map(others -> finish(others.judge(desired, live, plan), live, record))
        .orElseGet(() -> resting(plan, live));
  }

  /**
   * The last steps, of a plan that was judged among the others of the run: what it may do has to be
   * known by then.
   */
  Plan finish(Plan judged, LiveState live, SettingsRecord record) {
    Plan resting = resting(judged, live);
    return drift ? DriftView.of(resting, record) : resting;
  }

  private Plan resting(Plan plan, LiveState live) {
    return quiesce ? Quiesce.addTo(plan, live) : plan;
  }

  PlanPipeline among(FleetContext others) {
    return new PlanPipeline(
        end, desired, leftovers, undone, quiesce, pruned, consent, Optional.of(others), drift);
  }

  /** The same, about to be applied with a consent. */
  public PlanPipeline consenting(Consent given) {
    return new PlanPipeline(
        end, desired, leftovers, undone, quiesce, pruned, Optional.of(given), fleet, drift);
  }

  /** The same, only to show what differs. */
  public PlanPipeline asDrift() {
    return new PlanPipeline(end, desired, leftovers, undone, quiesce, pruned, consent, fleet, true);
  }

  /** The same, with what earlier runs have left by now. */
  public PlanPipeline with(Leftovers now) {
    return new PlanPipeline(end, desired, now, undone, quiesce, pruned, consent, fleet, drift);
  }

  /** Of the leftovers those that this run has to do with. */
  public Leftovers own() {
    return undone.map(leftovers::ofRun).orElse(leftovers);
  }
}
