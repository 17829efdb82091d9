package io.cloudsyncctl.cloudsync.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.answer.ConnectionAuthentication;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the setters and actions put on the wire (protocol note §4). */
class CloudSyncWriterTest {
  private static final String OK = "{\"success\":true}";

  private static Arguments sends(
      Consumer<CloudSyncWriter> write, String method, String... parameters) {
    return Arguments.of(write, method, List.of(parameters));
  }

  private static Consumer<CloudSyncWriter> writes(
      SettingGroup group, long id, ImmutableMap<String, WireValue> parameters) {
    return writer -> writer.writeGroup(group, id, parameters);
  }

  static Stream<Arguments> writes() {
    return Stream.of(
        sends(
            writes(
                SettingGroup.PACKAGE,
                0,
                ImmutableMap.of(
                    "repo_vol_path", WireValue.of("/volume1"),
                    "log_count", WireValue.of(20000),
                    "worker_count", WireValue.of(3),
                    "admin_mode", WireValue.of("enable"))),
            "set_global_config",
            "repo_vol_path=\"/volume1\"",
            "log_count=20000",
            "worker_count=3",
            "admin_mode=\"enable\""),
        sends(
            writes(SettingGroup.RELINK, 0, ImmutableMap.of("sync_mode", WireValue.of(false))),
            "set_personal_config",
            "sync_mode=false"),
        sends(
            writes(
                SettingGroup.CONNECTION,
                3,
                ImmutableMap.of(
                    "task_name", WireValue.of("123"),
                    "pull_event_period", WireValue.of(60),
                    "max_upload_speed", WireValue.of(0),
                    "max_download_speed", WireValue.of(5),
                    "storage_class", WireValue.of(""),
                    "isSSE", WireValue.of(false),
                    "part_size", WireValue.of(128))),
            "set_connection_setting",
            "connection_id=3",
            "task_name=\"123\"",
            "pull_event_period=60",
            "max_upload_speed=0",
            "max_download_speed=5",
            "storage_class=\"\"",
            "isSSE=false",
            "part_size=128"),
        sends(
            writes(
                SettingGroup.SCHEDULE,
                3,
                ImmutableMap.of(
                    "is_enabled_schedule", WireValue.of(true),
                    "schedule_info", WireValue.of("1".repeat(168)))),
            "set_schedule_setting",
            "connection_id=3",
            "is_enabled_schedule=true",
            "schedule_info=\"" + "1".repeat(168) + "\""),
        sends(
            writes(
                SettingGroup.TASK,
                4,
                ImmutableMap.of(
                    "sync_direction", WireValue.of("ONLY_UPLOAD"),
                    "sync_attr_check_option", WireValue.of(true),
                    "no_delete", WireValue.of(true),
                    "google_drive_convert_online_doc", WireValue.of(false))),
            "set_session_setting",
            "session_id=4",
            "sync_direction=\"ONLY_UPLOAD\"",
            "sync_attr_check_option=true",
            "no_delete=true",
            "google_drive_convert_online_doc=false"),
        sends(
            writes(
                SettingGroup.FILTERS,
                4,
                ImmutableMap.of(
                    "filtered_paths", WireValue.Items.ofTexts(List.of("/a")),
                    "filtered_names", WireValue.Items.ofTexts(List.of("n")),
                    "filtered_extensions", WireValue.Items.ofTexts(List.of("iso", "mkv")),
                    "user_defined_names", WireValue.Items.ofTexts(List.of()),
                    "user_defined_extensions", WireValue.Items.ofTexts(List.of("iso")),
                    "filtered_max_upload_size", WireValue.of(1048576))),
            "set_selective_sync_config",
            "session_id=4",
            "filtered_paths=[\"/a\"]",
            "filtered_names=[\"n\"]",
            "filtered_extensions=[\"iso\",\"mkv\"]",
            "user_defined_names=[]",
            "user_defined_extensions=[\"iso\"]",
            "filtered_max_upload_size=1048576"),
        sends(writer -> writer.pause(3), "pause", "connection_id=3"),
        sends(writer -> writer.resume(3), "resume", "connection_id=3"),
        sends(writer -> writer.removeConnection(3), "unlink_connection", "connection_id=3"),
        sends(
            writer -> writer.removeTask(3, 4),
            "unlink_session",
            "connection_id=3",
            "session_id=4"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_write_is_one_request_with_exactly_its_parameters(
      Consumer<CloudSyncWriter> write, String method, List<String> parameters) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(method, OK);
      write.accept(new CloudSyncWriter(session));

      assertThat(nas.requests()).hasSize(3);
      ScriptedNas.Request request = nas.requests(method).getFirst();
      assertThat(request.parameter("api")).isEqualTo("SYNO.CloudSync");
      assertThat(request.parameter("version")).isEqualTo("1");
      for (String parameter : parameters) {
        String name = parameter.substring(0, parameter.indexOf('='));
        assertThat(name + "=" + request.parameter(name)).isEqualTo(parameter);
      }
      assertThat(request.body().split("&")).hasSize(parameters.size() + 4);
    }
  }

  @ParameterizedTest
  @EnumSource(SettingGroup.class)
  void half_a_group_is_never_sent(SettingGroup group) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      CloudSyncWriter writer = new CloudSyncWriter(session);

      assertThatThrownBy(() -> writer.writeGroup(group, 3, ImmutableMap.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              group.writeMethod() + " replaces the whole group: missing or unknown are [");
      assertThat(nas.requests()).hasSize(2);
    }
  }

