package io.cloudsyncctl.dsm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.LoginRefusedException;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DSM blocks addresses that log in wrongly: a run does so once (protocol note §2). */
class LoginLedgerTest {
  private final LoginLedger ledger = new LoginLedger();

  private static String refusal(int code) {
    return "{\"success\":false,\"error\":{\"code\":" + code + "}}";
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 407, 411})
  void no_session_of_a_run_logs_in_again_after_a_login_that_may_block(int code) {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("login", refusal(code), ScriptedNas.LOGIN);

      assertThat(refused(nas.url(), "office", "admin").code()).isEqualTo(code);
      assertThat(refused(nas.url(), "the same by another name", "admin"))
          .hasMessageStartingWith(
              "the same by another name: login: error[login-refused]: the NAS refused the login"
                  + " with code "
                  + code);

      assertThat(nas.requests("login")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 411})
  void another_account_may_log_in(int code) {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("login", refusal(code), ScriptedNas.LOGIN);
      refused(nas.url(), "office", "admin");

      open(nas.url(), "office", "eve").close();

      assertThat(nas.requests("login")).hasSize(2);
    }
  }

  @Test
  void no_account_logs_in_again_where_the_address_is_blocked() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("login", refusal(407), ScriptedNas.LOGIN);
      refused(nas.url(), "office", "admin");

      assertThat(refused(nas.url(), "office", "eve").code()).isEqualTo(407);
      assertThat(nas.requests("login")).hasSize(1);
    }
  }

  @Test
  void the_same_account_of_another_nas_may_log_in() {
    try (ScriptedNas one = ScriptedNas.start();
        ScriptedNas other = ScriptedNas.start()) {
      one.answer("login", refusal(407));
      refused(one.url(), "office", "admin");

      open(other.url(), "cellar", "admin").close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 449})
  void a_refusal_that_blocks_nobody_is_that_of_one_session(int code) {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("login", refusal(code), ScriptedNas.LOGIN);
      refused(nas.url(), "office", "admin");

      open(nas.url(), "office", "admin").close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://NAS.example:5001",
        "https://nas.example:5001/",
        "http://nas.example:5001"
      })
  void an_address_is_known_again_however_it_is_written(String url) {
    Credentials credentials = ScriptedNas.credentials();

    assertThat(LoginLedger.account(endpoint(URI.create(url), "a"), credentials))
        .isEqualTo(
            LoginLedger.account(
                endpoint(URI.create("https://nas.example:5001"), "b"), credentials));
  }

  @Test
  void sessions_that_open_at_the_same_time_send_a_wrong_password_once() throws Exception {
    try (ScriptedNas nas = ScriptedNas.start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      nas.answer("login", refusal(400));
      List<Future<LoginRefusedException>> failures = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        failures.add(threads.submit(() -> refused(nas.url(), "office", "admin")));
      }
      for (Future<LoginRefusedException> failure : failures) {
        assertThat(failure.get().code()).isEqualTo(400);
      }

      assertThat(nas.requests("login")).hasSize(1);
    }
  }

  @Test
  void a_login_whose_answer_is_lost_is_not_sent_again_before_its_password_is_proven() {
    try (SimulatedNas nas =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      AtomicInteger logins = new AtomicInteger();
      nas.injectFaults(
          new FaultInjector() {
            @Override
            public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
              boolean login = request.calls().getFirst().method().equals("login");
              return login && logins.incrementAndGet() % 2 == 1
                  ? new FaultSpec.ClosedConnection(false)
                  : null;
            }
          });

      DsmException lost =
          catchThrowableOfType(DsmException.class, () -> open(nas.url(), "office", "admin"));
      assertThat(lost.diagnostic().code()).isEqualTo(DiagnosticCode.NAS_CONNECTION_LOST);
      assertThat(logins).hasValue(1);
      open(nas.url(), "office", "admin").close();
      assertThat(logins).hasValue(2);

      open(nas.url(), "office", "admin").close();
      assertThat(logins).hasValue(4);
    }
  }

  private LoginRefusedException refused(URI url, String name, String user) {
    return catchThrowableOfType(LoginRefusedException.class, () -> open(url, name, user));
  }

  private DsmSession open(URI url, String name, String user) {
    return DsmSession.open(
        endpoint(url, name),
        new Credentials(user, new Secret("simulated"), NasTarget.DEFAULT_SESSION),
        SessionOptions.standard().withLedger(ledger).withRetries(ScriptedNas.impatient()));
  }

  private static DsmEndpoint endpoint(URI url, String name) {
    return new DsmEndpoint(name, url, new NasTarget.Tls.SystemTrust());
  }
}
