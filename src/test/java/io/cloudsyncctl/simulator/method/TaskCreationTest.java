package io.cloudsyncctl.simulator.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatorTestCase;
import io.cloudsyncctl.simulator.Wire;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** test_task_setting and create_session, with the conn_info of protocol note §4. */
class TaskCreationTest extends SimulatorTestCase {
  private SimulatedNas nas = startDemo();
  private Wire wire = wire(nas);

  @BeforeEach
  void logIn() {
    wire.login();
  }

  private ObjectNode connInfo(int connection) {
    ObjectNode info =
        (ObjectNode) wire.data("get_conn_auth_info", "connection_id=" + connection).deepCopy();
    info.put("path", "/archive/2024")
        .put("path_share", "archive")
        .put("path_sync", "/2024")
        .put("sync_direction", "ONLY_UPLOAD")
        .put("server_folder", "/archive/2024")
        .put("server_folder_path", "/archive/2024")
        .put("server_folder_id", "")
        .put("part_size", "")
        .put("storage_class", "STANDARD_IA")
        .put("filter_changed", false)
        .put("no_delete", true)
        .put("isSSE", false)
        .put("server_encryption", false)
        .put("sync_attr_check_option", true)
        .put("mode_add_session", true);
    ObjectNode file = info.putObject("filter_file");
    file.putArray("filtered_extensions").add("tmp");
    file.put("filtered_max_upload_size", 1048576);
    file.putArray("filtered_names").add("plot.log");
    info.putArray("filter_folder").add("/Drafts");
    ArrayNode folders = info.putArray("server_folder_meta_list");
    for (String component : "/archive/2024".split("/", -1)) {
      folders
          .addObject()
          .put("alternatelink", "")
          .put("file_id", "")
          .put("mtime", 0)
          .put("parent_id", "")
          .put("title", "")
          .put("path", "/" + component);
    }
    return info;
  }

  private JsonNode send(String method, JsonNode info) {
    ObjectNode call =
        Wire.JSON
            .createObjectNode()
            .put("api", "SYNO.CloudSync")
            .put("method", method)
            .put("version", 1);
    call.set("conn_info", info);
    ArrayNode compound = Wire.JSON.createArrayNode().add(call);
    if (method.equals("create_session")) {
      compound
          .addObject()
          .put("api", "SYNO.CloudSync")
          .put("method", "list_sess")
          .put("version", 1)
          .put("connection_id", info.path("conn_id").intValue());
    }
    return wire.compound(compound.toString()).path("data").path("result");
  }

  /** The member that a test of the changed conn_info complains about, after its code. */
  private String complaint(Consumer<ObjectNode> change) {
    ObjectNode info = connInfo(5);
    change.accept(info);
    JsonNode result = send("test_task_setting", info).get(0);
    return Wire.code(result) + " " + result.path("error").path("errors").path("name").asString();
  }

  @Test
  void validSettingsPassTheTestWhichChangesNothing() {
    JsonNode before = nas.state().toJson();

    assertThat(send("test_task_setting", connInfo(5)))
        .hasToString(
            "[{\"api\":\"SYNO.CloudSync\",\"method\":\"test_task_setting\",\"version\":1,"
                + "\"success\":true}]");
    assertThat(nas.state().toJson()).isEqualTo(before);
  }

  @Test
  void theListThatFollowsInTheSameCompoundShowsTheNewTask() {
    JsonNode results = send("create_session", connInfo(5));

    assertThat(results.get(0).path("success").booleanValue()).isTrue();
    JsonNode tasks = results.get(1).path("data");
    assertThat(tasks.path("total").intValue()).isEqualTo(5);
    assertThat(tasks.path("sess").get(4))
        .hasToString(
            "{\"cloud_type_str\":\"az\",\"conn_id\":5,\"error\":0,\"error_desc\":\"\",\"link_status\":1,"
                + "\"local_sync_path\":\"/archive/2024\",\"remote_folder_id\":\"\","
                + "\"remote_sync_path\":\"/archive/2024\",\"sess_id\":15,"
                + "\"sync_direction\":\"ONLY_UPLOAD\",\"sync_status\":\"uptodate\"}");
  }

  @Test
  void theFiltersAndTheTaskOptionsAreThoseOfTheConnInfo() {
    send("create_session", connInfo(5));

    assertThat(wire.data("get_selective_sync_config", "session_id=15"))
        .hasToString(
            "{\"filtered_extensions\":[\"tmp\"],\"filtered_max_upload_size\":1048576,"
                + "\"filtered_names\":[\"plot.log\"],\"filtered_paths\":[\"/Drafts\"],"
                + "\"user_defined_extensions\":[],\"user_defined_names\":[]}");
    assertThat(nas.state().taskOptions(15)).hasValue(new TaskOptions(true, true, false));
  }

