package io.cloudsyncctl.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.CloudSyncApi;
import io.cloudsyncctl.cloudsync.CloudSyncWriter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmSession;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.NasTarget;
import io.cloudsyncctl.model.Secret;
import io.cloudsyncctl.plan.Target;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatedState;
import io.cloudsyncctl.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TripwireTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");
  private static final int DELETE_REMOTE = 0;
  private static final int DOWNLOAD = 1;
  private static final int DELETE_LOCAL = 3;

  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final DsmSession session =
      CloudSyncApi.open(
          new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
          new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION));
  private final List<String> told = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGAN);

  @AfterEach
  void close() {
    session.close();
    nas.close();
  }

  @Test
  void aConnectionThatDeletesMoreThanItMayIsPausedAtOnce() throws InterruptedException {
    Optional<Diagnostic> seen =
        watch(
            1,
            () -> {
              log(DELETE_REMOTE, BEGAN.plusSeconds(5), "/projects/a.dwg");
              log(DELETE_LOCAL, BEGAN.plusSeconds(6), "/projects/b.dwg");
            });
    assertThat(seen).isPresent();
    assertThat(seen.get().code()).isEqualTo("tripwire");
    assertThat(seen.get().message())
        .isEqualTo(
            "the connection was paused: its log shows 2 deletions since the apply began, more than"
                + " 1; the newest is of /projects/b.dwg, and its status was uptodate");
    assertThat(status()).isEqualTo("pause");
    assertThat(now.get()).isEqualTo(BEGAN.plusSeconds(10));
  }

  @Test
  void whatIsAllowedOrOlderOrNoDeletionIsNoReason() throws InterruptedException {
    Optional<Diagnostic> seen =
        watch(
            1,
            () -> {
              log(DELETE_REMOTE, BEGAN.minusSeconds(60), "/projects/old.dwg");
              log(DOWNLOAD, BEGAN.plusSeconds(4), "/projects/new.dwg");
              log(DELETE_REMOTE, BEGAN.plusSeconds(5), "/projects/a.dwg");
            });
    assertThat(seen).isEmpty();
    assertThat(status()).isEqualTo("uptodate");
    assertThat(now.get()).isEqualTo(BEGAN.plusSeconds(60));
  }

  @Test
  void aRunThatChangedNoConnectionIsNotWatched() throws InterruptedException {
    Optional<Diagnostic> seen = tripwire(0).watch(ImmutableList.of(), BEGAN);
    assertThat(seen).isEmpty();
    assertThat(now.get()).isEqualTo(BEGAN);
  }

  @Test
  void aConnectionThatStopsToSyncIsToldAtOnceAndWatchedOn() throws InterruptedException {
    Optional<Diagnostic> seen =
        watch(
            0,
            () -> setStatus("error"),
            () -> {},
            () -> log(DELETE_REMOTE, BEGAN.plusSeconds(25), "/projects/a.dwg"));
    assertThat(told)
        .containsExactly(
            "12:00:10 office: list_conn of \"Dropbox\": warning[connection-status]: the connection"
                + " went from uptodate to error; it is watched on\n"
                + "  hint: look at it in DSM's Cloud Sync");
    assertThat(seen).isPresent();
    assertThat(seen.get().message()).endsWith("and its status was error");
    assertThat(now.get()).isEqualTo(BEGAN.plusSeconds(30));
  }

  @Test
  void aConnectionThatSyncsAgainIsToldAndHowItSyncsIsNot() throws InterruptedException {
    assertThat(
            watch(
                0,
                () -> setStatus("syncing"),
                () -> setStatus("suspended"),
                () -> setStatus("scanning")))
        .isEmpty();
    assertThat(told)
        .containsExactly(
            "12:00:20 office: list_conn of \"Dropbox\": warning[connection-status]: the connection"
                + " went from syncing to suspended; it is watched on\n"
                + "  hint: look at it in DSM's Cloud Sync",
            "12:00:30 office: list_conn of \"Dropbox\": note[connection-status]: the connection"
                + " went from suspended to scanning");
    assertThat(now.get()).isEqualTo(BEGAN.plusSeconds(60));
  }

  @Test
  void aStatusThatNobodyKnowsIsToldAsTheNasSaysIt() throws InterruptedException {
    setStatus("defragmenting");
    assertThat(watch(0)).isEmpty();
    assertThat(told)
        .containsExactly(
            "12:00:00 office: list_conn of \"Dropbox\": warning[connection-status]: the connection"
                + " does not sync: its status is defragmenting; it is watched on\n"
                + "  hint: look at it in DSM's Cloud Sync");
  }

  @Test
  void aConnectionThatTheRunLeftPausedIsNothingToTell() throws InterruptedException {
    setStatus("pause");
    assertThat(watch(0)).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void whereNoConnectionIsLeftTheWatchEnds() throws InterruptedException {
    assertThat(watch(0, () -> new CloudSyncWriter(session).removeConnection(1))).isEmpty();
    assertThat(told)
        .containsExactly(
            "12:00:10 office: list_conn of \"Dropbox\": warning[connection-status]: the connection"
                + " is no longer there, so it is no longer watched\n"
                + "  hint: look for it in DSM's Cloud Sync");
    assertThat(now.get()).isEqualTo(BEGAN.plusSeconds(10));
  }

  private void setStatus(String status) {
    nas.state().edit(state -> ((ObjectNode) state.at("/list_conn/conn/0")).put("status", status));
  }

  private Optional<Diagnostic> watch(long allowed, Runnable... meanwhile)
      throws InterruptedException {
    Target.OfConnection dropbox = new Target.OfConnection(1, "Dropbox");
    Operation resume =
        new Operation.ResumeConnection(Address.ofConnection("office", "Dropbox", null), dropbox);
    return tripwire(allowed, meanwhile)
        .watch(ImmutableList.of(new OperationOutcome.Done(resume)), BEGAN);
  }

  /** One of these happens in each pause between two looks. */
  private Tripwire tripwire(long allowed, Runnable... meanwhile) {
    Iterator<Runnable> events = List.of(meanwhile).iterator();
    return new Tripwire(
        session,
        now::get,
        duration -> {
          if (events.hasNext()) {
            events.next().run();
          }
          now.updateAndGet(time -> time.plus(duration));
        },
        Duration.ofMinutes(1),
        allowed,
        seen -> told.add(now.get().toString().substring(11, 19) + " " + seen.text()));
  }

  private void log(int action, Instant at, String path) {
    nas.state()
        .edit(state -> {
          ObjectNode log = ((ObjectNode) state.at("/connections/1")).withObject("get_log");
          ArrayNode items = log.withArray("items");
          items
              .insertObject(0)
              .put("action", action)
              .put("error_code", 0)
              .put("file_name", "x")
              .put("file_type", "file")
              .put("log_level", 0)
              .put("path", path)
              .put("session_id", 1)
              .put("time", at.getEpochSecond());
          log.put("total", items.size());
        });
  }

  private String status() {
    return nas.state().toJson().at("/list_conn/conn/0/status").asString("");
  }
}
