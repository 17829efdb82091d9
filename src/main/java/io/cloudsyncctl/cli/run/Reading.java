package io.cloudsyncctl.cli.run;

import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.read.Snapshot;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;

/** One look at a NAS, and what it means for what is declared. */
public record Reading(
    DesiredState desired, Snapshot snapshot, SettingsRecord record, RunPlanner planner, Plan plan) {

  /** Reads a NAS. */
  public static Reading of(OpenNas nas, SettingsRecord record, RunPlanner planner) {
    Snapshot snapshot = LiveStateReader.read(ReadGateway.over(nas.session()));
    Plan plan = planner.plan(snapshot.live(), record);
    return new Reading(planner.desired(), snapshot, record, planner, plan);
  }

  /** What is approved with this plan. */
  Approval approval() {
    return Approval.of(plan, snapshot.live());
  }

  /** Whether what was approved still is what this NAS leads to. */
  public boolean isAs(Approval approval) {
    return approval.holds(plan, snapshot.live());
  }

  /** The same reading, with what is still open of what earlier runs left. */
  Reading owing(Leftovers open) {
    return new Reading(desired, snapshot, record, planner.with(open), plan);
  }

  /** The same reading, with its plan as it is judged among the other NAS of the run. */
  Reading among(FleetContext fleet, Plan judged) {
    return new Reading(
        desired, snapshot, record, planner.among(fleet), planner.resting(snapshot.live(), judged));
  }
}
