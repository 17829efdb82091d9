package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.Approval;
import io.cloudsyncctl.apply.Leftovers;
import io.cloudsyncctl.cloudsync.LiveStateReader;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.cloudsync.Snapshot;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.plan.Plan;

/** One look at a NAS, and what it means for what is declared. */
record Reading(
    DesiredState desired, Snapshot snapshot, SettingsRecord record, RunPlanner planner, Plan plan) {

  /** Reads a NAS. */
  static Reading of(OpenNas nas, SettingsRecord record, RunPlanner planner) {
    Snapshot snapshot = LiveStateReader.read(ReadGateway.over(nas.session()));
    Plan plan = planner.plan(snapshot.live(), record);
    return new Reading(planner.desired(), snapshot, record, planner, plan);
  }

  /** What is approved with this plan. */
  Approval approval() {
    return Approval.of(plan, snapshot.live());
  }

  /** Whether what was approved still is what this NAS leads to. */
  boolean isAs(Approval approval) {
    return approval.holds(plan, snapshot.live());
  }

  /** The same reading, with what is still open of what earlier runs left. */
  Reading owing(Leftovers open) {
    return new Reading(desired, snapshot, record, planner.with(open), plan);
  }

  /** The same reading, with its plan as it is judged among the other NAS of the run. */
  Reading among(Fleet fleet, Plan judged) {
    return new Reading(
        desired, snapshot, record, planner.among(fleet), planner.resting(snapshot.live(), judged));
  }
}
