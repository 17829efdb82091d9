package io.cloudsyncctl.run.apply;

import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.plan.policy.Consent;
import io.cloudsyncctl.run.TimeLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * On which terms an apply or undo writes.
 *
 * @param restLimit how long a connection may take to come to rest, and to go on afterwards
 * @param observing how what was changed is watched afterwards; empty where it is not
 * @param yes whether nobody is asked
 * @param kept what the NAS keep in place of what was written
 */
public record WriteTerms(
    Consent consent,
    Duration restLimit,
    Optional<ObserveTerms> observing,
    TimeLimits limits,
    boolean yes,
    KeptValues kept) {

  /** The same, without asking. */
  WriteTerms unasked() {
    return new WriteTerms(consent, restLimit, observing, limits, true, kept);
  }
}