  @Test
  void a_parameter_of_another_group_is_never_sent() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      CloudSyncWriter writer = new CloudSyncWriter(session);

      assertThatThrownBy(() ->
              writer.writeGroup(
                  SettingGroup.RELINK,
                  0,
                  ImmutableMap.of("sync_mode", WireValue.of(true), "log_count", WireValue.of(1))))
          .hasMessage(
              "set_personal_config replaces the whole group: missing or unknown are [log_count]");
    }
  }

  @Test
  void a_refused_write_says_that_nothing_happened_and_why_it_may_be_refused() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("pause", "{\"success\":false,\"error\":{\"code\":105}}");

      DsmException refusal =
          catchThrowableOfType(DsmException.class, () -> new CloudSyncWriter(session).pause(3));

      assertThat(refusal)
          .hasMessage(
              "office: pause of connection 3: error[api-refused]: the NAS refused with code 105: no"
                  + " permission\n  hint: the user lacks the privilege, or the session is a limited"
                  + " one: use an administrator, or grant Cloud Sync to the user in Control Panel >"
                  + " User & Group > Applications");
      assertThat(refusal.certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN);
    }
  }

  @Test
  void a_new_task_is_the_credentials_merged_with_its_own_members() {
    try (ScriptedNas nas = scriptedAmazon();
        DsmSession session = nas.open()) {
      nas.answer(
          "request",
          "{\"success\":true,\"data\":{\"has_fail\":false,\"result\":[{\"success\":true},"
              + "{\"success\":true,\"data\":{\"sess\":[{\"sess_id\":15,\"local_sync_path\":"
              + "\"/archive/2024/x\",\"remote_sync_path\":\"/a/b\"}],\"total\":1}}]}}");

      TaskList tasks = created(session);

      assertThat(tasks.entries()).extracting(TaskEntry::sessionId).containsExactly(15L);
      ScriptedNas.Request request = nas.requests("request").getFirst();
      assertThat(request.parameter("stop_when_error")).isEqualTo("true");
      assertThat(request.parameter("compound"))
          .isEqualTo(
              "[{\"api\":\"SYNO.CloudSync\",\"method\":\"create_session\",\"version\":1,"
                  + "\"conn_info\":{\"access_key\":\"AKIA\",\"storage_class\":\"STANDARD_IA\","
                  + "\"conn_id\":5,\"path\":\"/archive/2024/x\",\"path_share\":\"archive\","
                  + "\"path_sync\":\"/2024/x\",\"filter_file\":{\"filtered_extensions\":[\"iso\"],"
                  + "\"filtered_max_upload_size\":7,\"filtered_names\":[\"n\"]},"
                  + "\"sync_direction\":\"ONLY_UPLOAD\",\"server_folder\":\"/a/b\","
                  + "\"server_folder_path\":\"/a/b\",\"server_folder_id\":\"\","
                  + "\"server_folder_meta_list\":["
                  + folder("/")
                  + ","
                  + folder("/a")
                  + ","
                  + folder("/b")
                  + "],\"part_size\":\"\",\"filter_folder\":[],\"filter_changed\":false,"
                  + "\"no_delete\":true,\"isSSE\":false,\"server_encryption\":false,"
                  + "\"sync_attr_check_option\":true,\"mode_add_session\":true}},"
                  + "{\"api\":\"SYNO.CloudSync\",\"method\":\"list_sess\",\"version\":1,"
                  + "\"connection_id\":5}]");
    }
  }

  @Test
  void a_task_is_created_on_amazon_s3_only() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("get_property", "{\"success\":true,\"data\":{\"type\":\"db\"}}");

      assertThat(catchThrowableOfType(DiagnosticException.class, () -> created(session)))
          .hasMessage(
              "office: create_session of connection 5: error[not-amazon-s3]: tasks can be created"
                  + " for Amazon S3 (az) only, and this connection is \"db\"\n  hint: create the"
                  + " task in DSM's Cloud Sync; it is adopted once it is there");
      assertThat(nas.requests("request")).isEmpty();
    }
  }

  @Test
  void a_create_without_a_result_is_uncertain() {
    try (ScriptedNas nas = scriptedAmazon();
        DsmSession session = nas.open()) {
      nas.answer("request", "{\"success\":true,\"data\":{\"has_fail\":true,\"result\":[]}}");

      DsmException failure = catchThrowableOfType(DsmException.class, () -> created(session));

      assertThat(failure)
          .hasMessage(
              "office: create_session of connection 5: error[bad-answer]: the NAS answered no"
                  + " result\n  hint: whether it was done is not known: look at the connection's"
                  + " tasks first");
      assertThat(failure.certainty()).isEqualTo(Certainty.MAY_HAVE_HAPPENED);
    }
  }

  @Test
  void no_message_about_a_new_task_quotes_its_credentials() {
    try (ScriptedNas nas = scriptedAmazon();
        DsmSession session = nas.open()) {
      for (String answer :
          ImmutableList.of(
              "AKIA",
              "{\"AKIA",
              "<AKIA>",
              "",
              "{\"success\":true,\"data\":{\"result\":[\"AKIA\"]}}")) {
        nas.answer("request", answer);
        CloudSyncWriter writer = new CloudSyncWriter(session);

        for (Throwable failure :
            ImmutableList.of(
                catchThrowableOfType(
                    DsmException.class,
                    () -> writer.createTask(writer.prepareTask(creation()), ImmutableSet.of())),
                catchThrowableOfType(
                    DsmException.class, () -> writer.testTaskSetting(creation())))) {
          assertThat(failure).hasMessageNotContaining("AKIA").hasNoCause();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/archive", "/archive/", "archive/x", "/archive//x", "/a/..", "/a/./b"})
  void a_local_path_for_a_new_task_is_a_folder_in_a_share(String path) {
    assertThatThrownBy(() -> TaskCreations.withDefaults(5, new TaskPaths(path, "/a")))
        .hasMessageStartingWith("local_path must be ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a", "/a/", "/a/../b", "/."})
  void a_cloud_path_for_a_new_task_starts_with_a_slash_and_ends_with_none(String path) {
    assertThatThrownBy(() -> TaskCreations.withDefaults(5, new TaskPaths("/a/b", path)))
        .hasMessageStartingWith("cloud_path must be");
  }

  @Test
  void credentials_are_secrets() {
    try (ScriptedNas nas = scriptedAmazon();
        DsmSession session = nas.open()) {
      ConnectionAuthentication authentication =
          new CloudSyncReader(ReadGateway.over(session)).connectionAuthentication(5);

      assertThat(authentication.mergedWith(ImmutableMap.of()).get("access_key"))
          .isEqualTo(WireValue.of("AKIA"));
      assertThat(authentication).hasToString("ConnectionAuthentication(secret)");
    }
  }

  private static ScriptedNas scriptedAmazon() {
    return ScriptedNas.start()
        .answer("get_property", "{\"success\":true,\"data\":{\"type\":\"az\"}}")
        .answer(
            "get_conn_auth_info",
            "{\"success\":true,\"data\":{\"access_key\":\"AKIA\",\"storage_class\":\"old\","
                + "\"conn_id\":5}}");
  }

  private static TaskCreation creation() {
    return new TaskCreation(
        5,
        new TaskPaths("/archive/2024/x", "/a/b"),
        SyncDirection.ONLY_UPLOAD,
        "STANDARD_IA",
        ImmutableList.of("n"),
        ImmutableList.of("iso"),
        7,
        true,
        true,
        false);
  }

  private static String folder(String path) {
    return "{\"alternatelink\":\"\",\"file_id\":\"\",\"mtime\":0,\"parent_id\":\"\",\"title\":\"\","
        + "\"path\":\""
        + path
        + "\"}";
  }

  private static TaskList created(DsmSession session) {
    CloudSyncWriter writer = new CloudSyncWriter(session);
    return writer.createTask(writer.prepareTask(creation()), ImmutableSet.of());
  }
}
