package io.cloudsyncctl.plan.diff;

import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Observation;

/**
 * The remark that a declared connection is paused, where nothing is declared of that. Whoever knows
 * which run left it so says that instead.
 */
public final class UnexplainedPause {
  private UnexplainedPause() {}

  /**
   * The remark.
   *
   * @param itself whether it is the connection itself; else everything on the NAS is paused
   */
  public static Observation.Remark of(Address address, boolean itself) {
    return new Observation.Remark(
        address,
        (itself ? "no run that is known here left it paused" : "no run left everything paused")
            + ": it stays so unless paused: false is declared");
  }
}
