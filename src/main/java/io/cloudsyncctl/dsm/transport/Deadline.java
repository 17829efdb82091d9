package io.cloudsyncctl.dsm.transport;

import com.google.common.base.Ticker;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.FailureMode;
import io.cloudsyncctl.dsm.NasUnreachableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a call has to be over.
 *
 * @param end by the ticker, in nanoseconds
 * @param of whose limit it is
 * @param whole that limit
 */
public record Deadline(Ticker ticker, long end, Of of, Duration whole) {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final String BUSY = "the NAS may be busy or waking its disks: try again";

  /** Whose limit it is. */
  public enum Of {
    CALL("one call", BUSY),
    NAS("all work on this NAS", BUSY + ", or allow more time with --timeout");

    private final String words;
    private final String hint;

    Of(String words, String hint) {
      this.words = words;
      this.hint = hint;
    }
  }

  public Duration left() {
    return Duration.ofNanos(end - ticker.read());
  }

  /** Whether there is time to wait that long and to send something after it. */
  public boolean allows(Duration pause) {
    return left().compareTo(pause.plus(SHORTEST)) >= 0;
  }

  /** What to throw where a call would be sent after the end. */
  public NasUnreachableException passed(Location.OnNas at) {
    return passed(at, Certainty.DID_NOT_HAPPEN, FailureMode.FINAL, null);
  }

  /** A failure of a call that was under way when the time for all work on the NAS ended. */
  public DsmException cut(DsmException failure, Location.OnNas at) {
    return of == Of.NAS && failure.mode() == FailureMode.TOO_LATE && !allows(Duration.ZERO)
        ? passed(at, failure.certainty(), FailureMode.ABANDONED, failure)
        : failure;
  }

  private NasUnreachableException passed(
      Location.OnNas at, Certainty certainty, FailureMode mode, @Nullable Throwable cause) {
    return new NasUnreachableException(
        Diagnostic.error(
            DiagnosticCode.NAS_TIMEOUT,
            "the time for " + of.words + ", " + words(whole) + ", is over",
            at,
            of.hint),
        certainty,
        mode,
        cause);
  }

  private static String words(Duration limit) {
    boolean minutes =
        limit.isPositive() && limit.toMillis() % Duration.ofMinutes(1).toMillis() == 0;
    return minutes ? limit.toMinutes() + " min" : TransportFailures.words(limit);
  }
}
