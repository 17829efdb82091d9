package io.cloudsyncctl.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A typing mistake fails at once; a NAS that is known to be there is waited for. */
class FirstContactTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final SessionOptions options =
      SessionOptions.standard()
          .withRetries(new RetryPolicy(4, Duration.ofMillis(500), pauses::add, new Random(7)));

  @Test
  void a_port_where_nothing_listens_fails_at_once() {
    try (ScriptedNas nas = ScriptedNas.start();
        Relay relay = Relay.to(nas.url())) {
      relay.refuse();

      assertThat(failure(relay.url()).diagnostic().code())
          .isEqualTo(DiagnosticCode.NAS_CONNECTION_REFUSED);
      assertThat(pauses).isEmpty();
    }
  }

  @Test
  void an_unknown_host_fails_at_once() {
    // A label of 64 characters is no host name, so nobody is asked for it.
    assertThat(failure(URI.create("http://" + "x".repeat(64) + ".invalid")).diagnostic().code())
        .isEqualTo(DiagnosticCode.NAS_UNKNOWN_HOST);
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_certificate_that_is_not_trusted_fails_at_once() {
    try (SimulatedNas nas =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.builder().tls(true).build())) {
      assertThat(failure(nas.url()).diagnostic().code()).isEqualTo(DiagnosticCode.NAS_NOT_TRUSTED);
      assertThat(pauses).isEmpty();
    }
  }

  @Test
  void a_page_of_something_else_fails_at_once() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("query", "<html>It works!</html>");

      assertThat(failure(nas.url()).diagnostic().code()).isEqualTo(DiagnosticCode.BAD_ANSWER);
      assertThat(pauses).isEmpty();
    }
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of(FaultSpec.badGateway()), Arguments.of(new FaultSpec.ClosedConnection(false)));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void a_nas_that_is_just_starting_is_asked_again(FaultSpec fault) {
    try (SimulatedNas nas =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      nas.failNext(fault);
      nas.failNext(fault);

      DsmSession.open(endpoint(nas.url()), simulated(), options).close();

      assertThat(pauses).hasSize(2);
      assertThat(nas.activeSessions()).isZero();
    }
  }

  @Test
  void a_nas_that_was_reached_in_this_run_is_waited_for_by_its_next_session() {
    try (ScriptedNas nas = ScriptedNas.start();
        Relay relay = Relay.to(nas.url())) {
      DsmSession.open(endpoint(relay.url()), ScriptedNas.credentials(), options).close();
      relay.refuse();
      RetryPolicy retries =
          new RetryPolicy(4, Duration.ofMillis(500), _ -> relay.listen(), new Random(7));

      DsmSession.open(
              endpoint(relay.url()), ScriptedNas.credentials(), options.withRetries(retries))
          .close();

      assertThat(nas.requests("login")).hasSize(2);
    }
  }

  @Test
  void a_login_that_a_busy_nas_did_not_look_at_is_sent_again() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("login", "{\"success\":false,\"error\":{\"code\":117}}", ScriptedNas.LOGIN);
      nas.answer("read", "{\"success\":false,\"error\":{\"code\":119}}", "{\"success\":true}");

      assertThat(session.readAll(ImmutableList.of(new ApiCall("A", 1, "read", ImmutableMap.of()))))
          .allMatch(ApiResult.Success.class::isInstance);
      assertThat(nas.requests("login")).hasSize(3);
    }
  }

  private DsmException failure(URI url) {
    return catchThrowableOfType(
        DsmException.class,
        () -> DsmSession.open(endpoint(url), ScriptedNas.credentials(), options));
  }

  private static Credentials simulated() {
    return new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION);
  }

  private static DsmEndpoint endpoint(URI url) {
    return new DsmEndpoint("office", url, new NasTarget.Tls.SystemTrust());
  }
}
