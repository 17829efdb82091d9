package io.cloudsyncctl.run.plan;

import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.read.Snapshot;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.run.OpenNas;

/** One look at a NAS, and what it means for what is declared. */
public record Reading(
    DesiredState desired,
    Snapshot snapshot,
    SettingsRecord record,
    PlanPipeline pipeline,
    Plan plan) {

  /** Reads a NAS. */
  public static Reading of(OpenNas nas, SettingsRecord record, PlanPipeline pipeline) {
    Snapshot snapshot = LiveStateReader.read(ReadGateway.over(nas.session()));
    Plan plan = pipeline.plan(snapshot.live(), record);
    return new Reading(pipeline.desired(), snapshot, record, pipeline, plan);
  }

  /** What is approved with this plan. */
  public Approval approval() {
    return Approval.of(plan, snapshot.live());
  }

  /** Whether what was approved still is what this NAS leads to. */
  public boolean isAs(Approval approval) {
    return approval.holds(plan, snapshot.live());
  }

  /** The same reading, with what is still open of what earlier runs left. */
  public Reading owing(Leftovers open) {
    return new Reading(desired, snapshot, record, pipeline.with(open), plan);
  }

  /** The same reading, with its plan as it is judged among the other NAS of the run. */
  Reading among(FleetContext fleet, Plan judged) {
    return new Reading(
        desired,
        snapshot,
        record,
        pipeline.among(fleet),
        pipeline.finish(judged, snapshot.live(), record));
  }
}
