package io.cloudsyncctl.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.dsm.session.DsmSession;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields of wrong types are named with method, subject and field. */
class BadFieldsTest {
  private static final String HINT =
      "\n  hint: the NAS may run a release of Cloud Sync that this version does not know";

  private static Arguments bad(
      String method, String data, Consumer<CloudSyncReader> read, String where, String what) {
    return Arguments.of(method, data, read, "office: " + where + ": error[bad-answer]: " + what);
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        bad(
            "get_config",
            "{\"repo_vol_path\":7,\"admin_mode\":\"enable\"}",
            CloudSyncReader::packageConfig,
            "get_config",
            "field repo_vol_path: expected text but the NAS answered a whole number"),
        bad(
            "get_config",
            "{\"admin_mode\":\"maybe\"}",
            CloudSyncReader::packageConfig,
            "get_config",
            "field admin_mode: expected \"enable\" or \"disable\" but the NAS answered text"),
        bad(
            "list_conn",
            "{\"conn\":[{\"id\":1,\"task_name\":\"a\",\"type\":\"db\",\"status\":\"pause\"},"
                + "{\"id\":\"2\"}]}",
            CloudSyncReader::connections,
            "list_conn",
            "field conn[1].id: expected a whole number but the NAS answered text"),
        bad(
            "list_conn",
            "{}",
            CloudSyncReader::connections,
            "list_conn",
            "field conn: expected a list but the NAS answered nothing"),
        bad(
            "get_connection_setting",
            "{\"task_name\":\"x\",\"pull_event_period\":1.5}",
            reader -> reader.connectionSettings(3),
            "get_connection_setting of connection 3",
            "field pull_event_period: expected a whole number but the NAS answered a number"),
        bad(
            "get_property",
            "{\"type\":null}",
            reader -> reader.connectionInformation(3),
            "get_property of connection 3",
            "field type: expected text but the NAS answered nothing"),
        bad(
            "get_log",
            "{\"items\":[7],\"total\":1}",
            reader -> reader.connectionLogs(3, LogQuery.NEWEST),
            "get_log of connection 3",
            "field items[0]: expected an object but the NAS answered a whole number"),
        bad(
            "list_sess",
            "{\"sess\":[{\"sess_id\":4,\"local_sync_path\":[]}]}",
            reader -> reader.tasks(3),
            "list_sess of connection 3",
            "field sess[0].local_sync_path: expected text but the NAS answered a list"),
        bad(
            "get_selective_sync_config",
            "{\"filtered_paths\":[\"/a\",true]}",
            reader -> reader.taskFilters(4),
            "get_selective_sync_config of task 4",
            "field filtered_paths: expected a list of texts but the NAS answered a boolean"),
        bad(
            "get_selective_folder_list",
            "{\"children\":{}}",
            reader -> reader.taskCloudFolders(4, "", "/"),
            "get_selective_folder_list of task 4",
            "field children: expected a list but the NAS answered an object"),
        bad(
            "get_recently_change",
            "{\"history_items\":[{\"action\":\"x\"}]}",
            CloudSyncReader::recentlyModified,
            "get_recently_change",
            "field history_items[0].action: expected a whole number but the NAS answered text"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_field_of_a_wrong_type_is_named(
      String method, String data, Consumer<CloudSyncReader> read, String message) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(method, "{\"success\":true,\"data\":" + data + "}");
      CloudSyncReader reader = new CloudSyncReader(ReadGateway.over(session));

      assertThat(catchThrowableOfType(DsmException.class, () -> read.accept(reader)))
          .hasMessage(message + HINT);
    }
  }

  @Test
  void a_refusal_names_code_meaning_method_and_subject() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(
          "list_sess",
          "{\"success\":false,\"error\":{\"code\":120,\"errors\":{\"name\":\"connection_id\","
              + "\"reason\":\"\\u001b[2Jno\"}}}");
      CloudSyncReader reader = new CloudSyncReader(ReadGateway.over(session));

      assertThat(catchThrowableOfType(DsmException.class, () -> reader.tasks(9)))
          .hasMessage(
              "office: list_sess of connection 9: error[api-refused]: the NAS refused with code"
                  + " 120: a parameter is wrong (\"connection_id\": \"\\u001b[2Jno\")\n  hint: the"
                  + " NAS may run a release of Cloud Sync that this version does not know");
    }
  }

  @Test
  void a_package_that_is_not_installed_is_explained() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("get_config", "{\"success\":false,\"error\":{\"code\":102}}");
      CloudSyncReader reader = new CloudSyncReader(ReadGateway.over(session));

      assertThat(catchThrowableOfType(DsmException.class, reader::packageConfig))
          .hasMessage(
              "office: get_config: error[api-refused]: the NAS refused with code 102: the API does"
                  + " not exist on this NAS\n  hint: install or update the Cloud Sync package in"
                  + " DSM's Package Center, and see that it runs");
    }
  }
}
