package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Starting, stopping, and many clients at once. */
class SimulatedNasTest extends SimulatorTestCase {

  @Test
  void aPortThatIsTakenIsNamed() {
    int port = startDemo().url().getPort();

    assertThatThrownBy(() -> start(SimulatorOptions.builder().port(port)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot listen on 127.0.0.1:" + port + ": Address already in use");
  }

  @Test
  void closingFreesThePortAndClosingTwiceDoesNothing() {
    SimulatedNas first = startDemo();
    int port = first.url().getPort();

    first.close();
    first.close();
    SimulatedNas second = start(SimulatorOptions.builder().port(port));

    assertThat(second.url()).hasToString("http://127.0.0.1:" + port);
    assertThat(wire(second).login().data("get_config").isObject()).isTrue();
  }

  @Test
  void twoNasWithTheSameSeedShareNothing() {
    SimulatedNas one = startDemo();
    SimulatedNas other = startDemo();

    wire(one).login().data("unlink_connection", "connection_id=1");

    assertThat(wire(other).login().data("list_conn").path("total").intValue()).isEqualTo(4);
    assertThat(one.state().toJson()).isNotEqualTo(other.state().toJson());
  }

  @Test
  void theUserAndPasswordMayBeOthers() {
    SimulatedNas nas = start(SimulatorOptions.builder().user("ops").password("pass word & more"));

    assertThat(
            wire(nas).login("ops", "pass word & more").data("list_conn").path("total").intValue())
        .isEqualTo(4);
    assertThat(SimulatorOptions.builder().password("pass word & more").build().toString())
        .doesNotContain("pass word");
  }

  @Test
  void manyWritesAtOnceAreAllKept() {
    SimulatedNas nas = start(SimulatedState.large(40, 400), SimulatorOptions.builder());
    Wire wire = wire(nas).login();

    List<CompletableFuture<JsonNode>> answers =
        IntStream.rangeClosed(1, 400)
            .mapToObj(task ->
                wire.sendAsync(
                        "entry.cgi",
                        Wire.form(
                            "api=SYNO.CloudSync",
                            "version=1",
                            "method=set_session_setting",
                            "session_id=" + task,
                            "sync_direction=\"BIDIRECTION\"",
                            "sync_attr_check_option=true",
                            "no_delete=" + (task % 2 == 0),
                            "google_drive_convert_online_doc=false"))
                    .thenApply(Wire::json))
            .toList();

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.join()).hasToString("{\"success\":true}"));
    for (int task = 1; task <= 400; task++) {
      assertThat(nas.state().taskOptions(task))
          .hasValue(new TaskOptions(true, task % 2 == 0, false));
    }
    assertThat(nas.requests()).hasSize(401);
  }
}
