package io.cloudsyncctl.apply.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TripwireTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");
  private static final int DELETE_REMOTE = 0;
  private static final int DOWNLOAD = 1;
  private static final int DELETE_LOCAL = 3;

  private static final Target.OfConnection DROPBOX =
      new Target.OfConnection(new ConnectionIdentity(1, "Dropbox", "db", "me", "u1"));
  private static final Target.OfConnection ONEDRIVE =
      new Target.OfConnection(new ConnectionIdentity(2, "Microsoft OneDrive", "db", "me", "u1"));
  private static final Target.OfConnection AMAZON =
      new Target.OfConnection(new ConnectionIdentity(5, "Amazon S3", "db", "me", "u1"));

  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final DsmSession session =
      CloudSyncApi.open(
          new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
          new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION),
          SessionOptions.standard());
  private final List<String> told = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGAN);

  @AfterEach
  void close() {
    session.close();
    nas.close();
  }

  @Test
  void aConnectionThatDeletesMoreThanItMayIsPausedAtOnce() throws InterruptedException {
    ImmutableList<Diagnostic> seen =
        watch(
            1,
            () -> {
              log(DELETE_REMOTE, BEGAN.plusSeconds(5), "/projects/a.dwg");
              log(DELETE_LOCAL, BEGAN.plusSeconds(6), "/projects/b.dwg");
            });
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().code()).isEqualTo(DiagnosticCode.TRIPWIRE);
    assertThat(seen.getFirst().message())
        .isEqualTo(
            "the connection was paused: its log shows 2 deletions since the apply began, more than"
                + " 1; the newest is of /projects/b.dwg, and its status was uptodate");
    assertThat(status()).isEqualTo("pause");
    assertThat(now.get()).isEqualTo(BEGAN.plusSeconds(10));
  }

  @Test
  void whatIsAllowedOrWasThereBeforeOrIsNoDeletionIsNoReason() throws InterruptedException {
    log(DELETE_REMOTE, BEGAN.minusSeconds(60), "/projects/old.dwg");
    log(DELETE_LOCAL, BEGAN.plusSeconds(60), "/projects/by a clock that is ahead.dwg");
    ImmutableList<Diagnostic> seen =
        watch(
            1,
            () -> {
              log(DOWNLOAD, BEGAN.plusSeconds(4), "/projects/new.dwg");
              log(DELETE_REMOTE, BEGAN.plusSeconds(5), "/projects/a.dwg");
            });
    assertThat(seen).isEmpty();
    assertThat(status()).isEqualTo("uptodate");
    assertThat(now.get()).isEqualTo(BEGAN.plusSeconds(60));
  }

  @Test
  void aRunThatChangedNoConnectionIsNotWatched() throws InterruptedException {
    ImmutableList<Diagnostic> seen = tripwire(0).watch(ImmutableList.of());
    assertThat(seen).isEmpty();
    assertThat(now.get()).isEqualTo(BEGAN);
  }

  @Test
  void aConnectionThatStopsToSyncIsToldAtOnceAndWatchedOn() throws InterruptedException {
    ImmutableList<Diagnostic> seen =
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
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().message()).endsWith("and its status was error");
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

  static IntStream actions() {
    return IntStream.rangeClosed(0, 10);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void deletionsAreWhatWasDeletedOnEitherSideMergedAwayOrRemovedAsynchronously(int action)
      throws InterruptedException {
    boolean tripped =
        !watch(0, () -> log(action, BEGAN.plusSeconds(5), "/projects/a.dwg")).isEmpty();
    assertThat(tripped).isEqualTo(Set.of(0, 3, 9, 10).contains(action));
    assertThat(status()).isEqualTo(tripped ? "pause" : "uptodate");
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -120, 120, 86_400})
  void theClockOfTheNasIsItsOwn(long skew) throws InterruptedException {
    log(DELETE_REMOTE, BEGAN.plusSeconds(skew - 1), "/projects/old.dwg");
    ImmutableList<Diagnostic> seen =
        watch(
            0,
            () -> {
              for (int i = 0; i < 50; i++) {
                log(DELETE_REMOTE, BEGAN.plusSeconds(skew + 5), "/projects/" + i + ".dwg");
              }
            });
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().message())
        .contains("its log shows 50 deletions since the apply began")
        .contains("the newest is of /projects/49.dwg");
  }

  @Test
  void eachConnectionThatDeletesTooMuchIsPausedBeforeTheWatchEnds() throws InterruptedException {
    ImmutableList<Diagnostic> seen =
        watch(
            ImmutableList.of(DROPBOX, ONEDRIVE, AMAZON),
            0,
            () -> {
              log(1, DELETE_REMOTE, BEGAN.plusSeconds(5), "/projects/a.dwg");
              log(2, DELETE_LOCAL, BEGAN.plusSeconds(6), "/finance/b.xlsx");
            });
    assertThat(seen).hasSize(2);
    assertThat(seen.getFirst().text())
        .startsWith("office: get_log of \"Dropbox\": error[tripwire]");
    assertThat(seen.get(1).text())
        .startsWith("office: get_log of \"Microsoft OneDrive\": error[tripwire]");
    assertThat(status(0)).isEqualTo("pause");
    assertThat(status(1)).isEqualTo("pause");
    assertThat(status(3)).isEqualTo("uptodate");
  }

  @Test
  void aConnectionWhoseLogCannotBeReadDoesNotHideTheNext() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    refuse(call ->
        call.method().equals("get_log")
            && call.parameters().path("connection_id").asLong() == 1
            && looks.incrementAndGet() > 2);
    ImmutableList<Diagnostic> seen =
        watch(
            ImmutableList.of(DROPBOX, ONEDRIVE),
            0,
            () -> log(2, DELETE_LOCAL, BEGAN.plusSeconds(6), "/finance/b.xlsx"));
    assertThat(status(1)).isEqualTo("pause");
    assertThat(seen).extracting(Diagnostic::code).hasSize(2).endsWith(DiagnosticCode.TRIPWIRE);
  }

  @Test
  void aPauseThatFailsIsToldAsSuch() throws InterruptedException {
    refuse(call -> call.method().equals("pause"));
    ImmutableList<Diagnostic> seen =
        watch(0, () -> log(DELETE_REMOTE, BEGAN.plusSeconds(5), "/projects/a.dwg"));
    assertThat(seen).hasSize(2);
    assertThat(seen.getFirst().message())
        .startsWith("the connection could not be paused: its log shows 1 deletion");
    assertThat(seen.getFirst().hint()).isEqualTo("pause it in DSM at once, then look at its log");
    assertThat(status()).isEqualTo("uptodate");
  }

  @Test
  void aLogThatLostItsMarkPausesWhereTheRunMayHaveDeletedFiles() throws InterruptedException {
    log(DOWNLOAD, BEGAN.minusSeconds(60), "/projects/old.dwg");
    ImmutableList<Diagnostic> seen = watchAfter(true, this::loseMark);

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().message())
        .isEqualTo(
            "the connection was paused: its log cannot be followed any more, since the newest entry"
                + " of the look before is no longer in it; it shows at least 0 deletions since the"
                + " apply began, and its status was uptodate");
    assertThat(status()).isEqualTo("pause");
  }

  @Test
  void aLogThatLostItsMarkIsToldOnceWhereNoFileWasAtRisk() throws InterruptedException {
    log(DOWNLOAD, BEGAN.minusSeconds(60), "/projects/old.dwg");
    ImmutableList<Diagnostic> seen = watchAfter(false, this::loseMark);

    assertThat(seen).isEmpty();
    assertThat(told)
        .singleElement()
        .asString()
        .contains("warning[log-not-followed]", "it shows at least 0 deletions");
    assertThat(status()).isEqualTo("uptodate");
  }

  @Test
  void aLogThatCannotBeReadAnyMorePausesWhereTheRunMayHaveDeletedFiles()
      throws InterruptedException {
    ImmutableList<Diagnostic> seen =
        watchAfter(true, () -> refuse(call -> call.method().equals("get_log")));

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().code()).isEqualTo(DiagnosticCode.TRIPWIRE);
    assertThat(status()).isEqualTo("pause");
  }

  private void loseMark() {
    nas.state()
        .edit(state -> {
          ObjectNode log = (ObjectNode) state.at("/connections/1/get_log");
          log.putArray("items");
          log.put("total", 0);
        });
  }

  /** Watches a connection that was resumed, by a run that may have deleted files of it or not. */
  private ImmutableList<Diagnostic> watchAfter(boolean endangered, Runnable meanwhile)
      throws InterruptedException {
    Operation resume =
        new Operation.ResumeConnection(
            Address.ofConnection("office", DROPBOX.name(), null), DROPBOX);
    Tripwire tripwire = tripwire(0, meanwhile);
    tripwire.mark(ImmutableList.of(resume));
    if (endangered) {
      tripwire.mark(
          new Plan(
              "office",
              ImmutableList.of(
                  new Change.Delete(
                      resume.address(),
                      DROPBOX,
                      ImmutableList.of(),
                      ImmutableList.of(),
                      ImmutableList.of(new RiskFinding(Risk.DATA_LOSS, "files may go")),
                      new Location.InFile("office.yaml", 1, 1))),
              ImmutableList.of()));
    }
    return tripwire.watch(ImmutableList.of(new OperationOutcome.Done(resume)));
  }

  private void refuse(Predicate<RecordedCall> calls) {
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return calls.test(call) ? new FaultSpec.ApiError(105) : null;
          }
        });
  }

  private void setStatus(String status) {
    nas.state().edit(state -> ((ObjectNode) state.at("/list_conn/conn/0")).put("status", status));
  }

  private ImmutableList<Diagnostic> watch(long allowed, Runnable... meanwhile)
      throws InterruptedException {
    return watch(ImmutableList.of(DROPBOX), allowed, meanwhile);
  }

  private ImmutableList<Diagnostic> watch(
      ImmutableList<Target.OfConnection> connections, long allowed, Runnable... meanwhile)
      throws InterruptedException {
    ImmutableList<Operation> operations =
        connections.stream()
            .map(connection ->
                new Operation.ResumeConnection(
                    Address.ofConnection("office", connection.name(), null), connection))
            .collect(ImmutableList.toImmutableList());
    Tripwire tripwire = tripwire(allowed, meanwhile);
    tripwire.mark(operations);
    return tripwire.watch(
        operations.stream()
            .map(OperationOutcome.Done::new)
            .collect(ImmutableList.toImmutableList()));
  }

  /** One of these happens in each pause between two looks. */
  private Tripwire tripwire(long allowed, Runnable... meanwhile) {
    Iterator<Runnable> events = List.of(meanwhile).iterator();
    return new Tripwire(
        session,
        now::get,
        new RestTerms(
            RestTerms.USUAL_LIMIT,
            new Ticker() {
              @Override
              public long read() {
                return Duration.between(BEGAN, now.get()).toNanos();
              }
            },
            duration -> {
              if (events.hasNext()) {
                events.next().run();
              }
              now.updateAndGet(time -> time.plus(duration));
            },
            (_, _) -> false),
        Duration.ofMinutes(1),
        allowed,
        seen -> told.add(now.get().toString().substring(11, 19) + " " + seen.text()));
  }

  private void log(int action, Instant at, String path) {
    log(1, action, at, path);
  }

  private void log(long connection, int action, Instant at, String path) {
    nas.state()
        .edit(state -> {
          ObjectNode log =
              ((ObjectNode) state.at("/connections/" + connection)).withObject("get_log");
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
    return status(0);
  }

  private String status(int index) {
    return nas.state().toJson().at("/list_conn/conn/" + index + "/status").asString("");
  }
}
