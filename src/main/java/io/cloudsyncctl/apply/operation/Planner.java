package io.cloudsyncctl.apply.operation;

import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;

/**
 * Says what is left to do on a NAS: the declared state for an apply, the pre-images for an undo.
 */
@FunctionalInterface
public interface Planner {
  Plan plan(LiveState live, SettingsRecord record);
}
