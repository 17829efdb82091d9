package io.cloudsyncctl.dsm.session;

import com.google.common.base.Ticker;
import io.cloudsyncctl.dsm.DsmEndpoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long work on a NAS may take in all, beside the time-outs of each HTTP request ({@link
 * DsmEndpoint.Timeouts}).
 *
 * @param call for one call: its repeats, their pauses and a new login included
 * @param session for all work on this NAS; null for no limit. The logout has its own five seconds
 * @param spent how much of that had passed when the session was opened
 * @param ticker the clock: it goes on evenly whatever happens to the time of day
 */
public record Deadlines(Duration call, @Nullable Duration session, Duration spent, Ticker ticker) {
  /** Deadlines of which nothing has passed. */
  public Deadlines(Duration call, @Nullable Duration session, Ticker ticker) {
    this(call, session, Duration.ZERO, ticker);
  }

  /** Two minutes for a call, no limit for the session. */
  public static Deadlines standard() {
    return new Deadlines(Duration.ofMinutes(2), null, Ticker.systemTicker());
  }

  /**
   * These deadlines with a limit for several sessions together.
   *
   * @param alreadySpent what the earlier sessions took
   */
  public Deadlines withSession(Duration limit, Duration alreadySpent) {
    return new Deadlines(call, limit, alreadySpent, ticker);
  }
}
