package io.cloudsyncctl.run;

import io.cloudsyncctl.cloudsync.read.RawAnswers;
import io.cloudsyncctl.model.desired.NasTarget;

/** How the NAS of a run are reached: the real ones, or a simulated one in place of each. */
public interface NasAccess {

  /** Whether what is written reaches no real NAS. */
  boolean simulated();

  /**
   * Logs in to a NAS.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException where there are no credentials
   * @throws io.cloudsyncctl.dsm.DsmException where it cannot be reached or refuses the login
   */
  OpenNas open(NasTarget target, TimeLimits limits);

  /** Starts a simulated NAS that answers as one did, and logs in to it. */
  OpenNas twin(String name, RawAnswers answers);
}
