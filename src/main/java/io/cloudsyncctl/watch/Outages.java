package io.cloudsyncctl.watch;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The NAS that did not answer, and until when each is left alone. One that refused the login rests
 * as long as may be at once: DSM blocks an address, or the account, after a few refusals.
 */
public final class Outages {
  private final Pace pace;
  private final Map<String, Outage> outages = new HashMap<>();

  private record Outage(int failures, Instant until) {}

  /** How a NAS took the last attempt. */
  public enum Attempt {
    ANSWERED,
    UNREACHABLE,
    LOGIN_REFUSED
  }

  /** No outage yet. */
  public Outages(Pace pace) {
    this.pace = pace;
  }

  /** Whether a NAS may be tried. */
  public synchronized boolean isDue(String nas, Instant now) {
    Outage outage = outages.get(nas);
    return outage == null || !now.isBefore(outage.until());
  }

  /** What came of trying it. */
  public synchronized void tried(String nas, Attempt attempt, Instant now) {
    switch (attempt) {
      case ANSWERED -> outages.remove(nas);
      case UNREACHABLE -> {
        Outage before = outages.get(nas);
        int failures = before == null ? 1 : before.failures() + 1;
        // The next round may come a little early: it is not to be missed for that.
        Instant until =
            failures == 1 ? now : now.plus(pace.rest(failures)).minus(pace.interval().dividedBy(2));
        outages.put(nas, new Outage(failures, until));
      }
      case LOGIN_REFUSED -> outages.put(nas, new Outage(1, now.plus(pace.longest())));
    }
  }

  /** What is declared has changed: everything may be tried at once. */
  public synchronized void forget() {
    outages.clear();
  }

  /** How many NAS are left alone. */
  public synchronized long resting(Instant now) {
    return outages.values().stream().filter(outage -> now.isBefore(outage.until())).count();
  }
}
