package io.cloudsyncctl.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.LoginLedger;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.dsm.transport.HttpTransport;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session is closed by another thread at a bad moment, as when the program is told to end. */
@Timeout(60)
class ClosingTest {
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<DsmSession> opening = new CompletableFuture<>();

  @AfterEach
  void end() {
    nas.close();
    threads.shutdownNow();
  }

  @Test
  void a_write_under_way_is_given_up_and_the_session_logged_out() throws Exception {
    DsmSession session = open();
    CountDownLatch arrived = holdUp("pause", 1);
    Future<ApiResult> write = threads.submit(() -> session.call(call("pause").asAbsolute()));
    arrived.await();

    session.close();

    DsmException failure = failureOf(write);
    assertThat(failure).hasMessage("office: pause: error[interrupted]: the session was closed");
    assertThat(failure.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED);
    assertThat(nas.activeSessions()).isZero();
  }

  @Test
  void a_full_house_of_reads_does_not_keep_the_logout_waiting() throws Exception {
    DsmSession session = open();
    CountDownLatch arrived = holdUp("get_config", HttpTransport.MAX_REQUESTS);
    List<Future<ImmutableList<ApiResult>>> reads = new ArrayList<>();
    for (int i = 0; i < 2 * HttpTransport.MAX_REQUESTS; i++) {
      reads.add(threads.submit(() -> session.readAll(ImmutableList.of(call("get_config")))));
    }
    arrived.await();

    session.close();

    for (Future<ImmutableList<ApiResult>> read : reads) {
      assertThat(failureOf(read).diagnostic().code()).isEqualTo(DiagnosticCode.INTERRUPTED);
    }
    assertThat(nas.activeSessions()).isZero();
  }

  @Test
  void a_session_that_is_closed_before_its_login_never_logs_in() throws Exception {
    CountDownLatch arrived = holdUp("query", 1);
    Future<DsmSession> open = threads.submit(() -> open());
    arrived.await();

    opening.join().close();

    assertThat(failureOf(open))
        .hasMessage("office: query: error[interrupted]: the session was closed");
    assertThat(logins()).isZero();
  }

  @Test
  void a_login_under_way_is_waited_for_and_logged_out() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            if (is(request, "login")) {
              arrived.countDown();
              await(goOn);
            }
            return null;
          }
        });
    Future<DsmSession> open = threads.submit(() -> open());
    arrived.await();
    Thread closing = Thread.ofPlatform().start(() -> opening.join().close());
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    goOn.countDown();
    closing.join();

    assertThat(failureOf(open))
        .hasMessage("office: login: error[interrupted]: the session was closed");
    assertThat(logins()).isOne();
    assertThat(nas.activeSessions()).isZero();
  }

  @Test
  void a_session_that_waits_for_the_login_of_another_stops_waiting() throws Exception {
    LoginLedger ledger = new LoginLedger();
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            if (is(request, "login")) {
              arrived.countDown();
              await(goOn);
            }
            return null;
          }
        });
    Future<DsmSession> first =
        threads.submit(() -> open(SessionOptions.standard().withLedger(ledger)));
    arrived.await();
    CountDownLatch discovered = new CountDownLatch(1);
    Future<DsmSession> second =
        threads.submit(() ->
            open(
                SessionOptions.standard()
                    .withLedger(ledger)
                    .withOpening(session -> {
                      opening.complete(session);
                      discovered.countDown();
                    })));
    discovered.await();

    opening.join().close();

    assertThat(failureOf(second).diagnostic().code()).isEqualTo(DiagnosticCode.INTERRUPTED);
    goOn.countDown();
    first.get().close();
    assertThat(logins()).isOne();
    assertThat(nas.activeSessions()).isZero();
  }

  private DsmSession open() {
    return open(SessionOptions.standard().withOpening(opening::complete));
  }

  private DsmSession open(SessionOptions options) {
    return DsmSession.open(
        new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
        new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION),
        options,
        "SYNO.CloudSync");
  }

  /** Requests of that method get no answer; counts them down as they arrive. */
  private CountDownLatch holdUp(String method, int expected) {
    CountDownLatch arrived = new CountDownLatch(expected);
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            if (!is(request, method)) {
              return null;
            }
            arrived.countDown();
            return new FaultSpec.Delay(Duration.ofHours(1), false);
          }
        });
    return arrived;
  }

  private static boolean is(RecordedRequest request, String method) {
    return request.calls().getFirst().method().equals(method);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long logins() {
    return nas.requests().stream().filter(request -> is(request, "login")).count();
  }

  private static DsmException failureOf(Future<?> work) throws InterruptedException {
    try {
      throw new AssertionError("did not fail but gave " + work.get());
    } catch (ExecutionException e) {
      return (DsmException) Objects.requireNonNull(e.getCause());
    }
  }

  private static ApiCall call(String method) {
    return new ApiCall("SYNO.CloudSync", 1, method, ImmutableMap.of());
  }
}
