package io.cloudsyncctl.dsm.session;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.transport.Deadline;
import io.cloudsyncctl.dsm.transport.Wire;

/** Sends calls of the session: with repeats, and once with a new login where it was lost. */
final class RetryingSender {
  private final Wire wire;
  private final SessionManager desk;
  private final RetryPolicy retries;
  private final Timekeeper time;

  RetryingSender(Wire wire, SessionManager desk, RetryPolicy retries, Timekeeper time) {
    this.wire = wire;
    this.desk = desk;
    this.retries = retries;
    this.time = time;
  }

  /** The deadline of a call that starts now. */
  Deadline deadline() {
    return time.forCall();
  }

  /** A read, which may always be repeated. */
  ApiResult read(ApiCall call, Deadline deadline) {
    return send(
        wire.at(call),
        RepeatRule.ABSOLUTE,
        deadline,
        (session, limit) -> wire.send(call, session, limit));
  }

  /** A read before there is a session. */
  ApiResult ask(ApiCall call) {
    return new Attempts(
            wire,
            retries,
            deadline(),
            wire.at(call),
            RepeatRule.ABSOLUTE,
            (session, limit) -> wire.send(call, session, limit))
        .send(null);
  }

  /** A write. */
  ApiResult write(ApiCall call) {
    return write(call, (session, limit) -> wire.send(call, session, limit));
  }

  /** A write that is sent and understood in another way. */
  ApiResult write(ApiCall call, Attempts.Sender sender) {
    return send(wire.at(call), RepeatRule.of(call), deadline(), sender);
  }

  /**
   * A lost session (106, 107, 119) is renewed and the call repeated once, also a write: those codes
   * mean that nothing was done.
   */
  private ApiResult send(
      Location.OnNas at, RepeatRule rule, Deadline deadline, Attempts.Sender sender) {
    Attempts attempts = new Attempts(wire, retries, deadline, at, rule, sender);
    Wire.Session session = desk.session();
    ApiResult result = attempts.send(session);
    if (result instanceof ApiResult.Refused(ApiError error) && error.sessionLost()) {
      try {
        desk.renew(session, deadline);
      } catch (DsmException e) {
        // What is uncertain of the login says nothing of the call.
        throw attempts.certain(e.with(Certainty.DID_NOT_HAPPEN));
      }
      return attempts.send(desk.session());
    }
    return result;
  }
}
