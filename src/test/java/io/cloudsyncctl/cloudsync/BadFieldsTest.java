package io.cloudsyncctl.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.cloudsync.answer.CloudFolders;
import io.cloudsyncctl.cloudsync.answer.RecentActivity;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.FreshReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import java.util.List;
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
      String method, String data, Consumer<ReadGateway> read, String where, String what) {
    return Arguments.of(method, data, read, "office: " + where + ": error[bad-answer]: " + what);
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        bad(
            "list_conn",
            "{\"conn\":[{\"id\":1,\"task_name\":\"a\",\"type\":\"db\",\"status\":\"pause\"},"
                + "{\"id\":\"2\"}]}",
            gateway -> new CloudSyncReader(gateway).connections(),
            "list_conn",
            "field conn[1].id: expected a whole number but the NAS answered text"),
        bad(
            "list_conn",
            "{}",
            gateway -> new CloudSyncReader(gateway).connections(),
            "list_conn",
            "field conn: expected a list but the NAS answered nothing"),
        bad(
            "get_property",
            "{\"type\":null}",
            gateway -> new CloudSyncReader(gateway).connectionType(3),
            "get_property of connection 3",
            "field type: expected text but the NAS answered nothing"),
        bad(
            "get_log",
            "{\"items\":[7],\"total\":1}",
            gateway -> new CloudSyncReader(gateway).connectionLogs(3, LogQuery.NEWEST),
            "get_log of connection 3",
            "field items[0]: expected an object but the NAS answered a whole number"),
        bad(
            "list_sess",
            "{\"sess\":[{\"sess_id\":4,\"local_sync_path\":[]}]}",
            gateway -> new CloudSyncReader(gateway).tasks(3),
            "list_sess of connection 3",
            "field sess[0].local_sync_path: expected text but the NAS answered a list"),
        bad(
            "get_selective_folder_list",
            "{\"children\":{}}",
            gateway -> CloudFolders.read(gateway.read(Getters.folders(4, "", "/"), "task 4")),
            "get_selective_folder_list of task 4",
            "field children: expected a list but the NAS answered an object"),
        bad(
            "get_recently_change",
            "{\"history_items\":[{\"action\":\"x\"}]}",
            gateway -> RecentActivity.read(gateway.read(Getters.recent(), null)),
            "get_recently_change",
            "field history_items[0].action: expected a whole number but the NAS answered text"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_field_of_a_wrong_type_is_named(
      String method, String data, Consumer<ReadGateway> read, String message) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(method, "{\"success\":true,\"data\":" + data + "}");
      ReadGateway gateway = ReadGateway.over(session);

      assertThat(catchThrowableOfType(DsmException.class, () -> read.accept(gateway)))
          .hasMessage(message + HINT);
    }
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(
            PackageSettings.PKG_VOLUME, "7", "expected text but the NAS answered a whole number"),
        Arguments.of(
            PackageSettings.ADMIN_MODE,
            "\"maybe\"",
            "expected \"enable\" or \"disable\", not another text \"maybe\""),
        Arguments.of(
            ConnectionSettings.PULL_EVENT_PERIOD,
            "1.5",
            "expected a whole number but the NAS answered a number"),
        Arguments.of(
            TaskSettings.FILTERED_PATHS,
            "[\"/a\",true]",
            "expected a list of texts but the NAS answered a boolean"));
  }

  /** A later release may know more values: the rest of the NAS is read all the same. */
  @ParameterizedTest
  @MethodSource("settings")
  void a_setting_of_a_wrong_type_is_unreadable_and_says_why(
      Setting<?> setting, String value, String why) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(
              "list_conn",
              "{\"success\":true,\"data\":{\"conn\":[{\"id\":3,\"task_name\":\"a\",\"type\":\"db\","
                  + "\"status\":\"pause\"}]}}")
          .answer(
              "list_sess",
              "{\"success\":true,\"data\":{\"sess\":[{\"sess_id\":4,\"local_sync_path\":\"/a/b\","
                  + "\"remote_sync_path\":\"/b\"}]}}");
      for (String getter :
          List.of("get_config", "get_connection_setting", "get_selective_sync_config")) {
        nas.answer(
            getter, "{\"success\":true,\"data\":{\"" + setting.field() + "\":" + value + "}}");
      }
      FreshReader reader = new FreshReader(ReadGateway.over(session));
      LiveSettings read =
          switch (setting.group().subject()) {
            case PACKAGE -> reader.packageSettings();
            case CONNECTION -> reader.connection(3, false).settings();
            case TASK -> reader.task(3, 4).task().orElseThrow().settings();
          };

      assertThat(read.get(setting)).isEqualTo(new Value.Unreadable<>(why));
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
      ReadGateway gateway = ReadGateway.over(session);

      assertThat(
              catchThrowableOfType(DsmException.class, () -> gateway.read(Getters.config(), null)))
          .hasMessage(
              "office: get_config: error[api-refused]: the NAS refused with code 102: the API does"
                  + " not exist on this NAS\n  hint: install or update the Cloud Sync package in"
                  + " DSM's Package Center, and see that it runs");
    }
  }
}
