package io.cloudsyncctl.cli;

import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.SessionOptions;

/**
 * How the NAS of one run are waited for.
 *
 * @param options of all sessions of the run: its ledger sees to it that no login that was refused
 *     is tried again, whichever session tries
 * @param timeouts of each HTTP request
 */
record Connecting(SessionOptions options, DsmEndpoint.Timeouts timeouts) {
  static Connecting standard() {
    return new Connecting(SessionOptions.standard(), DsmEndpoint.Timeouts.DEFAULT);
  }
}
