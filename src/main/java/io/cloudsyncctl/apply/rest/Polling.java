package io.cloudsyncctl.apply.rest;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again and again for some seconds until something shows: what a NAS has done, it may tell a
 * while later.
 */
public final class Polling {
  private static final ImmutableList<Duration> WAITS =
      ImmutableList.of(
          Duration.ofMillis(500),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3));

  private final RetryPolicy.Sleeper sleeper;

  /**
   * Looks in the time that something else lets pass.
   *
   * @param sleeper lets the time between two looks pass
   */
  public Polling(RetryPolicy.Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /**
   * Looks until it is enough or ten seconds have passed.
   *
   * @return the last look
   */
  public <T> T until(Supplier<T> look, Predicate<T> enough) throws InterruptedException {
    T seen = look.get();
    for (Duration wait : WAITS) {
      if (enough.test(seen)) {
        return seen;
      }
      sleeper.sleep(wait);
      seen = look.get();
    }
    return seen;
  }

  /** That it was given up to wait, since the program was told to end. */
  public static OperationException interrupted(Operation operation) {
    return new OperationException(
        Diagnostic.error(
            DiagnosticCode.INTERRUPTED,
            "it was given up to wait until the NAS shows what was written",
            new Location.OnNas(operation.address().nas(), null, operation.address().text()),
            null),
        true);
  }
}
