package io.cloudsyncctl.apply.rest;

import com.google.common.base.Ticker;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Target;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How it is waited for that connections rest, and which need not quite.
 *
 * @param limit how long a connection may take to do what it was told
 * @param ticker the clock: it goes on evenly whatever happens to the time of day
 * @param sleeper lets the time between two looks pass
 * @param accepted which connections may be written to while they are in error or suspended
 */
public record RestTerms(
    Duration limit, Ticker ticker, RetryPolicy.Sleeper sleeper, Accepted accepted) {
  /** A worker may be in the middle of a large file. */
  public static final Duration USUAL_LIMIT = Duration.ofMinutes(2);

  /** What somebody accepted by name. */
  @FunctionalInterface
  public interface Accepted {
    boolean covers(Address address, Target.OfConnection connection);
  }

  /** Of a NAS that nothing happens to while nobody looks: time passes as soon as it is waited. */
  public static RestTerms pretended(Accepted accepted) {
    AtomicLong now = new AtomicLong();
    Ticker ticker =
        new Ticker() {
          @Override
          public long read() {
            return now.get();
          }
        };
    return new RestTerms(
        USUAL_LIMIT, ticker, duration -> now.addAndGet(duration.toNanos()), accepted);
  }
}
