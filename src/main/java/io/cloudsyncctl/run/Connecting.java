package io.cloudsyncctl.run;

import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.LoginLedger;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.watch.WatchLoop;

/**
 * How the NAS of one run are waited for.
 *
 * @param options of all sessions of the run: its ledger sees to it that no login that was refused
 *     is tried again, whichever session tries
 * @param timeouts of each HTTP request
 * @param waiting how the time between the rounds of watching is let pass
 */
public record Connecting(
    SessionOptions options, DsmEndpoint.Timeouts timeouts, WatchLoop.Waiting waiting) {

  /** Waits as long as it is told. */
  public Connecting(SessionOptions options, DsmEndpoint.Timeouts timeouts) {
    this(options, timeouts, Thread::sleep);
  }

  public static Connecting standard() {
    return new Connecting(SessionOptions.standard(), DsmEndpoint.Timeouts.DEFAULT);
  }

  /** The same for another run, which knows nothing of this one's logins. */
  public Connecting forRun() {
    return new Connecting(options.withLedger(new LoginLedger()), timeouts, waiting);
  }
}
