package io.cloudsyncctl.run;

import io.cloudsyncctl.dsm.session.Deadlines;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How long the work on each NAS of a run may take: all its sessions together, and not the time that
 * a person takes to answer between them.
 */
public final class TimeLimits {
  private final @Nullable Duration whole;
  private final Map<String, Duration> spent = new ConcurrentHashMap<>();

  private TimeLimits(@Nullable Duration whole) {
    this.whole = whole;
  }

  public static TimeLimits of(Duration whole) {
    return new TimeLimits(whole);
  }

  public static TimeLimits none() {
    return new TimeLimits(null);
  }

  /** The limit of one NAS; empty where there is none. */
  public Optional<Duration> whole() {
    return Optional.ofNullable(whole);
  }

  /** The deadlines of a session that is about to be opened. */
  public Deadlines next(String nas, Deadlines deadlines) {
    return whole == null
        ? deadlines
        : deadlines.withSession(whole, spent.getOrDefault(nas, Duration.ZERO));
  }

  /** A session was closed that had been open for so long. */
  public void spend(String nas, Duration time) {
    spent.merge(nas, time, Duration::plus);
  }
}
