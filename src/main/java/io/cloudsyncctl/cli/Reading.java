package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.Approval;
import io.cloudsyncctl.apply.Leftovers;
import io.cloudsyncctl.apply.Planner;
import io.cloudsyncctl.cloudsync.LiveStateReader;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.cloudsync.Snapshot;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.plan.Plan;

/** One look at a NAS, and what it means for what is declared. */
record Reading(
    DesiredState desired, Snapshot snapshot, SettingsRecord record, Planner planner, Plan plan) {

  /**
   * Reads a NAS.
   *
   * @param leftovers what earlier runs on it left behind
   */
  static Reading of(
      OpenNas nas,
      DesiredState desired,
      SettingsRecord record,
      PlanningOptions planning,
      Leftovers leftovers) {
    return by(nas, desired, record, planning.planner(desired), leftovers);
  }

  /** Reads a NAS for another end than what is declared. */
  static Reading by(
      OpenNas nas,
      DesiredState desired,
      SettingsRecord record,
      Planner planner,
      Leftovers leftovers) {
    Snapshot snapshot = LiveStateReader.read(ReadGateway.over(nas.session()));
    LiveState live = snapshot.live();
    Plan plan =
        leftovers.addTo(planner.plan(live, record), live, name -> isDeclaredPaused(desired, name));
    return new Reading(desired, snapshot, record, planner, plan);
  }

  private static boolean isDeclaredPaused(DesiredState desired, String name) {
    return desired.connections().stream()
        .filter(connection -> connection.name().value().equals(name))
        .anyMatch(connection -> connection.paused() != null && connection.paused().value());
  }

  /** What is approved with this plan. */
  Approval approval() {
    return Approval.of(plan, snapshot.live());
  }

  /** Whether what was approved still is what this NAS leads to. */
  boolean isAs(Approval approval) {
    return approval.holds(plan, snapshot.live());
  }

  /** The same reading with its plan judged anew. */
  Reading with(Plan judged) {
    return new Reading(desired, snapshot, record, planner, judged);
  }
}
