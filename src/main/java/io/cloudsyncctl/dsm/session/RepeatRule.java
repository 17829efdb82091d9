package io.cloudsyncctl.dsm.session;

import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.transport.Deadline;

/**
 * What may be repeated. How often and after what pauses is said by {@link RetryPolicy}, until when
 * by {@link Deadline}.
 */
enum RepeatRule {
  /** Doing it twice is the same as doing it once: reads, and writes that are known to be so. */
  ABSOLUTE,
  /** A login with a password that nobody has tried: only where the NAS did not look at it. */
  LOGIN,
  /** Any other write: only where it certainly did not happen. */
  ONCE;

  /** The rule of a write. */
  static RepeatRule of(ApiCall call) {
    return call.absolute() ? ABSOLUTE : ONCE;
  }

  /**
   * Whether to repeat after no answer, or none of DSM.
   *
   * @param reached whether this NAS has answered before; the first contact fails at once where a
   *     wrong address would fail the same way
   */
  boolean repeats(DsmException failure, boolean reached) {
    boolean safe = this == ABSOLUTE || failure.certainty() == Certainty.DID_NOT_HAPPEN;
    return safe && failure.mode().passes(reached);
  }

  /** Whether to repeat after a refusal: a busy NAS may have started what it was asked for. */
  boolean repeats(ApiError error) {
    return switch (this) {
      case ABSOLUTE, LOGIN -> error.busy();
      case ONCE -> false;
    };
  }
}
