package io.cloudsyncctl.apply.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.journal.Settlements;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.pause.PauseSightings;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.state.Journal;
import io.cloudsyncctl.state.JournalStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that died has sent a pause: when a connection that is seen at work is settled. */
class LeftoverNewsTest {
  private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");
  private static final ConnectionIdentity DROPBOX =
      new ConnectionIdentity(3, "Dropbox", "db", "me", "u1");
  private static final Address ADDRESS = Address.ofConnection("office", "Dropbox", null);
  private static final Target.OfConnection CONNECTION = new Target.OfConnection(DROPBOX);
  private static final Operation PAUSE = new Operation.PauseConnection(ADDRESS, CONNECTION);

  @TempDir Path folder;
  private Instant now = SENT;
  private RunJournal journal = RunJournal.none(() -> now);

  @BeforeEach
  void begin() {
    journal =
        new RunJournal(
            () -> Journal.create(JournalStore.DISK, file()),
            () -> now,
            ImmutableMap.of(
                "run", WireValue.of("run"),
                "nas", WireValue.of("office"),
                "identity", WireValue.of("office")));
    journal.announce(ImmutableList.of(PAUSE, new Operation.ResumeConnection(ADDRESS, CONNECTION)));
    journal.before(0, ImmutableMap.of(), Optional.empty());
  }

  @Test
  void aPauseThatWasSentAndNotSeenHasTwoMinutesToCome() {
    assertNotSettledBefore(Duration.ofMinutes(2));
  }

  @Test
  void oneThatWasNotSeenInTimeHasThemFromThenOn() {
    now = SENT.plusSeconds(10);
    looked("paused", "syncing", false);
    journal.after(
        0,
        new OperationOutcome.Failed(
            PAUSE, Diagnostic.error(DiagnosticCode.NOT_AT_REST, "", null, null), true));
    assertNotSettledBefore(Duration.ofSeconds(130));
  }

  @Test
  void oneThatWasAcceptedWithoutBeingSeenMayStillComeToo() {
    looked("paused", "suspended", true);
    journal.after(0, new OperationOutcome.Done(PAUSE));
    assertNotSettledBefore(Duration.ofMinutes(2));
  }

  @Test
  void oneThatWasSeenHasCome() {
    looked("paused", "pause", true);
    assertSettledAt(Duration.ZERO);
  }

  @Test
  void oneThatWasSentOnceMoreHasTwoMinutesFromThenOn() {
    looked("paused", "pause", true);
    journal.after(0, new OperationOutcome.Done(PAUSE));
    PauseSightings sightings = new PauseSightings(journal);
    sightings.saw(DROPBOX.id(), "pause");
    sightings.saw(DROPBOX.id(), "syncing");
    assertThat(open()).as("it was seen at work by the run itself").isEmpty();

    now = SENT.plusSeconds(10);
    sightings.told(DROPBOX.id());
    assertNotSettledBefore(Duration.ofSeconds(130));
  }

  private void looked(String when, String status, boolean good) {
    journal.looked(0, when, new RestLook(Optional.of(status), false, ImmutableList.of()), good);
  }

  private void assertNotSettledBefore(Duration time) {
    assertThat(seenActive(time.minusMillis(1))).isEmpty();
    assertSettledAt(time);
  }

  private void assertSettledAt(Duration time) {
    assertThat(seenActive(time).values()).containsExactly(Settlements.Why.SEEN_ACTIVE);
  }

  private ImmutableMap<Leftover, Settlements.Why> seenActive(Duration time) {
    assertThat(open()).hasSize(1);
    return new LeftoverNews(leftovers(), InstantSource.fixed(SENT.plus(time)))
        .seenActive(
            new LiveState(
                LiveSettings.EMPTY,
                true,
                false,
                ImmutableList.of(
                    new LiveConnection(
                        DROPBOX.id(),
                        DROPBOX.name(),
                        "db",
                        "uptodate",
                        "me",
                        "u1",
                        WireValue.Members.EMPTY,
                        LiveSettings.EMPTY,
                        ImmutableList.of(),
                        null))));
  }

  private ImmutableList<Leftover> open() {
    return leftovers().open();
  }

  private Leftovers leftovers() {
    return Leftovers.of(List.of(JournaledRun.read(file())), now);
  }

  private Path file() {
    return folder.resolve("run.jsonl");
  }
}
