package io.cloudsyncctl.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatorTestCase;
import io.cloudsyncctl.simulator.Wire;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which a simulated NAS goes wrong when it is told to. */
@Timeout(60)
class FaultsTest extends SimulatorTestCase {
  private final SimulatedNas nas = startDemo();
  private final Wire wire = wire(nas);

  private final String before = nas.state().toJson().toString();

  @BeforeEach
  void logIn() {
    wire.login();
  }

  private Map<String, String> pause() {
    return Wire.form(
        "api=SYNO.CloudSync", "version=1", "method=pause", "connection_id=1", "_sid=" + wire.sid());
  }

  private String status() {
    return listed(wire, 1).path("status").asString();
  }

  @ParameterizedTest(name = "afterActing = {0}")
  @ValueSource(booleans = {false, true})
  void anotherAnswerComesBeforeOrAfterTheEffect(boolean afterActing) {
    nas.failNext(new FaultSpec.RawAnswer(502, "text/html", "<h1>Bad</h1>", afterActing));

    HttpResponse<String> response = wire.sendPost("entry.cgi", pause());

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
    assertThat(response.body()).isEqualTo("<h1>Bad</h1>");
    assertThat(status()).isEqualTo(afterActing ? "pause" : "uptodate");
  }

  @ParameterizedTest(name = "afterActing = {0}")
  @ValueSource(booleans = {false, true})
  void aConnectionIsClosedBeforeOrAfterTheEffect(boolean afterActing) {
    nas.failNext(new FaultSpec.ClosedConnection(afterActing));

    assertThatThrownBy(() -> wire.sendPost("entry.cgi", pause()))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);

    assertThat(status()).isEqualTo(afterActing ? "pause" : "uptodate");
  }

  @Test
  void anAnswerIsCutShortAfterTheEffect() {
    nas.failNext(new FaultSpec.TruncatedAnswer(7));

    assertThat(wire.sendPost("entry.cgi", pause()).body()).isEqualTo("{\"succe");
    assertThat(status()).isEqualTo("pause");
  }

  @Test
  void anAnswerCanBeEmpty() {
    nas.failNext(new FaultSpec.TruncatedAnswer(0));

    HttpResponse<String> response = wire.sendPost("entry.cgi", pause());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(status()).isEqualTo("pause");
  }

  @Test
  void aRequestCanBeHeldUpBeforeItsEffect() {
    nas.failNext(new FaultSpec.Delay(Duration.ofHours(1), false));

    CompletableFuture<HttpResponse<String>> answer = wire.sendAsync("entry.cgi", pause());
    while (!nas.requests().getLast().calls().getFirst().method().equals("pause")) {
      Thread.onSpinWait();
    }

    assertThat(status()).isEqualTo("uptodate");
    assertThat(answer).isNotDone();
  }

  @Test
  void aRequestCanBeHeldUpAfterItsEffect() {
    nas.failNext(new FaultSpec.Delay(Duration.ofHours(1), true));

    CompletableFuture<HttpResponse<String>> answer = wire.sendAsync("entry.cgi", pause());
    while (nas.state().toJson().toString().equals(before)) {
      Thread.onSpinWait();
    }

    assertThat(status()).isEqualTo("pause");
    assertThat(answer).isNotDone();
  }

  @Test
  void closingTheNasCutsOffWhatIsHeldUp() {
    nas.failNext(new FaultSpec.Delay(Duration.ofHours(1), false));
    CompletableFuture<HttpResponse<String>> answer = wire.sendAsync("entry.cgi", pause());
    while (!nas.requests().getLast().calls().getFirst().method().equals("pause")) {
      Thread.onSpinWait();
    }

    nas.close();

    assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aConnectionCanEndAfterACompleteAnswer() {
    nas.failNext(new FaultSpec.LastOfConnection());

    HttpResponse<String> response = wire.sendPost("entry.cgi", pause());

    assertThat(response.headers().firstValue("Connection")).hasValue("close");
    assertThat(response.body()).isEqualTo("{\"success\":true}");
    assertThat(status()).isEqualTo("pause");
  }

  @Test
  void faultsOfRequestsQueueUpAndThenEnd() {
    nas.failNext(FaultSpec.badGateway());
    nas.failNext(FaultSpec.htmlPage());

    assertThat(wire.sendPost("entry.cgi", pause()).statusCode()).isEqualTo(502);
    assertThat(wire.sendPost("entry.cgi", pause()).body()).startsWith("<!DOCTYPE html>");
    assertThat(wire.sendPost("entry.cgi", pause()).body()).isEqualTo("{\"success\":true}");
  }

  @Test
  void theNextCallAnswersACodeAndHasNoEffect() {
    nas.failNext(new FaultSpec.ApiError(117));

    assertThat(wire.code("pause", "connection_id=1")).isEqualTo(117);
    assertThat(status()).isEqualTo("uptodate");
    assertThat(wire.call("pause", "connection_id=1").path("success").booleanValue()).isTrue();
  }

  @Test
  void anInjectorChoosesCallsInsideACompound() {
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals("get_property") ? new FaultSpec.ApiError(105) : null;
          }
        });
    String compound =
        """
        [{"api":"SYNO.CloudSync","method":"get_config","version":1},
         {"api":"SYNO.CloudSync","method":"get_property","version":1,"connection_id":1}]
        """;

    var results = wire.compound(compound).path("data").path("result");

    assertThat(results.get(0).path("success").booleanValue()).isTrue();
    assertThat(Wire.code(results.get(1))).isEqualTo(105);
  }

  @Test
  void anInjectorChoosesRequestsByWhatTheyCall() {
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            return request.calls().getFirst().method().equals("list_conn")
                ? FaultSpec.badGateway()
                : null;
          }
        });

    assertThat(wire.data("get_config").isObject()).isTrue();
    assertThat(
            wire.sendPost(
                    "entry.cgi", Wire.form("api=SYNO.CloudSync", "version=1", "method=list_conn"))
                .statusCode())
        .isEqualTo(502);
  }
}
