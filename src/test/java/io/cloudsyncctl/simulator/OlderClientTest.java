package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.state.TaskOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The dialect of scripts written for DSM 6: form login at auth.cgi with a token, everything else by
 * GET with the API in the query, strings bare, numbers and booleans as words, and a logout that
 * names no session.
 */
class OlderClientTest extends SimulatorTestCase {
  private final SimulatedNas nas = startDemo();
  private final Wire wire = wire(nas);

  private void logIn() {
    JsonNode data =
        wire.post(
                "auth.cgi",
                Wire.form(
                    "api=SYNO.API.Auth",
                    "version=6",
                    "method=login",
                    "enable_syno_token=yes",
                    "client=browser",
                    "account=admin",
                    "enable_device_token=no",
                    "logintype=local",
                    "otp_code=",
                    "rememberme=0",
                    "passwd=simulated",
                    "session=webui",
                    "format=cookie"))
            .path("data");
    wire.use(data.path("sid").stringValue(), data.path("synotoken").stringValue());
  }

  private JsonNode get(String method, String... parameters) {
    Map<String, String> form = Wire.form("version=1", "method=" + method);
    form.putAll(Wire.form(parameters));
    JsonNode answer = wire.get("entry.cgi?api=SYNO.CloudSync", form);
    assertThat(answer.path("success").booleanValue()).as(answer.toString()).isTrue();
    return answer.path("data");
  }

  @Test
  void discoversLogsInReadsAndLogsOut() {
    logIn();
    JsonNode apis =
        wire.get(
            "query.cgi?api=SYNO.API.Info", Wire.form("version=1", "method=query", "query=all"));
    assertThat(apis.path("data").path("SYNO.Entry.Request").path("maxVersion").intValue())
        .isEqualTo(2);

    assertThat(get("list_conn", "is_tray=false", "group_by=group_by_user").path("total").intValue())
        .isEqualTo(4);
    assertThat(
            get(
                    "get_log",
                    "connection_id=1",
                    "offset=0",
                    "keyword=",
                    "date_from=0",
                    "date_to=0",
                    "log_level=-1",
                    "action=-1",
                    "limit=200")
                .path("total")
                .intValue())
        .isEqualTo(6);
    assertThat(
            get(
                    "get_selective_folder_list",
                    "session_id=1",
                    "path=/",
                    "file_id=id:Qf8RiversideSchool",
                    "exists_type=null")
                .path("children")
                .size())
        .isEqualTo(3);

    wire.use(null, null);
    JsonNode logout =
        wire.get(
            "auth.cgi?api=SYNO.API.Auth", Wire.form("version=6", "method=logout", "session=webui"));
    assertThat(logout).hasToString("{\"success\":true}");
  }

  @Test
  void writesEveryGroupWithBareStrings() {
    logIn();

    get(
        "set_global_config",
        "repo_vol_path=/volume2",
        "log_count=20000",
        "worker_count=3",
        "admin_mode=enable");
    get("set_personal_config", "sync_mode=true");
    get(
        "set_connection_setting",
        "connection_id=1",
        "task_name=Dropbox (office)",
        "pull_event_period=60",
        "max_upload_speed=0",
        "max_download_speed=0",
        "storage_class=\"\"",
        "isSSE=false",
        "part_size=128");
    get(
        "set_schedule_setting",
        "connection_id=1",
        "is_enabled_schedule=true",
        "schedule_info=\"" + "01".repeat(84) + "\"");
    get(
        "set_session_setting",
        "session_id=1",
        "sync_direction=ONLY_DOWNLOAD",
        "sync_attr_check_option=true",
        "no_delete=true",
        "google_drive_convert_online_doc=false");
    get(
        "set_selective_sync_config",
        "session_id=1",
        "filtered_paths=[\"/Internal\"]",
        "filtered_names=[]",
        "filtered_extensions=[\"iso\"]",
        "user_defined_names=[]",
        "user_defined_extensions=[\"iso\"]",
        "filtered_max_upload_size=0");

    assertThat(get("get_config").path("repo_vol_path").asString()).isEqualTo("/volume2");
    assertThat(get("get_connection_setting", "connection_id=1").path("task_name").asString())
        .isEqualTo("Dropbox (office)");
    assertThat(nas.state().taskOptions(1)).hasValue(new TaskOptions(true, true, false));
  }

  @Test
  void sendsACompoundByPostWithWordsForBooleansAndAVersionAsText() {
    logIn();

    JsonNode answer =
        wire.post(
            "entry.cgi",
            Wire.form(
                "api=SYNO.Entry.Request",
                "method=request",
                "version=2",
                "mode=sequential",
                "stop_when_error=true",
                "compound=[{\"api\": \"SYNO.CloudSync\", \"method\": \"list_sess\", "
                    + "\"version\": 1, \"connection_id\": 5}]"));

    assertThat(answer.path("data").path("has_fail").booleanValue()).isFalse();
    assertThat(answer.path("data").path("result").get(0).path("data").path("total").intValue())
        .isEqualTo(4);
  }
}
