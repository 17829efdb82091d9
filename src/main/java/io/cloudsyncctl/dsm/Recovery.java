package io.cloudsyncctl.dsm;

/** Repeats what may be repeated: a call whose session was lost, and reads of a busy NAS. */
final class Recovery {
  private final Wire wire;
  private final LoginDesk desk;
  private final Patience patience;

  Recovery(Wire wire, LoginDesk desk, Patience patience) {
    this.wire = wire;
    this.desk = desk;
    this.patience = patience;
  }

  /** A read: a lost session is renewed once, a busy NAS asked again after a pause. */
  ApiResult read(ApiCall call) {
    for (int attempt = 1; ; attempt++) {
      ApiResult result = write(call);
      boolean again =
          result instanceof ApiResult.Refused(ApiError error)
              && error.busy()
              && attempt < patience.attempts();
      if (!again) {
        return result;
      }
      pause(call, attempt);
    }
  }

  /**
   * A write: a lost session (106, 107, 119) is renewed and the call repeated once, since those
   * codes mean that nothing was done; nothing else is ever repeated.
   */
  ApiResult write(ApiCall call) {
    Wire.Session session = desk.session();
    ApiResult result = wire.send(call, session);
    if (result instanceof ApiResult.Refused(ApiError error) && error.sessionLost()) {
      desk.renew(session);
      return wire.send(call, desk.session());
    }
    return result;
  }

  private void pause(ApiCall call, int attempt) {
    try {
      patience.pause(attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NasUnreachableException.interrupted(
          "the work was interrupted", wire.at(call), Certainty.DID_NOT_HAPPEN, e);
    }
  }
}
