package io.cloudsyncctl.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read when a NAS, or something in its place, answers what no DSM answers. */
class BadNasTest {
  private static final String PROXY =
      "a reverse proxy or portal may stand in front of DSM: check that nas.url is the address of"
          + " DSM itself";
  private static final String TRY_AGAIN = "the NAS may be restarting or overloaded: try again";
  private static final String RELEASE = "the NAS may run a release that this version does not know";
  private static final String PORTS =
      "check nas.url: DSM listens on port 5000 for http and 5001 for https unless it was changed";

  static Stream<Arguments> badBodies() {
    return Stream.of(
        Arguments.of("", "the NAS answered nothing", TRY_AGAIN),
        Arguments.of(
            "<!DOCTYPE html>\n<html><body>Sign in</body></html>",
            "the NAS answered HTML instead of JSON: \"<!DOCTYPE html>\\n<html><body>Sign"
                + " in</body></html>\"",
            PROXY),
        Arguments.of("It works!", "the NAS answered what is no JSON: \"It works!\"", PROXY),
        Arguments.of(
            "\u001b[31mred\u001b[0m and \u202eevil",
            "the NAS answered what is no JSON: \"\\u001b[31mred\\u001b[0m and \\u202eevil\"",
            PROXY),
        Arguments.of(
            "{\"success\":true,\"data\":{\"admin_mode\":\"enable\",\"log_count\":20000,\"repo_vol",
            "the answer of the NAS ends too early, after 73 bytes:"
                + " \"{\"success\":true,\"data\":{\"admin_mode\":\"enable\",\"log_count\":20…\"",
            TRY_AGAIN),
        Arguments.of("[1,2]", "the NAS answered JSON that is no answer of DSM: \"[1,2]\"", PROXY),
        Arguments.of(
            "{\"ok\":1}", "the NAS answered JSON that is no answer of DSM: \"{\"ok\":1}\"", PROXY),
        Arguments.of(
            "{\"success\":true} trailing",
            "the NAS answered what is no JSON: \"{\"success\":true} trailing\"",
            PROXY),
        Arguments.of(
            "{\"success\":true,\"success\":false}",
            "the NAS answered what is no JSON: \"{\"success\":true,\"success\":false}\"",
            PROXY),
        Arguments.of(
            "[".repeat(100),
            "the NAS answered what is no JSON: \"" + "[".repeat(60) + "…\"",
            PROXY),
        Arguments.of(
            "{\"success\":true,\"data\":[]}",
            "field data: expected an object but the NAS answered a list",
            RELEASE),
        Arguments.of(
            "{\"success\":false}",
            "field error: expected an object but the NAS answered nothing",
            RELEASE),
        Arguments.of(
            "{\"success\":false,\"error\":{\"code\":\"105\"}}",
            "field error.code: expected a whole number but the NAS answered text",
            RELEASE));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void a_bad_answer_says_what_came_and_why(String body, String message, String hint) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("get_config", body);

      DsmException failure = failureOf(() -> read(session));

      assertThat(failure)
          .hasMessage("office: get_config: error[bad-answer]: " + message + "\n  hint: " + hint);
      assertThat(failure.kind()).isEqualTo(FailureKind.FAILED);
      assertThat(failure.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED);
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            FaultSpec.badGateway(),
            "bad-answer",
            "the NAS answered HTTP 502 and \"<html><body><h1>502 Bad Gateway</h1></body></html>\"",
            TRY_AGAIN),
        Arguments.of(
            new FaultSpec.RawAnswer(500, "text/plain", "", false),
            "bad-answer",
            "the NAS answered HTTP 500 and nothing more",
            TRY_AGAIN),
        Arguments.of(
            new FaultSpec.RawAnswer(404, "text/plain", "no such page", false),
            "bad-answer",
            "the NAS answered HTTP 404 and \"no such page\"",
            "check nas.url: scheme, port, and that it is DSM that listens there"),
        Arguments.of(
            FaultSpec.htmlPage(),
            "bad-answer",
            "the NAS answered HTML instead of JSON: \"<!DOCTYPE html><html><body>Sign"
                + " in</body></html>\"",
            PROXY),
        Arguments.of(
            new FaultSpec.ClosedConnection(false),
            "nas-connection-lost",
            "URL closed the connection before its answer was complete",
            "is nas.url the address of DSM, and did the NAS restart just now?"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_of_http_says_what_came_and_why(
      FaultSpec.OfRequest fault, String code, String message, String hint) {
    try (SimulatedNas nas = SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
        DsmSession session = open(nas)) {
      nas.injectFaults(always(fault));

      DsmException failure = failureOf(() -> read(session));

      assertThat(failure)
          .hasMessage(
              "office: get_config: error["
                  + code
                  + "]: "
                  + message.replace("URL", nas.url().toString())
                  + "\n  hint: "
                  + hint);
    }
  }

  @Test
  void an_answer_that_breaks_off_says_so() throws IOException {
    try (RawServer server =
        RawServer.start("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"success\":")) {
      DsmException failure = openFailure(server.url());

      assertThat(failure)
          .hasMessage(
              "office: query: error[nas-connection-lost]: "
                  + server.url()
                  + " closed the connection before its answer was complete\n  hint: is nas.url the"
                  + " address of DSM, and did the NAS restart just now?");
    }
  }

  @Test
  void a_server_that_says_nothing_is_waited_for_no_longer_than_the_limit() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      DsmEndpoint.Timeouts response =
          new DsmEndpoint.Timeouts(
              Duration.ofSeconds(5), Duration.ofMillis(150), Duration.ofSeconds(30));
      DsmEndpoint.Timeouts total =
          new DsmEndpoint.Timeouts(
              Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(150));

      for (DsmEndpoint.Timeouts timeouts : ImmutableList.of(response, total)) {
        DsmException failure =
            failureOf(() ->
                DsmSession.open(
                    new DsmEndpoint("office", url, new NasTarget.Tls.SystemTrust(), timeouts),
                    ScriptedNas.credentials(),
                    SessionOptions.standard()));

        assertThat(failure)
            .hasMessage(
                "office: query: error[nas-timeout]: no complete answer from "
                    + url
                    + " within 150 ms\n  hint: the NAS may be busy or waking its disks: try again");
        assertThat(failure.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED);
      }
    }
  }

  @Test
  void a_port_where_nothing_listens_is_named() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    URI url = URI.create("http://127.0.0.1:" + port);

    DsmException failure = openFailure(url);

    assertThat(failure)
        .hasMessage(
            "office: query: error[nas-connection-refused]: cannot connect to "
                + url
                + "\n  hint: is the NAS on? "
                + PORTS);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
    assertThat(failure.certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN);
  }

  @Test
  void an_unknown_host_is_named() {
    // A label of 64 characters is no host name, so nobody is asked for it.
    String host = "x".repeat(64) + ".invalid";

    DsmException failure = openFailure(URI.create("https://" + host + ":5001"));

    assertThat(failure)
        .hasMessage(
            "office: query: error[nas-unknown-host]: the host name "
                + host
                + " is not known\n  hint: check nas.url and the name server of this computer");
    assertThat(failure.certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN);
  }

  @Test
  void an_endless_answer_is_cut_off() throws IOException {
    try (RawServer server =
        RawServer.start(
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                + "x".repeat(WireJson.MAX_LENGTH + 10))) {
      assertThat(openFailure(server.url()))
          .hasMessage(
              "office: query: error[bad-answer]: the answer of the NAS is larger than 33554432"
                  + " bytes\n  hint: no DSM answers that much: check that nas.url is the address"
                  + " of DSM itself");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://nas.example.lan:5001/webman/?sid=1, https://nas.example.lan:5001",
    "HTTP://127.0.0.1:1/, http://127.0.0.1:1",
    "https://admin:secret@nas.example.lan/, https://nas.example.lan",
  })
  void a_redirect_is_shown_and_not_followed(String location, String shown) throws IOException {
    try (RawServer server = redirecting(location)) {
      assertThat(openFailure(server.url()))
          .hasMessage(
              "office: query: error[bad-answer]: the NAS answered HTTP 302, a redirect to "
                  + shown
                  + ", which is not followed\n  hint: if that is where DSM listens, write that in"
                  + " nas.url: "
                  + shown);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/webman/", "javascript:alert(1)", "https:///x", "\u001b[2J", "https://a b/", "x"})
  void a_redirect_that_leads_to_no_machine_is_none(String location) throws IOException {
    try (RawServer server = redirecting(location)) {
      assertThat(openFailure(server.url()))
          .hasMessage(
              "office: query: error[bad-answer]: the NAS answered HTTP 302 and nothing more\n"
                  + "  hint: check nas.url: scheme, port, and that it is DSM that listens there");
    }
  }

  private static RawServer redirecting(String location) throws IOException {
    return RawServer.start(
        "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void something_that_is_no_dsm_is_named() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("query", "{\"success\":true,\"data\":{}}");

      assertThat(failureOf(nas::open))
          .hasMessage(
              "office: query: error[bad-answer]: the NAS says that it has no SYNO.API.Auth\n  hint:"
                  + " check that nas.url is the address of a Synology DSM");
    }
  }

  @Test
  void discovery_cannot_lead_anywhere_else() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      for (String path : ImmutableList.of("//evil/x", "../x", "http://evil", "a b", "", "x?y")) {
        nas.answer("query", ScriptedNas.DISCOVERY.replace("entry.cgi", path));

        assertThat(failureOf(nas::open))
            .hasMessage(
                "office: query: error[bad-answer]: field SYNO.API.Auth.path: expected a path such"
                    + " as entry.cgi but the NAS answered text\n  hint: "
                    + RELEASE);
      }
      assertThat(nas.requests("login")).isEmpty();
    }
  }

  @Test
  void the_answer_of_a_login_is_never_quoted() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("login", ScriptedNas.LOGIN.substring(0, 60));

      assertThat(failureOf(nas::open))
          .hasMessage(
              "office: login: error[bad-answer]: the answer of the NAS ends too early, after 60"
                  + " bytes: 60 characters, not shown since they may hold secrets\n  hint: "
                  + TRY_AGAIN)
          .hasNoCause();
    }
  }

  private static FaultInjector always(FaultSpec.OfRequest fault) {
    return new FaultInjector() {
      @Override
      public FaultSpec.OfRequest onRequest(RecordedRequest request) {
        return fault;
      }
    };
  }

  /** As whoever needs this very answer does. */
  private static void read(DsmSession session) {
    if (session.readAll(ImmutableList.of(getConfig())).getFirst()
        instanceof ApiResult.Unusable(BadAnswerException failure)) {
      throw failure;
    }
  }

  private static ApiCall getConfig() {
    return new ApiCall("SYNO.CloudSync", 1, "get_config", ImmutableMap.of());
  }

  private static DsmSession open(SimulatedNas nas) {
    return DsmSession.open(
        new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
        new Credentials("admin", new Secret("simulated"), "FileStation"),
        SessionOptions.standard().withRetries(ScriptedNas.impatient()),
        "SYNO.CloudSync");
  }

  private static DsmException openFailure(URI url) {
    return failureOf(() ->
        DsmSession.open(
            new DsmEndpoint("office", url, new NasTarget.Tls.SystemTrust()),
            ScriptedNas.credentials(),
            SessionOptions.standard().withRetries(ScriptedNas.impatient())));
  }

  private static DsmException failureOf(ThrowingCallable work) {
    return catchThrowableOfType(DsmException.class, work);
  }
}
