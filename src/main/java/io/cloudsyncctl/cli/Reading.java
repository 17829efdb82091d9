package io.cloudsyncctl.cli;

import io.cloudsyncctl.cloudsync.LiveStateReader;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.cloudsync.Snapshot;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.plan.Differ;
import io.cloudsyncctl.plan.Plan;

/** One look at a NAS, and what it means for what is declared. */
record Reading(DesiredState desired, Snapshot snapshot, SettingsRecord record, Plan plan) {

  static Reading of(
      OpenNas nas, DesiredState desired, SettingsRecord record, PruneOption prune) {
    Snapshot snapshot = LiveStateReader.read(ReadGateway.over(nas.session()));
    return new Reading(
        desired,
        snapshot,
        record,
        Differ.diff(desired, snapshot.live(), record, prune.prune));
  }

  /** The same reading with its plan judged anew. */
  Reading with(Plan judged) {
    return new Reading(desired, snapshot, record, judged);
  }
}
