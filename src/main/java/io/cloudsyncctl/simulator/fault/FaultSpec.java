package io.cloudsyncctl.simulator.fault;

import java.time.Duration;

/** One thing that goes wrong: on the way of an HTTP request, or inside one API call. */
public sealed interface FaultSpec {

  /** A fault of a whole HTTP request. */
  sealed interface OfRequest extends FaultSpec {}

  /**
   * Another answer than the protocol's, for example an error page of a proxy.
   *
   * @param afterActing whether the request takes effect before it is answered this way
   */
  record RawAnswer(int status, String contentType, String body, boolean afterActing)
      implements OfRequest {}

  /**
   * The connection is closed without any answer.
   *
   * @param afterActing whether the request takes effect before that
   */
  record ClosedConnection(boolean afterActing) implements OfRequest {}

  /**
   * The request takes effect and is answered, but only this many bytes of the answer arrive, as a
   * complete HTTP message of that length.
   */
  record TruncatedAnswer(int bytes) implements OfRequest {}

  /**
   * The request is held up, then treated as usual.
   *
   * @param afterActing whether it takes effect before the wait rather than after it
   */
  record Delay(Duration duration, boolean afterActing) implements OfRequest {}

  /**
   * The request is held up for as long as somebody else decides, then treated as usual.
   *
   * @param before returns when the request may take effect
   * @param after returns when it may be answered
   */
  record Held(Runnable before, Runnable after) implements OfRequest {}

  /** The request is treated as usual, and its connection is closed after the answer. */
  record LastOfConnection() implements OfRequest {}

  /** The next API call, alone or in a compound, answers this code and has no effect. */
  record ApiError(int code) implements FaultSpec {}

  /** HTTP 502 with a page of HTML, as a proxy in front of the NAS would answer. */
  static RawAnswer badGateway() {
    return new RawAnswer(
        502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>", false);
  }

  /** A page of HTML with status 200, as a login portal would answer. */
  static RawAnswer htmlPage() {
    return new RawAnswer(
        200, "text/html", "<!DOCTYPE html><html><body>Sign in</body></html>", false);
  }
}
