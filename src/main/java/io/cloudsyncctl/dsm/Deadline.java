package io.cloudsyncctl.dsm;

import com.google.common.base.Ticker;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import java.time.Duration;

/**
 * When a call has to be over.
 *
 * @param end by the ticker, in nanoseconds
 * @param ofWhat whose limit it is, in words
 * @param whole that limit
 */
record Deadline(Ticker ticker, long end, String ofWhat, Duration whole) {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  Duration left() {
    return Duration.ofNanos(end - ticker.read());
  }

  /** Whether there is time to wait that long and to send something after it. */
  boolean allows(Duration pause) {
    return left().compareTo(pause.plus(SHORTEST)) >= 0;
  }

  /** What to throw where a call would be sent after the end. */
  NasUnreachableException passed(Location.OnNas at) {
    return new NasUnreachableException(
        Diagnostic.error(
            "nas-timeout",
            "the time for " + ofWhat + ", " + TransportFailures.words(whole) + ", is over",
            at,
            "the NAS may be busy or waking its disks: try again"),
        Certainty.DID_NOT_HAPPEN,
        FailureMode.FINAL,
        null);
  }
}
