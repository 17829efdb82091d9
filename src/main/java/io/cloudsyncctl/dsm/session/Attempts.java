package io.cloudsyncctl.dsm.session;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.NasUnreachableException;
import io.cloudsyncctl.dsm.transport.Deadline;
import io.cloudsyncctl.dsm.transport.Wire;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call. It remembers whether one of them may have taken effect: then no later
 * refusal makes it certain that nothing happened.
 */
final class Attempts {
  /** Sends the call once. */
  @FunctionalInterface
  interface Sender {
    ApiResult send(Wire.@Nullable Session session, Duration limit);
  }

  private final Wire wire;
  private final RetryPolicy retries;
  private final Deadline deadline;
  private final Location.OnNas at;
  private final RepeatRule rule;
  private final Sender sender;
  private int sent;
  private boolean doubtful;

  Attempts(
      Wire wire,
      RetryPolicy retries,
      Deadline deadline,
      Location.OnNas at,
      RepeatRule rule,
      Sender sender) {
    this.wire = wire;
    this.retries = retries;
    this.deadline = deadline;
    this.at = at;
    this.rule = rule;
    this.sender = sender;
  }

  /** Sends the call and repeats it within all bounds where that may be done. */
  ApiResult send(Wire.@Nullable Session session) {
    while (true) {
      if (!deadline.allows(Duration.ZERO)) {
        throw certain(deadline.passed(at));
      }
      sent++;
      Duration pause = retries.pauseAfter(sent);
      try {
        ApiResult result = sender.send(session, deadline.left());
        if (!(result instanceof ApiResult.Refused(ApiError error))) {
          return result;
        }
        if (!rule.repeats(error) || !roomFor(pause)) {
          return doubtful ? new ApiResult.Refused(error.with(Certainty.MAY_HAVE_HAPPENED)) : result;
        }
        doubtful |= error.certainty() == Certainty.MAY_HAVE_HAPPENED;
      } catch (DsmException e) {
        if (!rule.repeats(e, wire.reached()) || !roomFor(pause)) {
          throw certain(deadline.cut(e, at));
        }
        doubtful |= e.certainty() == Certainty.MAY_HAVE_HAPPENED;
      }
      sleep(pause);
    }
  }

  /** The failure with what is known of all attempts. */
  DsmException certain(DsmException failure) {
    return doubtful ? failure.with(Certainty.MAY_HAVE_HAPPENED) : failure;
  }

  private boolean roomFor(Duration pause) {
    return sent < retries.attempts()
        && deadline.allows(pause)
        && !wire.givenUp()
        && !Thread.currentThread().isInterrupted();
  }

  private void sleep(Duration pause) {
    try {
      retries.sleeper().sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw certain(
          NasUnreachableException.interrupted(
              "the work was interrupted", at, Certainty.DID_NOT_HAPPEN, e));
    }
  }
}
