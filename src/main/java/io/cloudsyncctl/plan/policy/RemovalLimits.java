package io.cloudsyncctl.plan.policy;

/**
 * How much may be removed. A removed connection counts as all its tasks.
 *
 * @param perNas how many tasks of one NAS
 * @param perRun how many tasks of all NAS of a run
 * @param percent which share of a NAS's tasks, where more than one is removed
 */
public record RemovalLimits(int perNas, int perRun, int percent) {
  public static final RemovalLimits DEFAULT = new RemovalLimits(1, 3, 50);
}