  @Test
  void onAPausedConnectionTheNewTaskIsPaused() {
    wire.data("pause", "connection_id=5");

    JsonNode tasks = send("create_session", connInfo(5)).get(1).path("data").path("sess");

    assertThat(tasks.get(4).path("sync_status").asString()).isEqualTo("pause");
  }

  @Test
  void anIdIsNeverUsedTwice() {
    send("create_session", connInfo(5));
    wire.data("unlink_session", "connection_id=5", "session_id=15");

    JsonNode tasks = send("create_session", connInfo(5)).get(1).path("data").path("sess");

    assertThat(tasks.get(4).path("sess_id").intValue()).isEqualTo(16);
  }

  @Test
  void theSameLocalPathTwiceIsRefused() {
    send("create_session", connInfo(5));

    JsonNode second = send("create_session", connInfo(5));

    assertThat(Wire.code(second.get(0))).isEqualTo(120);
    assertThat(second.get(0).path("error").path("errors"))
        .hasToString("{\"name\":\"conn_info.path\",\"reason\":\"already used\"}");
    assertThat(second.get(1).path("data").path("total").intValue()).isEqualTo(5);
  }

  @Test
  void tasksAreCreatedForAmazonS3OnlyButTestedForEveryCloud() {
    assertThat(send("test_task_setting", connInfo(1)).get(0).path("success").booleanValue())
        .isTrue();

    JsonNode refused = send("create_session", connInfo(1)).get(0);

    assertThat(Wire.code(refused)).isEqualTo(120);
    assertThat(refused.path("error").path("errors"))
        .hasToString("{\"name\":\"conn_info.client_type\",\"reason\":\"not supported\"}");
  }

  @ParameterizedTest(name = "without {0} it answers 114")
  @ValueSource(
      strings = {
        "conn_id",
        "access_key",
        "secret_key",
        "unique_id",
        "path",
        "path_share",
        "path_sync",
        "filter_file",
        "sync_direction",
        "server_folder",
        "server_folder_path",
        "server_folder_id",
        "server_folder_meta_list",
        "part_size",
        "storage_class",
        "filter_folder",
        "filter_changed",
        "no_delete",
        "isSSE",
        "server_encryption",
        "sync_attr_check_option",
        "mode_add_session"
      })
  void everyMemberIsNeeded(String member) {
    assertThat(complaint(info -> info.remove(member))).isEqualTo("114 conn_info." + member);
  }

  @ParameterizedTest(name = "{0} = {1} answers 120")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "conn_id|99",
        "conn_id|\"5\"",
        "secret_key|\"guessed\"",
        "path|\"/archive\"",
        "path|\"archive/2024\"",
        "path|\"/archive/2024/\"",
        "path|\"/archive//2024\"",
        "path|\"/archive/../finance\"",
        "path_share|\"finance\"",
        "path_sync|\"2024\"",
        "sync_direction|\"UPLOAD\"",
        "server_folder_path|\"archive\"",
        "server_folder|\"/other\"",
        "server_folder_id|null",
        "server_folder_meta_list|[]",
        "server_folder_meta_list|{}",
        "storage_class|1",
        "part_size|true",
        "part_size|\"big\"",
        "filter_folder|\"/Drafts\"",
        "no_delete|\"false\"",
        "mode_add_session|false",
      })
  void wrongMembersAreNamed(String member, String value) {
    assertThat(complaint(info -> info.set(member, Wire.JSON.readTree(value))))
        .isEqualTo("120 conn_info." + member);
  }

  @Test
  void aCloudPathMustNotEndInASlash() {
    assertThat(
            complaint(info ->
                info.put("server_folder", "/archive/").put("server_folder_path", "/archive/")))
        .isEqualTo("120 conn_info.server_folder_path");
  }

  @Test
  void theShareHasToExist() {
    Consumer<ObjectNode> elsewhere =
        info ->
            info.put("path", "/music/2024").put("path_share", "music").put("path_sync", "/2024");

    assertThat(complaint(elsewhere)).isEqualTo("120 conn_info.path_share");
    nas.state().edit(root -> root.remove("shares"));
    ObjectNode info = connInfo(5);
    elsewhere.accept(info);
    assertThat(send("test_task_setting", info).get(0).path("success").booleanValue()).isTrue();
  }

  @Test
  void theFileFilterIsCheckedInside() {
    assertThat(complaint(info -> ((ObjectNode) info.path("filter_file")).remove("filtered_names")))
        .isEqualTo("114 conn_info.filter_file.filtered_names");
    assertThat(
            complaint(
                info -> ((ObjectNode) info.path("filter_file")).put("filtered_extensions", "tmp")))
        .isEqualTo("120 conn_info.filter_file.filtered_extensions");
  }
}
