package io.cloudsyncctl.dsm;

/** What a failure says of the next attempt and of the one that failed. */
public enum FailureMode {
  /** The same call fails the same way again. */
  FINAL,
  /** It passes, whoever answered: a connection that was cut, an HTTP status of 500 and more. */
  PASSING,
  /**
   * It passes where this NAS has answered before, and means a wrong address where it has not:
   * nothing listens there, or what listens is no DSM.
   */
  PASSING_ONCE_REACHED,
  /** Like {@link #PASSING_ONCE_REACHED}: the time for the answer was over. */
  TOO_LATE,
  /** We gave up the call. */
  ABANDONED;

  /** Whether another attempt is worth its time. */
  public boolean passes(boolean reached) {
    return switch (this) {
      case PASSING -> true;
      case PASSING_ONCE_REACHED, TOO_LATE -> reached;
      case FINAL, ABANDONED -> false;
    };
  }
}
