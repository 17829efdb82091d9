package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every getter answers the API document's example, down to the order of its members. */
class DocumentExamplesTest {
  private SimulatedNas nas =
      SimulatedNas.start(SimulatedState.document(), SimulatorOptions.defaults());
  private Wire wire = new Wire(nas);

  @BeforeEach
  void logIn() {
    wire.login();
  }

  @AfterEach
  void close() {
    wire.close();
    nas.close();
  }

  @ParameterizedTest(name = "{0} is answered as documented")
  @CsvSource(
      delimiter = '|',
      value = {
        "get_pkg_config|get_config|",
        "get_connections|list_conn|is_tray=false&group_by=\"group_by_user\"",
        "get_connection_settings|get_connection_setting|connection_id=3",
        "get_connection_information|get_property|connection_id=3",
        "get_connection_auth|get_conn_auth_info|connection_id=3",
        "get_connection_logs|get_log|connection_id=3&offset=0&limit=200&keyword=\"\"&date_from=0"
            + "&date_to=0&log_level=-1&action=-1",
        "get_tasks|list_sess|connection_id=3",
        "get_task_filters|get_selective_sync_config|session_id=4",
        "get_task_cloud_folders|get_selective_folder_list|session_id=4&path=\"/\""
            + "&file_id=\"id:xxxx\"&exists_type=null",
        "get_recently_modified|get_recently_change|",
      })
  void answersTheExample(String documented, String method, String parameters) throws IOException {
    String[] pairs = parameters == null ? new String[0] : parameters.split("&", -1);

    assertThat(wire.call(method, pairs).toString()).isEqualTo(example(documented).toString());
  }

  @Test
  void theSecondConnectionOfTheExampleAnswersEveryGetterToo() {
    assertThat(wire.data("get_connection_setting", "connection_id=2").path("task_name").asString())
        .isEqualTo("Microsoft OneDrive");
    assertThat(wire.data("get_property", "connection_id=2").path("type_id").intValue())
        .isEqualTo(22);
    JsonNode tasks = wire.data("list_sess", "connection_id=2");
    assertThat(tasks.path("total").intValue()).isEqualTo(1);
    assertThat(tasks.path("sess").get(0).path("sess_id").intValue()).isEqualTo(3);
    assertThat(wire.data("get_selective_sync_config", "session_id=3").path("filtered_extensions"))
        .hasToString("[\"tmp\"]");
    assertThat(wire.data("get_conn_auth_info", "connection_id=2").path("refresh_token").asString())
        .isEqualTo("simulated-refresh-token");
  }

  private static JsonNode example(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            DocumentExamplesTest.class.getResourceAsStream("document-examples.json"))) {
      return Wire.JSON.readTree(stream).path(name);
    }
  }
}
