package io.cloudsyncctl.apply;

import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.plan.Plan;

/**
 * Says what is left to do on a NAS: the declared state for an apply, the pre-images for an undo.
 */
@FunctionalInterface
public interface Planner {
  Plan plan(LiveState live, SettingsRecord record);
}
