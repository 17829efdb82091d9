package io.cloudsyncctl.apply.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.ConnectionActivity;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Pausing and resuming a NAS that takes its time, by a clock that the waiting moves. */
class RestGateTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private static final Address ADDRESS = Address.ofConnection("office", "Dropbox", null);
  private static final Target.OfConnection DROPBOX =
      new Target.OfConnection(new ConnectionIdentity(1, "Dropbox", "db", "me", "u1"));
  private static final TaskPaths PATHS = new TaskPaths("/a", "/b");
  private static final Operation.PauseConnection PAUSE =
      new Operation.PauseConnection(ADDRESS, DROPBOX);
  private static final Operation.ResumeConnection RESUME =
      new Operation.ResumeConnection(ADDRESS, DROPBOX);

  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final DsmSession session =
      CloudSyncApi.open(
          new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
          new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION),
          SessionOptions.standard());
  private final TreeMap<Duration, Runnable> later = new TreeMap<>();
  private final List<Duration> waits = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private boolean accepted;
  private boolean interrupted;

  @AfterEach
  void close() {
    session.close();
    nas.close();
  }

  @Test
  void aPauseThatIsTakenAtOnceCostsOneLook() {
    nas.clearRequests();
    new Bench(Duration.ofMinutes(2)).pause(PauseSwitch.Purpose.REST);
    assertThat(waits).isEmpty();
    assertThat(methods()).containsExactly("pause", "list_conn list_sess");
  }

  @Test
  void itIsLookedAtSeldomerWithTimeAndNeverPastTheEnd() {
    ignorePause("syncing");
    Bench bench = new Bench(Duration.ofSeconds(30));
    assertFails(
        () -> bench.pause(PauseSwitch.Purpose.REST),
        DiagnosticCode.NOT_AT_REST,
        true,
        "the connection does not rest: 30s after it was told to pause, its status is syncing");
    assertThat(now).isEqualTo(Duration.ofSeconds(30));
    assertThat(waits.getFirst()).isEqualTo(Duration.ofSeconds(1));
    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(5)) <= 0);
    assertThat(waits.subList(0, waits.size() - 1)).isSorted();
    assertThat(told).containsExactly("office/Dropbox: its status is syncing");
  }

  @Test
  void withoutTimeItIsLookedAtOnce() {
    ignorePause("syncing");
    Bench bench = new Bench(Duration.ZERO);
    assertFails(
        () -> bench.pause(PauseSwitch.Purpose.REST),
        DiagnosticCode.NOT_AT_REST,
        true,
        "the connection does not rest: 0s after it was told to pause, its status is syncing");
    assertThat(waits).isEmpty();
  }

  @Test
  void aPauseThatComesInTimeIsWaitedFor() {
    ignorePause("syncing");
    at(4, () -> set("pause", "pause"));
    new Bench(Duration.ofMinutes(2)).pause(PauseSwitch.Purpose.REST);
    assertThat(now).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
  }

  @Test
  void aTaskThatWorksOnIsWaitedForHalfAMinute() {
    ignorePause("pause", "syncing");
    Bench bench = new Bench(Duration.ofMinutes(2));
    bench.pause(PauseSwitch.Purpose.REST);
    assertThat(now).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(35));
    assertThat(bench.looks.notes())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.BUSY_WHILE_PAUSED);
    bench.write(() -> {});
    bench.write(() -> {});
    assertThat(bench.looks.notes()).as("told once").hasSize(1);
    assertThat(now).isLessThan(Duration.ofSeconds(36));
  }

  @Test
  void halfAMinuteIsCountedAnewWhereTheConnectionSaidSomethingElseInBetween() {
    ignorePause("pause", "syncing");
    at(20, () -> set("connecting", "syncing"));
    at(27, () -> set("pause", "syncing"));
    new Bench(Duration.ofMinutes(2)).pause(PauseSwitch.Purpose.REST);
    assertThat(now).isGreaterThanOrEqualTo(Duration.ofSeconds(57));
  }

  @Test
  void aShorterTimeDoesNotCutTheHalfMinuteShort() {
    ignorePause("pause", "syncing");
    Bench bench = new Bench(Duration.ofSeconds(20));
    assertFails(
        () -> bench.pause(PauseSwitch.Purpose.REST),
        DiagnosticCode.NOT_AT_REST,
        true,
        "the connection does not rest: 20s after it was told to pause, its status is pause, but its"
            + " task /projects/Riverside School/Exchange:/Riverside School says syncing");
  }

  @Test
  void aDeclaredPauseHasToShowAndNoMore() {
    ignorePause("pause", "syncing");
    new Bench(Duration.ofMinutes(2)).pause(PauseSwitch.Purpose.DECLARED);
    assertThat(waits).isEmpty();
    ignorePause("error", "error");
    Bench bench = new Bench(Duration.ofMinutes(2));
    assertFails(
        () -> bench.pause(PauseSwitch.Purpose.DECLARED),
        DiagnosticCode.NOT_CONVERGED,
        true,
        "the connection does not pause: 2m after it was told to pause, its status is error");
  }

  @Test
  void whatIsInErrorOrSuspendedIsRefusedByNameAndAcceptedByName() {
    for (String status : List.of("error", "suspended")) {
      ignorePause(status, "pause");
      accepted = false;
      Bench refused = new Bench(Duration.ofMinutes(2));
      assertThatThrownBy(() -> refused.pause(PauseSwitch.Purpose.REST))
          .isInstanceOfSatisfying(
              OperationException.class,
              e ->
                  assertThat(e.diagnostic().hint())
                      .endsWith("add --accept-risk not-at-rest:office/Dropbox"));
      accepted = true;
      ignorePause(status, "pause");
      Duration began = now;
      Bench bench = new Bench(Duration.ofMinutes(2));
      bench.pause(PauseSwitch.Purpose.REST);
      assertThat(now.minus(began)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(35));
      bench.write(() -> {});
    }
  }

  @Test
  void whatWorksIsAcceptedByNobody() {
    accepted = true;
    for (String status : List.of("syncing", "connecting", "uptodate", "defragmenting")) {
      ignorePause(status, "pause");
      Bench bench = new Bench(Duration.ofMinutes(2));
      assertThatThrownBy(() -> bench.pause(PauseSwitch.Purpose.REST))
          .isInstanceOf(OperationException.class);
    }
    ignorePause("error", "syncing");
    Bench bench = new Bench(Duration.ofMinutes(2));
    assertThatThrownBy(() -> bench.pause(PauseSwitch.Purpose.REST))
        .isInstanceOf(OperationException.class);
  }

  @Test
  void aWriteIsMadeBetweenTwoLooks() {
    set("pause", "pause");
    nas.clearRequests();
    new Bench(Duration.ofMinutes(2))
        .write(() ->
            new CloudSyncWriter(session)
                .writeGroup(
                    SettingGroup.RELINK, 0, ImmutableMap.of("sync_mode", WireValue.of(false))));
    assertThat(methods())
        .containsExactly("list_conn list_sess", "set_personal_config", "list_conn list_sess");
  }

  @Test
  void oneThatDoesNotRestIsNotWrittenToAndNotWaitedFor() {
    set("syncing", "syncing");
    Bench bench = new Bench(Duration.ofMinutes(2));
    assertFails(
        () -> bench.write(() -> told.add("written")),
        DiagnosticCode.NOT_AT_REST,
        false,
        "not done, since the connection does not rest: its status is syncing");
    assertThat(waits).isEmpty();
    assertThat(told).isEmpty();
    assertThat(status()).isEqualTo("syncing");
  }

  @Test
  void whereEverythingIsPausedAtOnceThatMayStillReachTheConnection() {
    set("syncing", "syncing");
    nas.state().edit(state -> ((ObjectNode) state.path("list_conn")).put("is_pause", true));
    at(10, () -> set("pause", "pause"));
    new Bench(Duration.ofMinutes(2)).write(() -> told.add("written"));
    assertThat(told).containsExactly("office/Dropbox: its status is syncing", "written");
    assertThat(now).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
  }

  @Test
  void oneThatIsWokenByTheWriteIsPausedAgain() {
    set("pause", "pause");
    Bench bench = new Bench(Duration.ofMinutes(2));
    assertFails(
        () -> bench.write(() -> set("scanning", "scanning")),
        DiagnosticCode.NOT_AT_REST,
        true,
        "done, but the connection did not rest to the end: its status is scanning; it was paused"
            + " again");
    assertThat(status()).isEqualTo("pause");
  }

  @Test
  void oneThatIsWokenWhileTheWriteFailsIsPausedAgainToo() {
    set("pause", "pause");
    Bench bench = new Bench(Duration.ofMinutes(2));
    assertThatThrownBy(() ->
            bench.write(() -> {
              set("syncing", "syncing");
              throw new OperationException(
                  Diagnostic.error(DiagnosticCode.NOT_CONVERGED, "otherwise", null, null), true);
            }))
        .hasMessage("otherwise");
    assertThat(status()).isEqualTo("pause");
    assertThat(bench.looks.notes())
        .extracting(Diagnostic::message)
        .containsExactly(
            "the connection no longer rests: its status is syncing; it was paused again");
  }

  @Test
  void aLookThatFailsBeforeTheWriteHasWrittenNothingAndOneAfterItMayHave() {
    set("pause", "pause");
    Bench bench = new Bench(Duration.ofMinutes(2));
    refuse("list_sess");
    assertThatThrownBy(() -> bench.write(() -> told.add("written")))
        .isInstanceOfSatisfying(
            ApiRefusedException.class,
            e -> assertThat(e.certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN));
    assertThat(told).isEmpty();
    nas.injectFaults(new FaultInjector() {});
    assertThatThrownBy(() -> bench.write(() -> refuse("list_conn")))
        .isInstanceOfSatisfying(
            DsmException.class,
            e -> assertThat(e.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED));
  }

  @Test
  void whatAWriteRestsUponIsReadInTheVeryAnswerThatShowsTheRest() {
    set("pause", "syncing");
    at(4, () -> set("pause", "pause"));
    Bench bench = new Bench(Duration.ofMinutes(2));
    List<RestLook> read = new ArrayList<>();
    RestLook last =
        bench.gate.around(
            write(true),
            0,
            () -> {
              RestLook look = bench.look();
              read.add(look);
              return look;
            },
            look -> {
              assertThat(look).isSameAs(read.getLast());
              assertThat(look.rests()).isTrue();
            });
    assertThat(last).isSameAs(read.getLast());
    assertThat(read).hasSizeGreaterThan(1);
    assertThat(read.getFirst().rests()).isFalse();
  }

  @Test
  void whatNeedsNoRestIsDoneWithoutALook() {
    nas.clearRequests();
    Bench bench = new Bench(Duration.ofMinutes(2));
    bench.gate.around(write(false), 0, () -> RestLook.OF_NO_CONNECTION, _ -> told.add("written"));
    assertThat(told).containsExactly("written");
    assertThat(nas.requests()).isEmpty();
  }

  @Test
  void aResumeIsDoneOnceItShowsWhateverElseShows() {
    for (String status : List.of("uptodate", "syncing", "error", "suspended", "defragmenting")) {
      set("pause", "pause");
      ignoreResume("pause");
      at(now.toSeconds() + 3, () -> set(status, status));
      new Bench(Duration.ofMinutes(2)).resume();
    }
    set("pause", "pause");
    ignoreResume("pause");
    Bench bench = new Bench(Duration.ofMinutes(2));
    assertFails(
        bench::resume,
        DiagnosticCode.LEFT_PAUSED,
        true,
        "the connection stays paused: it was resumed, but its status still is pause");
  }

  @Test
  void aPauseThatNeverCameIsWaitedForOnceMoreWhenItIsTakenBack() {
    ignorePause("syncing");
    Bench bench = new Bench(Duration.ofSeconds(10));
    assertThatThrownBy(() -> bench.pause(PauseSwitch.Purpose.REST))
        .isInstanceOf(OperationException.class);
    bench.resume();
    assertThat(now).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void oneThatComesAfterItWasTakenBackIsTold() {
    ignorePause("syncing");
    at(17, () -> set("pause", "pause"));
    Bench bench = new Bench(Duration.ofSeconds(10));
    assertThatThrownBy(() -> bench.pause(PauseSwitch.Purpose.REST))
        .isInstanceOf(OperationException.class);
    assertFails(
        bench::resume,
        DiagnosticCode.LEFT_PAUSED,
        true,
        "the connection stays paused: it was resumed, but its status still is pause");
    assertThat(status()).as("somebody else may have paused it").isEqualTo("pause");
  }

  @Test
  void oneThatComesAndGoesAfterItWasTakenBackIsTakenBack() {
    ignorePause("syncing");
    at(12, () -> set("pause", "pause"));
    at(15, () -> set("syncing", "syncing"));
    Bench bench = new Bench(Duration.ofSeconds(10));
    assertThatThrownBy(() -> bench.pause(PauseSwitch.Purpose.REST))
        .isInstanceOf(OperationException.class);
    bench.resume();
    assertThat(now).isLessThan(Duration.ofSeconds(21));
  }

  @Test
  void oneThatWasAcceptedWithoutBeingSeenIsWaitedForAsWell() {
    accepted = true;
    ignorePause("suspended", "pause");
    Bench bench = new Bench(Duration.ofMinutes(2));
    bench.pause(PauseSwitch.Purpose.REST);
    bench.write(() -> {});
    at(now.toSeconds() + 17, () -> set("pause", "pause"));
    assertFails(
        bench::resume,
        DiagnosticCode.LEFT_PAUSED,
        true,
        "the connection stays paused: it was resumed, but its status still is pause");
  }

  @Test
  void oneThatAnyLookHasShownIsNotWaitedFor() {
    accepted = true;
    ignorePause("suspended", "pause");
    Bench bench = new Bench(Duration.ofMinutes(2));
    bench.pause(PauseSwitch.Purpose.REST);
    set("pause", "pause");
    bench.write(() -> {});
    Duration before = now;
    bench.resume();
    assertThat(now).isEqualTo(before);
  }

  @Test
  void whoIsToldToEndWaitsNoLonger() {
    ignorePause("syncing");
    interrupted = true;
    Bench bench = new Bench(Duration.ofMinutes(2));
    String gaveUp = "it was given up to wait until the connection does what it was told";
    assertFails(
        () -> bench.pause(PauseSwitch.Purpose.REST), DiagnosticCode.INTERRUPTED, true, gaveUp);
    set("pause", "syncing");
    assertFails(
        () -> bench.write(() -> told.add("written")), DiagnosticCode.INTERRUPTED, false, gaveUp);
    assertThat(told).doesNotContain("written");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** What looks and what acts, as an apply has them. */
  private final class Bench {
    private final RestLooks looks;
    private final PauseSwitch pauses;
    private final RestGate gate;

    Bench(Duration limit) {
      RunJournal journal = RunJournal.none(CLOCK);
      PauseSightings sightings = new PauseSightings(journal);
      looks =
          new RestLooks(
              session,
              new RestTerms(limit, ticker(), RestGateTest.this::sleep, (_, _) -> accepted),
              sightings,
              (address, why) -> told.add(address.text() + ": " + why));
      pauses =
          new PauseSwitch(
              new CloudSyncWriter(session), looks, journal, sightings, "cloudsyncctl apply");
      gate = new RestGate(looks, pauses, journal);
    }

    void pause(PauseSwitch.Purpose purpose) {
      pauses.pause(PAUSE, purpose, 0);
    }

    void resume() {
      pauses.resume(RESUME, 0);
    }

    private RestLook look() {
      return RestLook.of(ConnectionActivity.read(ReadGateway.over(session), 1));
    }

    void write(Runnable send) {
      gate.around(RestGateTest.write(true), 0, this::look, _ -> send.run());
    }
  }

  private static Operation write(boolean needsRest) {
    return new Operation.WriteGroup(
        ADDRESS.task(PATHS),
        new Target.OfTask(DROPBOX, 1L, PATHS, "f1"),
        new GroupWrite(SettingGroup.FILTERS, ImmutableMap.of(), ImmutableMap.of()),
        needsRest);
  }

  private Ticker ticker() {
    return new Ticker() {
      @Override
      public long read() {
        return now.toNanos();
      }
    };
  }

  private void sleep(Duration duration) throws InterruptedException {
    if (interrupted) {
      throw new InterruptedException();
    }
    waits.add(duration);
    now = now.plus(duration);
    Map.Entry<Duration, Runnable> due;
    while ((due = later.floorEntry(now)) != null) {
      later.remove(due.getKey());
      due.getValue().run();
    }
  }

  private void at(long seconds, Runnable event) {
    later.put(Duration.ofSeconds(seconds), event);
  }

  private void assertFails(
      ThrowingCallable work, DiagnosticCode code, boolean written, String message) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            OperationException.class,
            e -> {
              assertThat(e.diagnostic().message()).isEqualTo(message);
              assertThat(e.diagnostic().code()).isEqualTo(code);
              assertThat(e.written()).isEqualTo(written);
            });
  }

  /** From the next pause on the NAS says this. */
  private void ignorePause(String status) {
    ignorePause(status, status);
  }

  private void ignorePause(String status, String ofTask) {
    insteadOf("pause", status, ofTask);
  }

  private void ignoreResume(String status) {
    insteadOf("resume", status, status);
  }

  private void insteadOf(String method, String status, String ofTask) {
    nas.injectFaults(
        new FaultInjector() {
          private boolean done;

          @Override
          public synchronized FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            boolean now = !done && request.calls().getFirst().method().equals(method);
            done |= now;
            return now ? new FaultSpec.Held(() -> {}, () -> set(status, ofTask)) : null;
          }
        });
  }

  private void refuse(String method) {
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals(method) ? new FaultSpec.ApiError(105) : null;
          }
        });
  }

  private void set(String status, String ofTask) {
    nas.state()
        .edit(state -> {
          ((ObjectNode) state.at("/list_conn/conn/0")).put("status", status);
          ((ObjectNode) state.at("/connections/1/list_sess/sess/0")).put("sync_status", ofTask);
        });
  }

  private String status() {
    return nas.state().toJson().at("/list_conn/conn/0/status").asString("");
  }

  private ImmutableList<String> methods() {
    return nas.requests().stream()
        .map(request ->
            String.join(" ", request.calls().stream().map(RecordedCall::method).toList()))
        .collect(ImmutableList.toImmutableList());
  }
}
