package io.cloudsyncctl.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatorTestCase;
import io.cloudsyncctl.simulator.Wire;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * State files: read back as written, unknown members kept, refused in words where they are none.
 */
class StateFileTest extends SimulatorTestCase {
  private static final String MINIMAL =
      """
      {"format":"cloudsyncctl-state","version":1,
       "get_config":{"admin_mode":"enable","worker_count":3},
       "list_conn":{"conn":[{"id":7,"task_name":"Box","type":"box","type_id":9,"future":[1]}],
                    "is_pause":false,"total":1},
       "connections":{"7":{"list_sess":{"sess":[{"sess_id":8,"conn_id":7}],"total":1}}},
       "tasks":{},
       "captured_at":"later"}
      """;

  @TempDir Path folder;

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of("document", SimulatedState.document()),
        Arguments.of("demo", SimulatedState.demo()),
        Arguments.of("large", SimulatedState.large(7, 40)),
        Arguments.of("minimal", SimulatedState.load(Wire.JSON.readTree(MINIMAL))));
  }

  @ParameterizedTest(name = "{0} is the same after writing and reading it")
  @MethodSource("states")
  void statesRoundTrip(String name, SimulatedState state) {
    Path file = folder.resolve(name + ".json");

    state.save(file);

    assertThat(SimulatedState.load(file).toJson()).isEqualTo(state.toJson());
    assertThat(SimulatedState.load(state.toJson()).toJson()).isEqualTo(state.toJson());
  }

  @Test
  void aStateIsTheSameAfterWritesAndReadingItBack() {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas).login();
    wire.data("pause", "connection_id=1");
    wire.data("set_personal_config", "sync_mode=true");
    wire.data(
        "set_session_setting",
        "session_id=3",
        "sync_direction=BIDIRECTION",
        "sync_attr_check_option=true",
        "no_delete=true",
        "google_drive_convert_online_doc=false");
    wire.data("unlink_session", "connection_id=5", "session_id=10");

    JsonNode written = nas.state().toJson();

    assertThat(SimulatedState.load(Wire.JSON.readTree(written.toString())).toJson())
        .isEqualTo(written);
  }

  @Test
  void readingThroughTheApiChangesNothing() {
    SimulatedNas nas =
        start(SimulatedState.load(Wire.JSON.readTree(MINIMAL)), SimulatorOptions.builder());
    JsonNode before = nas.state().toJson();
    Wire wire = wire(nas).login();

    for (String getter :
        new String[] {
          "get_connection_setting", "get_property", "get_conn_auth_info", "get_log", "list_sess"
        }) {
      wire.data(getter, "connection_id=7");
    }
    wire.data("get_selective_sync_config", "session_id=8");
    wire.data("get_selective_folder_list", "session_id=8", "path=\"/\"");
    wire.data("get_recently_change");

    assertThat(nas.state().toJson()).isEqualTo(before);
  }

  @Test
  void whatIsLeftOutIsAnsweredSensiblyAndStoredOnceItIsWritten() {
    SimulatedNas nas =
        start(SimulatedState.load(Wire.JSON.readTree(MINIMAL)), SimulatorOptions.builder());
    Wire wire = wire(nas).login();

    assertThat(wire.data("get_connection_setting", "connection_id=7").path("task_name").asString())
        .isEqualTo("Box");
    assertThat(wire.data("get_property", "connection_id=7").path("type_id").intValue())
        .isEqualTo(9);
    assertThat(wire.data("get_conn_auth_info", "connection_id=7").path("access_token").asString())
        .isEqualTo("simulated-access-token");
    assertThat(wire.data("get_log", "connection_id=7")).hasToString("{\"items\":[],\"total\":0}");
    assertThat(wire.data("get_selective_folder_list", "session_id=8", "path=\"/\""))
        .hasToString("{\"children\":[]}");
    assertThat(wire.data("get_recently_change"))
        .hasToString(
            "{\"history_items\":[],\"is_admin_mode\":true,\"processing_items\":[],"
                + "\"server_merge_items\":[]}");

    wire.data(
        "set_schedule_setting",
        "connection_id=7",
        "is_enabled_schedule=true",
        "schedule_info=\"" + "0".repeat(168) + "\"");

    assertThat(wire.data("get_connection_setting", "connection_id=7").path("is_enabled_schedule"))
        .hasToString("true");
    assertThat(nas.state().toJson().path("connections").path("7").has("get_connection_setting"))
        .isTrue();
  }

  @Test
  void unknownMembersAreServedAndKept() {
    SimulatedNas nas =
        start(SimulatedState.load(Wire.JSON.readTree(MINIMAL)), SimulatorOptions.builder());

    assertThat(listed(wire(nas).login(), 7).path("future")).hasToString("[1]");
    assertThat(nas.state().toJson().path("captured_at").asString()).isEqualTo("later");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[]|s.json: not a state file: a JSON object is expected",
        "{\"format\":\"other\"}|s.json: not a state file: \"format\" must be"
            + " \"cloudsyncctl-state\"",
        "{\"format\":\"cloudsyncctl-state\"}|s.json: \"version\" is missing, but this program reads"
            + " version 1",
        "{\"format\":\"cloudsyncctl-state\",\"version\":2}|s.json: \"version\" is 2, but this"
            + " program reads version 1",
        "{\"format\":\"cloudsyncctl-state\",\"version\":\"1\"}|s.json: \"version\" is \"1\", but"
            + " this program reads version 1",
        "{\"format\":\"cloudsyncctl-state\",\"version\":1}|s.json: get_config: an object is"
            + " expected",
        "{\"get_config\":{},\"list_conn\":[]}|s.json: list_conn: an object is expected",
        "{\"get_config\":{},\"list_conn\":{\"conn\":{}},\"connections\":{},\"tasks\":{}}|s.json:"
            + " list_conn.conn: a list is expected",
        "{\"get_config\":{},\"list_conn\":{\"conn\":[{\"id\":\"1\"}]},\"connections\":{},\"tasks\":{}}|s.json:"
            + " list_conn.conn: every entry needs a whole number \"id\"",
        "{\"get_config\":{},\"list_conn\":{\"conn\":[{\"id\":1},{\"id\":1}]},\"connections\":{},\"tasks\":{}}|s.json:"
            + " list_conn.conn: id 1 is used twice",
        "{\"get_config\":{},\"list_conn\":{\"conn\":[]},\"connections\":{\"4\":{}},\"tasks\":{}}|s.json:"
            + " connections.4: list_conn.conn has no such id",
        "{\"get_config\":{},\"list_conn\":{\"conn\":[{\"id\":4}]},\"connections\":{\"4\":{\"get_property\":[]}},\"tasks\":{}}|s.json:"
            + " connections.4.get_property: an object is expected",
        "{\"get_config\":{},\"list_conn\":{\"conn\":[{\"id\":4}]},\"connections\":{\"4\":{\"list_sess\":{}}},\"tasks\":{}}|s.json:"
            + " connections.4.list_sess.sess: a list is expected",
        "{\"get_config\":{},\"list_conn\":{\"conn\":[]},\"connections\":{},\"tasks\":{\"3\":{}}}|s.json:"
            + " tasks.3: no list_sess has such a sess_id",
      })
  void whatIsNoStateIsRefusedWithThePlace(String text, String message) throws IOException {
    boolean complete = text.startsWith("{\"format\"") || text.startsWith("[");
    String whole =
        complete ? text : "{\"format\":\"cloudsyncctl-state\",\"version\":1," + text.substring(1);
    Path file = Files.writeString(folder.resolve("s.json"), whole);

    assertThatThrownBy(() -> SimulatedState.load(file))
        .isInstanceOf(SimulatorStateException.class)
        .hasMessage(folder + "/" + message);
  }

  @Test
  void whatIsNoJsonIsRefusedWithLineAndColumn() throws IOException {
    Path file = Files.writeString(folder.resolve("s.json"), "{\n  \"format\": nonsense\n}");

    assertThatThrownBy(() -> SimulatedState.load(file))
        .isInstanceOf(SimulatorStateException.class)
        .hasMessageStartingWith(file + ":2:")
        .hasMessageContaining("not JSON: Unrecognized token 'nonsense'");
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    Path file = folder.resolve("none.json");

    assertThatThrownBy(() -> SimulatedState.load(file)).hasMessage(file + ": no such file");
  }

  @Test
  void anEditThatBreaksTheStateIsRefusedAndChangesNothing() {
    SimulatedState state = SimulatedState.demo();
    JsonNode before = state.toJson();

    assertThatThrownBy(() -> state.edit(root -> root.remove("tasks")))
        .hasMessage("edited state: tasks: an object is expected");

    assertThat(state.toJson()).isEqualTo(before);
  }

  @Test
  void aLargeStateHasTheNumbersAskedFor() {
    SimulatedNas nas = start(SimulatedState.large(7, 40), SimulatorOptions.builder());
    Wire wire = wire(nas).login();

    JsonNode list = wire.data("list_conn");
    assertThat(list.path("total").intValue()).isEqualTo(7);
    int tasks = 0;
    for (int id = 1; id <= 7; id++) {
      tasks += wire.data("list_sess", "connection_id=" + id).path("total").intValue();
    }
    assertThat(tasks).isEqualTo(40);
    assertThat(wire.data("get_selective_sync_config", "session_id=40").path("filtered_extensions"))
        .hasToString("[\"bak\",\"tmp\"]");
    assertThat(SimulatedState.large(0, 0).toJson().path("tasks").isEmpty()).isTrue();
    assertThatThrownBy(() -> SimulatedState.large(0, 3))
        .hasMessage("large state: 0 connections cannot hold 3 tasks");
  }

  @ParameterizedTest(name = "{0} agrees with itself")
  @MethodSource("states")
  void totalsNamesAndReferencesOfAStateAgree(String name, SimulatedState state) {
    Wire wire = wire(start(state, SimulatorOptions.builder())).login();
    JsonNode list = wire.data("list_conn");

    assertThat(list.path("total").intValue()).isEqualTo(list.path("conn").size());
    for (JsonNode listed : list.path("conn")) {
      String id = "connection_id=" + listed.path("id");
      JsonNode settings = wire.data("get_connection_setting", id);
      assertThat(settings.path("task_name")).isEqualTo(listed.path("task_name"));
      assertThat(settings.path("client_type")).isEqualTo(listed.path("type"));
      assertThat(settings.path("schedule_info").asString()).matches("[01]{168}");
      assertThat(wire.data("get_property", id).path("type_id")).isEqualTo(listed.path("type_id"));
      JsonNode tasks = wire.data("list_sess", id);
      assertThat(tasks.path("total").intValue()).isEqualTo(tasks.path("sess").size());
      for (JsonNode task : tasks.path("sess")) {
        assertThat(task.path("conn_id")).isEqualTo(listed.path("id"));
        String session = "session_id=" + task.path("sess_id");
        assertThat(wire.data("get_selective_sync_config", session).propertyNames())
            .containsExactly(
                "filtered_extensions",
                "filtered_max_upload_size",
                "filtered_names",
                "filtered_paths",
                "user_defined_extensions",
                "user_defined_names");
      }
    }
  }

  @Test
  void theDemoHasTheFourCloudsThatTheExamplesName() {
    JsonNode list = wire(startDemo()).login().data("list_conn");

    assertThat(list.path("conn").valueStream().map(c -> c.path("type").asString()))
        .containsExactly("db", "od_v1", "gd", "az");
  }
}
