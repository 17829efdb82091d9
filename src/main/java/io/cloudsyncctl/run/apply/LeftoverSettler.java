package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.run.plan.Reading;
import io.cloudsyncctl.state.RunLock;
import java.io.UncheckedIOException;

/** Deals with what is left to keep of a NAS to which nothing has to be done. */
final class LeftoverSettler {
  private final WriteContext context;

  LeftoverSettler(WriteContext context) {
    this.context = context;
  }

  /**
   * A NAS that is as declared is also the good end of whatever did not come to its end. Where
   * another run holds the lock, that one or the next one after it keeps what there is to keep: its
   * journal only looks unfinished.
   *
   * @return the last reading, which may lead to something that has to be done after all
   */
  Reading inSync(Reading reading) {
    DesiredState desired = reading.desired();
    boolean news = isNews(reading);
    if (!context.keepsJournals()) {
      remember(reading);
      return reading;
    }
    if (!news && reading.pipeline().leftovers().runs().isEmpty()) {
      return reading;
    }
    try (RunLock _ = RunLock.take(context.lock(desired), desired.nas().name())) {
      Reading last = settle(reading);
      remember(last);
      return last;
    } catch (DiagnosticException e) {
      if (news) {
        BaselineKeeper.notKept(context.output(), desired, e.diagnostics().getFirst().message());
      }
    } catch (UncheckedIOException e) {
      BaselineKeeper.notKept(context.output(), desired, String.valueOf(e.getMessage()));
    }
    return reading;
  }

  /** Likewise for the run of an undo that has nothing to take back. */
  Reading undone(Reading reading) {
    DesiredState desired = reading.desired();
    if (!context.keepsJournals() || reading.pipeline().own().runs().isEmpty()) {
      return reading;
    }
    try (RunLock _ = RunLock.take(context.lock(desired), desired.nas().name())) {
      return settle(reading);
    } catch (DiagnosticException | UncheckedIOException e) {
      // The next one settles it.
      report(desired, String.valueOf(e.getMessage()));
      return reading;
    }
  }

  private boolean isNews(Reading reading) {
    DesiredState desired = reading.desired();
    return BaselineKeeper.isNews(
        context.keeper(desired), desired, reading.snapshot().live(), reading.plan());
  }

  private void remember(Reading reading) {
    if (isNews(reading)) {
      DesiredState desired = reading.desired();
      BaselineKeeper.remember(
          context.run(),
          context.keeper(desired),
          desired,
          reading.snapshot().live(),
          reading.plan());
    }
  }

  /**
   * Connections are looked at once more under the lock: what was read before it may be older than
   * what another run then left.
   *
   * @return the last reading
   */
  private Reading settle(Reading reading) {
    DesiredState desired = reading.desired();
    RunJournals journals = new RunJournals(context);
    Leftovers leftovers = context.run().leftovers(desired);
    if (reading.pipeline().with(leftovers).own().open().isEmpty()) {
      if (isReached(reading)) {
        journals.finish(reading.pipeline().with(leftovers).own(), desired);
      }
      return reading;
    }
    try {
      Reading now = context.again(reading, leftovers);
      journals.settle(
          reading.owing(leftovers),
          now.snapshot().live(),
          ImmutableList.of(),
          _ -> false,
          isReached(now));
      return now;
    } catch (DsmException e) {
      report(desired, e.diagnostic().message());
      return reading;
    }
  }

  private static boolean isReached(Reading reading) {
    return reading.pipeline().undone().isPresent()
        ? reading.plan().isEmpty()
        : reading.plan().inSync();
  }

  private void report(DesiredState desired, String why) {
    context
        .output()
        .report(
            ImmutableList.of(
                Diagnostic.warning(
                    DiagnosticCode.RUN_NOT_SETTLED,
                    "whether what earlier runs left is dealt with could not be looked at: " + why,
                    new Location.OnNas(desired.nas().name(), null, null),
                    "the next apply looks again")));
  }
}
