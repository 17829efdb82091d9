package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The codes that every API answers, discovery, and the forms in which parameters may come. */
class ProtocolErrorsTest extends SimulatorTestCase {

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "version=1&method=get_config|101",
        "api=SYNO.CloudSync&method=get_config|101",
        "api=SYNO.CloudSync&version=1|101",
        "api=SYNO.Nothing&version=1&method=get_config|102",
        "api=SYNO.CloudSync&version=2&method=get_config|104",
        "api=SYNO.CloudSync&version=0&method=get_config|104",
        "api=SYNO.CloudSync&version=1&method=get_all|103",
        "api=SYNO.CloudSync&version=1&method=list_sess|114",
        "api=SYNO.CloudSync&version=1&method=list_sess&connection_id=99|120",
        "api=SYNO.CloudSync&version=1&method=list_sess&connection_id=\"1\"|120",
        "api=SYNO.CloudSync&version=1&method=list_sess&connection_id=one|120",
        "api=SYNO.CloudSync&version=1&method=list_sess&connection_id=1.5|120",
        "api=SYNO.CloudSync&version=1&method=list_sess&connection_id=[1|120",
        "api=SYNO.CloudSync&version=1&method=list_sess&connection_id=null|120",
        "api=SYNO.CloudSync&version=1&method=list_sess&connection_id=-1|120",
        "api=SYNO.CloudSync&version=1&method=get_selective_sync_config&session_id=99|120",
        "api=SYNO.CloudSync&version=1&method=get_selective_folder_list&session_id=1|114",
        "api=SYNO.CloudSync&version=1&method=get_selective_folder_list&session_id=1&path=a|120",
        "api=SYNO.CloudSync&version=1&method=list_conn&group_by=colour|120",
        "api=SYNO.CloudSync&version=1&method=list_conn&is_tray=no|120",
      })
  void eachMistakeHasItsCode(String query, int code) {
    Wire wire = wire(startDemo()).login();

    assertThat(Wire.code(wire.post("entry.cgi", Wire.form(query.split("&", -1))))).isEqualTo(code);
    assertThat(Wire.code(wire.get("entry.cgi", Wire.form(query.split("&", -1))))).isEqualTo(code);
  }

  @Test
  void theErrorNamesTheParameter() {
    Wire wire = wire(startDemo()).login();

    assertThat(wire.call("list_sess"))
        .hasToString(
            "{\"error\":{\"code\":114,\"errors\":{\"name\":\"connection_id\",\"reason\":\"required\"}},"
                + "\"success\":false}");
    assertThat(wire.call("list_sess", "connection_id=true"))
        .hasToString(
            "{\"error\":{\"code\":120,\"errors\":{\"name\":\"connection_id\",\"reason\":\"type\"}},"
                + "\"success\":false}");
  }

  @Test
  void everyAnswerIsPlainTextWithStatus200() {
    Wire wire = wire(startDemo());

    HttpResponse<String> response = wire.sendPost("entry.cgi", Map.of());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; charset=UTF-8");
    assertThat(response.body()).isEqualTo("{\"error\":{\"code\":101},\"success\":false}");
  }

  @Test
  void withoutALoginProtectedApisAnswer119() {
    Wire wire = wire(startDemo());

    assertThat(wire.code("get_config")).isEqualTo(119);
    assertThat(Wire.code(wire.compound("[]"))).isEqualTo(119);
    wire.use("no such session", null);
    assertThat(wire.code("get_config")).isEqualTo(119);
  }

  @Test
  void discoveryAnswersAllApisWithoutALogin() {
    JsonNode answer =
        wire(startDemo())
            .get(
                "query.cgi",
                Wire.form("api=SYNO.API.Info", "version=1", "method=query", "query=all"));

    assertThat(answer.path("data").propertyNames())
        .containsExactlyInAnyOrder(
            "SYNO.API.Info", "SYNO.API.Auth", "SYNO.Entry.Request", "SYNO.CloudSync");
    assertThat(answer.path("data").path("SYNO.CloudSync"))
        .hasToString(
            "{\"maxVersion\":1,\"minVersion\":1,\"path\":\"entry.cgi\",\"requestFormat\":\"JSON\"}");
    assertThat(answer.path("data").path("SYNO.API.Auth").path("path").asString())
        .isEqualTo("entry.cgi");
  }

  @Test
  void discoveryLeavesOutWhatIsNotInstalled() {
    SimulatorOptions.Builder options =
        SimulatorOptions.builder().cloudSyncInstalled(false).compoundSupported(false);
    Wire wire = wire(start(options)).login();
    String query = "query=SYNO.API.Auth,SYNO.CloudSync,SYNO.Entry.Request,SYNO.FileStation.List";

    JsonNode answer =
        wire.post("entry.cgi", Wire.form("api=SYNO.API.Info", "version=1", "method=query", query));

    assertThat(answer.path("data").propertyNames()).containsExactly("SYNO.API.Auth");
    assertThat(wire.code("get_config")).isEqualTo(102);
    assertThat(Wire.code(wire.compound("[]"))).isEqualTo(102);
  }

  @ParameterizedTest(name = "{0} does not serve SYNO.CloudSync")
  @ValueSource(strings = {"auth.cgi", "query.cgi"})
  void theOtherProgramsServeOnlyTheirOwnApi(String program) {
    Wire wire = wire(startDemo()).login();

    JsonNode answer =
        wire.get(program, Wire.form("api=SYNO.CloudSync", "version=1", "method=get_config"));

    assertThat(Wire.code(answer)).isEqualTo(102);
  }

  @Test
  void pathsThatAreNoProgramAreNotFound() {
    Wire wire = wire(startDemo());

    assertThat(wire.send(wire.request("upload.cgi").build()).statusCode()).isEqualTo(404);
    assertThat(wire.send(wire.request("../index.html").build()).statusCode()).isEqualTo(404);
    assertThat(wire.send(wire.request("entry.cgi").DELETE().build()).statusCode()).isEqualTo(405);
  }

  @Test
  void theApiMayStandInThePathAndParametersInBothPlaces() {
    Wire wire = wire(startDemo()).login();

    JsonNode inPath =
        wire.post("entry.cgi/SYNO.CloudSync", Wire.form("version=1", "method=get_config"));
    JsonNode mixed =
        wire.post(
            "entry.cgi?api=SYNO.CloudSync&method=list_sess",
            Wire.form("version=1", "connection_id=1"));

    assertThat(inPath.path("data").path("worker_count").intValue()).isEqualTo(3);
    assertThat(mixed.path("data").path("total").intValue()).isEqualTo(3);
  }
}
