package io.cloudsyncctl.cli;

import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.state.RunLock;
import java.io.UncheckedIOException;

/** Deals with what is left to keep of a NAS that already is as declared. */
final class Settling {
  private final Execution execution;
  private final Console console;

  Settling(Execution execution) {
    this.execution = execution;
    this.console = execution.console();
  }

  /**
   * A NAS that is as declared is also the good end of whatever did not come to its end. Where
   * another run holds the lock, that one or the next one after it keeps what there is to keep: its
   * journal only looks unfinished.
   */
  void inSync(Reading reading) {
    DesiredState desired = reading.desired();
    boolean news =
        Remembering.isNews(
            execution.keeper(desired), desired, reading.snapshot().live(), reading.plan());
    if (!execution.keepsJournals()) {
      keep(reading, news);
      return;
    }
    if (!news && reading.planner().leftovers().runs().isEmpty()) {
      return;
    }
    try (RunLock _ = RunLock.take(execution.lock(desired), desired.nas().name())) {
      keep(reading, news);
    } catch (DiagnosticException e) {
      if (news) {
        Remembering.notKept(console, desired, e.diagnostics().getFirst().message());
      }
    } catch (UncheckedIOException e) {
      Remembering.notKept(console, desired, String.valueOf(e.getMessage()));
    }
  }

  private void keep(Reading reading, boolean news) {
    DesiredState desired = reading.desired();
    if (news) {
      Remembering.remember(
          console, execution.keeper(desired), desired, reading.snapshot().live(), reading.plan());
    }
    if (reading.plan().inSync()) {
      new RunJournals(execution).settle(execution.leftovers(desired), desired);
    }
  }
}
