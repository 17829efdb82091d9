package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** SYNO.Entry.Request (protocol note §5). */
class CompoundTest extends SimulatorTestCase {
  private static final String CONFIG =
      "{\"api\":\"SYNO.CloudSync\",\"method\":\"get_config\",\"version\":1}";
  private static final String UNKNOWN =
      "{\"api\":\"SYNO.CloudSync\",\"method\":\"list_sess\",\"version\":1,\"connection_id\":99}";

  @Test
  void resultsStandInTheOrderOfTheCallsUnderASuccessfulEnvelope() {
    Wire wire = wire(startDemo()).login();

    JsonNode answer =
        wire.compound(
            "["
                + CONFIG
                + ","
                + UNKNOWN
                + ",{\"api\":\"SYNO.CloudSync\",\"method\":\"pause\",\"version\":1,"
                + "\"connection_id\":1}]");

    assertThat(answer.path("success").booleanValue()).isTrue();
    assertThat(answer.path("data").path("has_fail").booleanValue()).isTrue();
    JsonNode results = answer.path("data").path("result");
    assertThat(results.size()).isEqualTo(3);
    assertThat(results.get(0).path("data")).isEqualTo(wire.data("get_config"));
    assertThat(results.get(1))
        .hasToString(
            "{\"api\":\"SYNO.CloudSync\",\"method\":\"list_sess\",\"version\":1,\"error\":{\"code\":120,\"errors\":{\"name\":\"connection_id\",\"reason\":\"not"
                + " found\"}},\"success\":false}");
    assertThat(results.get(2))
        .hasToString(
            "{\"api\":\"SYNO.CloudSync\",\"method\":\"pause\",\"version\":1,\"success\":true}");
  }

  @Test
  void aFirstFailureStopsWhereThatIsAskedFor() {
    Wire wire = wire(startDemo()).login();
    String calls = "[" + CONFIG + "," + UNKNOWN + "," + CONFIG + "]";

    JsonNode stopped = wire.compound(calls, "stop_when_error=true").path("data");
    JsonNode parallel =
        wire.compound(calls, "stop_when_error=true", "mode=parallel", "version=2").path("data");

    assertThat(stopped.path("result").size()).isEqualTo(2);
    assertThat(stopped.path("has_fail").booleanValue()).isTrue();
    assertThat(parallel.path("result").size()).isEqualTo(3);
  }

  @Test
  void withoutFailuresItSaysSo() {
    JsonNode data = wire(startDemo()).login().compound("[" + CONFIG + "]").path("data");

    assertThat(data.path("has_fail").booleanValue()).isFalse();
  }

  @ParameterizedTest(name = "inside a compound {0} answers {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"method\":\"get_config\",\"version\":1}|101",
        "{\"api\":\"SYNO.Nothing\",\"method\":\"get\",\"version\":1}|102",
        "{\"api\":\"SYNO.CloudSync\",\"method\":\"nothing\",\"version\":1}|103",
        "{\"api\":\"SYNO.CloudSync\",\"method\":\"get_config\",\"version\":9}|104",
        "{\"api\":\"SYNO.API.Auth\",\"method\":\"logout\",\"version\":6}|105",
        "{\"api\":\"SYNO.CloudSync\",\"method\":\"list_sess\",\"version\":1}|114",
        "{\"api\":\"SYNO.CloudSync\",\"method\":\"list_sess\",\"version\":1,\"connection_id\":\"1\"}|120",
      })
  void innerCallsHaveTheirOwnCodes(String call, int code) {
    JsonNode answer = wire(startDemo()).login().compound("[" + call + "]");

    assertThat(Wire.code(answer.path("data").path("result").get(0))).isEqualTo(code);
  }

  @ParameterizedTest(name = "the compound {0} answers {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[]|113",
        "[1]|113",
        "[{\"api\":\"SYNO.Entry.Request\",\"method\":\"request\",\"version\":1,\"compound\":[]}]|113",
        "{}|120",
        "[{|120",
        "get_config|120",
      })
  void aMalformedCompoundIsRefusedAsAWhole(String compound, int code) {
    assertThat(Wire.code(wire(startDemo()).login().compound(compound))).isEqualTo(code);
  }

  @Test
  void anUnknownModeAndAMissingCompoundAreRefused() {
    Wire wire = wire(startDemo()).login();

    assertThat(Wire.code(wire.compound("[" + CONFIG + "]", "mode=both"))).isEqualTo(120);
    assertThat(
            Wire.code(
                wire.post(
                    "entry.cgi",
                    Wire.form("api=SYNO.Entry.Request", "version=1", "method=request"))))
        .isEqualTo(114);
  }

  @Test
  void aNasMayLimitTheSize() {
    Wire wire = wire(start(SimulatorOptions.builder().maxCompound(2))).login();

    assertThat(wire.compound("[" + CONFIG + "," + CONFIG + "]").path("success").booleanValue())
        .isTrue();
    assertThat(Wire.code(wire.compound("[" + CONFIG + "," + CONFIG + "," + CONFIG + "]")))
        .isEqualTo(113);
  }
}
