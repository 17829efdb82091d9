package io.cloudsyncctl.run.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.risk.FleetRiskRules;
import io.cloudsyncctl.plan.risk.NotReached;

/**
 * What one NAS of a run has to be judged together with.
 *
 * @param others the others, as they are and as they are planned
 * @param notReached those that were not read
 */
record FleetContext(ImmutableList<FleetRiskRules.View> others, NotReached notReached) {

  /** The same plan, with what its tasks may do to each other and to those of the others. */
  Plan judge(DesiredState desired, LiveState live, Plan plan) {
    return FleetRiskRules.judge(new FleetRiskRules.View(desired, live, plan), others, notReached);
  }
}
