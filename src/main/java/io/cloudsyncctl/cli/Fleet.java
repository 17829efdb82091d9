package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.RiskFinding;
import io.cloudsyncctl.plan.FleetRiskRules;
import io.cloudsyncctl.plan.Plan;

/**
 * What one NAS of a run has to be judged together with.
 *
 * @param others the others, as they are and as they are planned
 * @param notReached those of which nothing is known
 * @param foundEarlier what was found when all were known
 */
record Fleet(
    ImmutableList<FleetRiskRules.View> others,
    ImmutableList<String> notReached,
    ImmutableListMultimap<Address, RiskFinding> foundEarlier) {

  /** The same plan, with what its tasks may do to each other and to those of the others. */
  Plan judge(LiveState live, Plan plan) {
    return FleetRiskRules.judge(
        new FleetRiskRules.View(live, plan), others, notReached, foundEarlier);
  }
}
