package io.cloudsyncctl.dsm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.LoginRefusedException;
import io.cloudsyncctl.dsm.NasUnreachableException;
import io.cloudsyncctl.dsm.Relay;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.setting.WireValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, and what never is (protocol note §2 and §3). */
class RetryingSenderTest {
  private static final String OK = "{\"success\":true,\"data\":{\"a\":1}}";

  private static String error(int code) {
    return "{\"success\":false,\"error\":{\"code\":" + code + "}}";
  }

  @ParameterizedTest
  @ValueSource(ints = {106, 107, 119})
  void a_lost_session_is_renewed_once_for_reads_and_writes(int code) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("read", error(code), OK).answer("write", error(code), OK);

      assertThat(session.readAll(ImmutableList.of(call("read"))).getFirst())
          .isInstanceOf(ApiResult.Success.class);
      assertThat(session.call(call("write"))).isInstanceOf(ApiResult.Success.class);

      assertThat(nas.requests("read")).hasSize(2);
      assertThat(nas.requests("write")).hasSize(2);
      assertThat(nas.requests("login")).hasSize(3);
    }
  }

  @Test
  void a_session_that_is_lost_again_at_once_is_not_renewed_twice_for_one_call() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("write", error(119));

      assertThat(session.call(call("write"))).isEqualTo(new ApiResult.Refused(ApiError.of(119)));
      assertThat(nas.requests("write")).hasSize(2);
      assertThat(nas.requests("login")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 407, 411})
  void a_refused_login_is_never_tried_again(int code) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("read", error(119)).answer("login", error(code));

      for (int i = 0; i < 3; i++) {
        LoginRefusedException refusal =
            catchThrowableOfType(
                LoginRefusedException.class, () -> session.readAll(ImmutableList.of(call("read"))));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.kind()).isEqualTo(FailureKind.UNREACHABLE);
      }
      assertThat(nas.requests("login")).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | no such account, or the password is wrong",
        "401 | the account is disabled",
        "402 | the account may not log in here",
        "403 | a 2-factor code is needed",
        "404 | the 2-factor code is wrong",
        "405 | wrong application portal",
        "406 | 2-factor authentication is enforced for this account",
        "407 | the NAS has blocked this computer's address",
        "408 | the password has expired and cannot be changed",
        "409 | the password has expired",
        "410 | the password must be changed first",
        "411 | the account is locked",
        "449 | the login waits for an approval by Secure SignIn",
        "100 | unknown error"
      })
  void a_refused_login_says_why_in_words_and_is_sent_once(int code, String words) {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer(
          "login",
          "{\"success\":false,\"error\":{\"code\":"
              + code
              + ",\"errors\":{\"token\":\"secret-token\",\"types\":[]}}}");

      LoginRefusedException refusal = catchThrowableOfType(LoginRefusedException.class, nas::open);

      assertThat(refusal.diagnostic().code()).isEqualTo(DiagnosticCode.LOGIN_REFUSED);
      assertThat(refusal.diagnostic().message())
          .isEqualTo("the NAS refused the login with code " + code + ": " + words);
      assertThat(refusal).hasMessageNotContaining("secret-token");
      assertThat(nas.requests("login")).hasSize(1);
      assertThat(nas.requests("logout")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {109, 110, 111, 117, 118})
  void a_busy_nas_is_read_again_after_growing_pauses_with_jitter(int code) {
    List<Duration> pauses = new ArrayList<>();
    RetryPolicy retries = new RetryPolicy(4, Duration.ofMillis(500), pauses::add, new Random(7));
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session =
            DsmSession.open(
                nas.endpoint(),
                ScriptedNas.credentials(),
                SessionOptions.standard().withRetries(retries))) {
      nas.answer("read", error(code));

      assertThat(session.readAll(ImmutableList.of(call("read"))))
          .containsExactly(new ApiResult.Refused(ApiError.of(code)));

      assertThat(nas.requests("read")).hasSize(4);
      assertThat(pauses).hasSize(3);
      for (int i = 0; i < pauses.size(); i++) {
        assertThat(pauses.get(i).toMillis()).isBetween(250L << i, 500L << i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 105, 109, 117, 120})
  void a_refused_write_is_not_repeated(int code) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("write", error(code));

      assertThat(session.call(call("write"))).isEqualTo(new ApiResult.Refused(ApiError.of(code)));
      assertThat(nas.requests("write")).hasSize(1);
    }
  }

  @Test
  void a_refusal_does_not_take_back_the_doubt_of_an_earlier_attempt() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("write", "{\"success", error(105));

      ApiResult result = session.call(call("write").asAbsolute());

      ApiError refusal = ((ApiResult.Refused) result).error();
      assertThat(refusal.code()).isEqualTo(105);
      assertThat(ApiError.of(105).certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN);
      assertThat(refusal.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED);
      assertThat(nas.requests("write")).hasSize(2);
    }
  }

  @Test
  @SuppressWarnings("try") // The relay is closed early, in place of a pause.
  void no_connection_does_not_take_back_the_doubt_of_an_earlier_attempt() {
    try (ScriptedNas nas = ScriptedNas.start();
        Relay relay = Relay.to(nas.url())) {
      RetryPolicy retries =
          new RetryPolicy(2, Duration.ofMillis(1), _ -> relay.close(), new Random(7));
      DsmEndpoint endpoint =
          new DsmEndpoint("office", relay.url(), new NasTarget.Tls.SystemTrust());
      try (DsmSession session =
          DsmSession.open(
              endpoint,
              ScriptedNas.credentials(),
              SessionOptions.standard().withRetries(retries))) {
        nas.answer("write", "<html>restarting</html>");

        DsmException failure =
            catchThrowableOfType(
                DsmException.class, () -> session.call(call("write").asAbsolute()));

        assertThat(failure).isInstanceOf(NasUnreachableException.class);
        assertThat(failure.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED);
      }
      assertThat(nas.requests("write")).hasSize(1);
    }
  }

  @Test
  void a_login_that_is_lost_says_nothing_of_the_write_that_needed_it() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("write", error(119)).answer("login", "garbage");

      DsmException failure =
          catchThrowableOfType(DsmException.class, () -> session.call(call("write")));

      assertThat(failure.diagnostic().code()).isEqualTo(DiagnosticCode.BAD_ANSWER);
      assertThat(failure.certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN);
      assertThat(nas.requests("write")).hasSize(1);
    }
  }

  @Test
  void what_comes_after_a_write_makes_it_no_less_uncertain() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("request", error(103)).answer("create", OK);
      nas.answer("after", error(119)).answer("login", "garbage");

      DsmException failure =
          catchThrowableOfType(
              DsmException.class,
              () -> session.callInOrder(List.of(call("create"), call("after"))));

      assertThat(failure.diagnostic().code()).isEqualTo(DiagnosticCode.BAD_ANSWER);
      assertThat(failure.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED);
      assertThat(nas.requests("create")).hasSize(1);
    }
  }

  @Test
  void an_interrupted_thread_repeats_nothing() {
    Thread me = Thread.currentThread();
    RetryPolicy retries = new RetryPolicy(4, Duration.ofMillis(1), _ -> {}, new Random(7));
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session =
            DsmSession.open(
                nas.endpoint(),
                ScriptedNas.credentials(),
                SessionOptions.standard().withRetries(retries))) {
      nas.answer("read", error(117));
      me.interrupt();

      session.readAll(ImmutableList.of(call("read")));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(nas.requests("read")).hasSize(1);
    }
  }

  @Test
  void many_reads_that_lose_one_session_log_in_once() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("query", ScriptedNas.DISCOVERY.replace("SYNO.Entry.Request", "SYNO.Else"));
      nas.answer(
          "login", ScriptedNas.LOGIN, ScriptedNas.LOGIN.replace(ScriptedNas.SID, "second-sid"));
      nas.answer("read", error(119), OK);
      try (DsmSession session = nas.open()) {
        List<ApiCall> calls = IntStream.range(0, 20).mapToObj(i -> call("read")).toList();

        assertThat(session.readAll(calls))
            .hasSize(20)
            .allMatch(ApiResult.Success.class::isInstance);
      }

      assertThat(nas.requests("login")).hasSize(2);
      assertThat(nas.requests("logout").getFirst().parameter("_sid")).isEqualTo("second-sid");
    }
  }

  @Test
  void closing_logs_out_once_however_often_and_from_wherever_it_is_called() throws Exception {
    try (ScriptedNas nas = ScriptedNas.start()) {
      DsmSession session = nas.open();
      List<Thread> threads =
          IntStream.range(0, 10).mapToObj(i -> Thread.ofVirtual().start(session::close)).toList();
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(nas.requests("logout")).hasSize(1);
      assertThat(catchThrowableOfType(DsmException.class, () -> session.call(call("write"))))
          .hasMessage("office: write: error[interrupted]: the session was closed");
    }
  }

  @Test
  void closing_an_interrupted_thread_still_logs_out_and_keeps_the_interrupt() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      DsmSession session = nas.open();
      Thread.currentThread().interrupt();
      session.close();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(nas.requests("logout")).hasSize(1);
    }
  }

  @Test
  void a_logout_that_fails_is_no_error() {
    for (String answer : ImmutableList.of(error(119), "garbage", "")) {
      try (ScriptedNas nas = ScriptedNas.start()) {
        nas.answer("logout", answer);
        nas.open().close();
        assertThat(nas.requests("logout")).hasSize(1);
      }
    }
    ScriptedNas gone = ScriptedNas.start();
    DsmSession session = gone.open();
    gone.close();
    session.close();
  }

  private static ApiCall call(String method) {
    return new ApiCall("SYNO.CloudSync", 1, method, ImmutableMap.of("id", WireValue.of(1)));
  }
}
