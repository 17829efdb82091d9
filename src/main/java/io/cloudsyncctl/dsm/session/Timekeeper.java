package io.cloudsyncctl.dsm.session;

import io.cloudsyncctl.dsm.transport.Deadline;
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
    long call = deadlines.ticker().read() + deadlines.call().toNanos();
    if (session == null) {
      return new Deadline(deadlines.ticker(), call, Deadline.Of.CALL, deadlines.call());
    }
    long end = started + session.minus(deadlines.spent()).toNanos();
    return end - call > 0
        ? new Deadline(deadlines.ticker(), call, Deadline.Of.CALL, deadlines.call())
        : new Deadline(deadlines.ticker(), end, Deadline.Of.NAS, session);
  }
}
