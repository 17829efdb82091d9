package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.plan.FleetRiskRules;
import io.cloudsyncctl.plan.NotReached;
import io.cloudsyncctl.plan.Plan;

/**
 * What one NAS of a run has to be judged together with.
 *
 * @param others the others, as they are and as they are planned
 * @param notReached those that were not read
 */
record Fleet(ImmutableList<FleetRiskRules.View> others, NotReached notReached) {

  /** The same plan, with what its tasks may do to each other and to those of the others. */
  Plan judge(DesiredState desired, LiveState live, Plan plan) {
    return FleetRiskRules.judge(new FleetRiskRules.View(desired, live, plan), others, notReached);
  }
}
