package io.cloudsyncctl.dsm;

import java.time.Duration;

/** Sets the deadline of each call of one session, which started when this was made. */
final class Timekeeper {
  private final Deadlines deadlines;
  private final long started;

  Timekeeper(Deadlines deadlines) {
    this.deadlines = deadlines;
    this.started = deadlines.ticker().read();
  }

  /** The deadline of a call that starts now: its own or the session's, whichever is sooner. */
  Deadline forCall() {
    Duration session = deadlines.session();
    long now = deadlines.ticker().read();
    long call = now + deadlines.call().toNanos();
    if (session == null || started + session.toNanos() - call > 0) {
      return new Deadline(deadlines.ticker(), call, "one call", deadlines.call());
    }
    return new Deadline(
        deadlines.ticker(), started + session.toNanos(), "all work on this NAS", session);
  }
}
