package io.cloudsyncctl.run.apply;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.plan.Reading;
import java.time.Duration;

/**
 * The time between two readings: a NAS may forget for a moment what it has, or list it late, so a
 * task that the record knows is created anew only where both lack it.
 */
final class SecondReading {
  private SecondReading() {}

  /** Lets some seconds pass before a NAS is read again, where that matters. */
  static void await(RunContext run, Reading first, SettingsRecord record) {
    Duration wait =
        Recreation.waiting(first.plan(), first.snapshot().live(), record, run.clock().instant());
    if (wait.isZero()) {
      return;
    }
    run.output()
        .note(
            "reading "
                + first.plan().nas()
                + " again in "
                + wait.toSeconds()
                + " seconds, before a task is created that may be there ...");
    try {
      run.interruption().sleep(wait);
    } catch (InterruptedException e) {
      throw new DiagnosticException(
          FailureKind.FAILED,
          Diagnostic.error(
              DiagnosticCode.INTERRUPTED,
              "the second reading was given up, so nothing was changed",
              new Location.OnNas(first.plan().nas(), null, null),
              null),
          e);
    }
  }
}
