package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each setter replaces its whole group, says so in the getter, and changes nothing else. */
class SettersTest extends SimulatorTestCase {
  private static final String OFF = "0".repeat(168);

  private static final List<String[]> SETTERS =
      List.of(
          setter(
              "set_global_config",
              "repo_vol_path=\"/volume2\"",
              "log_count=30000",
              "worker_count=5",
              "admin_mode=\"disable\""),
          setter("set_personal_config", "sync_mode=true"),
          setter(
              "set_connection_setting",
              "connection_id=5",
              "task_name=\"Vault\"",
              "pull_event_period=120",
              "max_upload_speed=1024",
              "max_download_speed=2048",
              "storage_class=\"STANDARD_IA\"",
              "isSSE=false",
              "part_size=64"),
          setter(
              "set_schedule_setting",
              "connection_id=1",
              "is_enabled_schedule=true",
              "schedule_info=\"" + OFF + "\""),
          setter(
              "set_session_setting",
              "session_id=1",
              "sync_direction=\"ONLY_UPLOAD\"",
              "sync_attr_check_option=false",
              "no_delete=true",
              "google_drive_convert_online_doc=true"),
          setter(
              "set_selective_sync_config",
              "session_id=1",
              "filtered_paths=[\"/a\",\"/b c\"]",
              "filtered_names=[]",
              "filtered_extensions=[\"iso\"]",
              "user_defined_names=[\"x\"]",
              "user_defined_extensions=[\"iso\",\"mkv\"]",
              "filtered_max_upload_size=5000000000"));

  private SimulatedNas nas = startDemo();
  private Wire wire = wire(nas);

  private static String[] setter(String... parts) {
    return parts;
  }

  @BeforeEach
  void logIn() {
    wire.login();
  }

  static Stream<Arguments> setters() {
    return SETTERS.stream().map(setter -> Arguments.of(setter[0], parameters(setter)));
  }

  static Stream<Arguments> eachParameterOfEachSetter() {
    return SETTERS.stream()
        .flatMap(setter ->
            Arrays.stream(parameters(setter))
                .map(pair -> Arguments.of(setter[0], pair.split("=", 2)[0])));
  }

  private static String[] parameters(String[] setter) {
    return Arrays.copyOfRange(setter, 1, setter.length);
  }

  private static String[] parametersOf(String method) {
    return SETTERS.stream()
        .filter(setter -> setter[0].equals(method))
        .map(SettersTest::parameters)
        .findFirst()
        .orElseThrow();
  }

  private static String[] without(String method, String name) {
    return Arrays.stream(parametersOf(method))
        .filter(pair -> !pair.startsWith(name + "="))
        .toArray(String[]::new);
  }

  private static String[] with(String method, String pair) {
    String[] rest = without(method, pair.split("=", 2)[0]);
    return Stream.concat(Arrays.stream(rest), Stream.of(pair)).toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0} answers success and no data")
  @MethodSource("setters")
  void everySetterAnswersAsDocumented(String method, String[] parameters) {
    assertThat(wire.call(method, parameters)).hasToString("{\"success\":true}");
  }

  @ParameterizedTest(name = "{0} without {1} answers 114 and changes nothing")
  @MethodSource("eachParameterOfEachSetter")
  void aGroupThatIsNotWholeIsRefused(String method, String name) {
    JsonNode before = nas.state().toJson();

    JsonNode answer = wire.call(method, without(method, name));

    assertThat(Wire.code(answer)).isEqualTo(114);
    assertThat(answer.path("error").path("errors").path("name").asString()).isEqualTo(name);
    assertThat(nas.state().toJson()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} with {1} answers 120 and changes nothing")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "set_global_config|repo_vol_path=\"/volume9\"",
        "set_global_config|repo_vol_path=2",
        "set_global_config|log_count=0",
        "set_global_config|log_count=100001",
        "set_global_config|log_count=\"20000\"",
        "set_global_config|worker_count=0",
        "set_global_config|worker_count=21",
        "set_global_config|worker_count=3.0",
        "set_global_config|admin_mode=true",
        "set_global_config|admin_mode=\"on\"",
        "set_personal_config|sync_mode=1",
        "set_personal_config|sync_mode=\"true\"",
        "set_personal_config|sync_mode=True",
        "set_connection_setting|connection_id=77",
        "set_connection_setting|task_name=123",
        "set_connection_setting|task_name=true",
        "set_connection_setting|task_name=\"\"",
        "set_connection_setting|task_name=\"unclosed",
        "set_connection_setting|pull_event_period=-1",
        "set_connection_setting|max_upload_speed=fast",
        "set_connection_setting|max_download_speed=null",
        "set_connection_setting|storage_class=",
        "set_connection_setting|storage_class=STANDARD",
        "set_connection_setting|storage_class=7",
        "set_connection_setting|isSSE=0",
        "set_connection_setting|part_size=-5",
        "set_schedule_setting|is_enabled_schedule=yes",
        "set_schedule_setting|schedule_info=\"0101\"",
        "set_schedule_setting|schedule_info=",
        "set_session_setting|session_id=77",
        "set_session_setting|sync_direction=\"UPLOAD\"",
        "set_session_setting|sync_attr_check_option=1",
        "set_session_setting|no_delete=\"\"",
        "set_session_setting|google_drive_convert_online_doc=no",
        "set_selective_sync_config|filtered_paths=/a",
        "set_selective_sync_config|filtered_names=a,b",
        "set_selective_sync_config|filtered_extensions=['iso']",
        "set_selective_sync_config|filtered_extensions=[1]",
        "set_selective_sync_config|user_defined_names={}",
        "set_selective_sync_config|user_defined_extensions=",
        "set_selective_sync_config|filtered_max_upload_size=-1",
        "set_selective_sync_config|filtered_max_upload_size=99999999999999999999",
      })
  void whatIsMalformedIsRefused(String method, String pair) {
    JsonNode before = nas.state().toJson();

    JsonNode answer = wire.call(method, with(method, pair));

    assertThat(Wire.code(answer)).isEqualTo(120);
    assertThat(answer.path("error").path("errors").path("name").asString())
        .isEqualTo(pair.split("=", 2)[0]);
    assertThat(nas.state().toJson()).isEqualTo(before);
  }

  @Test
  void aBareScheduleIsRefusedWhetherOrNotItReadsAsANumber() {
    assertThat(
            wire.code("set_schedule_setting", with("set_schedule_setting", "schedule_info=" + OFF)))
        .isEqualTo(120);
    assertThat(
            wire.code(
                "set_schedule_setting",
                with("set_schedule_setting", "schedule_info=" + "1".repeat(168))))
        .isEqualTo(120);
  }

  @Test
  void thePackageSettingsAreReadBackWithTheAdministratorModeInTheList() {
    wire.data("set_global_config", parametersOf("set_global_config"));

    JsonNode config = wire.data("get_config");
    assertThat(config.path("repo_vol_path").asString()).isEqualTo("/volume2");
    assertThat(config.path("log_count").intValue()).isEqualTo(30000);
    assertThat(config.path("worker_count").intValue()).isEqualTo(5);
    assertThat(config.path("admin_mode").asString()).isEqualTo("disable");
    assertThat(config.path("volume_count").intValue()).isEqualTo(2);
    assertThat(wire.data("list_conn").path("is_admin_mode").booleanValue()).isFalse();
    assertThat(wire.data("get_recently_change").path("is_admin_mode").booleanValue()).isFalse();
  }

  @Test
  void theRelinkBehaviourIsReadBackAsSyncMode() {
    wire.data("set_personal_config", "sync_mode=true");

    assertThat(wire.data("get_config").path("sync_mode").booleanValue()).isTrue();
  }

  @Test
  void theRelinkBehaviourMayAlsoBeUnreadable() {
    SimulatedNas other = start(SimulatorOptions.builder().syncModeReadable(false));
    Wire client = wire(other).login();

    client.data("set_personal_config", "sync_mode=true");

    assertThat(client.data("get_config").path("sync_mode").booleanValue()).isFalse();
    assertThat(other.state().toJson().path("personal_config"))
        .hasToString("{\"admin\":{\"sync_mode\":true}}");
  }

  @Test
  void theConnectionSettingsAreReadBackWithTheNewNameInTheList() {
    JsonNode before = wire.data("get_connection_setting", "connection_id=5");

    wire.data("set_connection_setting", parametersOf("set_connection_setting"));

    JsonNode after = wire.data("get_connection_setting", "connection_id=5");
    assertThat(after.path("task_name").asString()).isEqualTo("Vault");
    assertThat(after.path("pull_event_period").intValue()).isEqualTo(120);
    assertThat(after.path("max_upload_speed").intValue()).isEqualTo(1024);
    assertThat(after.path("max_download_speed").intValue()).isEqualTo(2048);
    assertThat(after.path("storage_class").asString()).isEqualTo("STANDARD_IA");
    assertThat(after.path("isSSE").booleanValue()).isFalse();
    assertThat(after.path("part_size").intValue()).isEqualTo(64);
    assertThat(after.path("schedule_info")).isEqualTo(before.path("schedule_info"));
    assertThat(after.path("is_enabled_schedule")).isEqualTo(before.path("is_enabled_schedule"));
    assertThat(listed(wire, 5).path("task_name").asString()).isEqualTo("Vault");
    assertThat(listed(wire, 5).path("task_display_name").asString()).isEqualTo("Vault");
  }

  @Test
  void theScheduleIsReadBackBesideUnchangedSettings() {
    JsonNode before = wire.data("get_connection_setting", "connection_id=1");

    wire.data("set_schedule_setting", parametersOf("set_schedule_setting"));

    JsonNode after = wire.data("get_connection_setting", "connection_id=1");
    assertThat(after.path("is_enabled_schedule").booleanValue()).isTrue();
    assertThat(after.path("schedule_info").asString()).isEqualTo(OFF);
    assertThat(after.path("max_upload_speed")).isEqualTo(before.path("max_upload_speed"));
  }

  @Test
  void theTaskSettingsAreReadBackAsTheyWereGiven() {
    assertThat(wire.data("get_session_setting", "session_id=1"))
        .hasToString(
            "{\"enable_server_encryption\":false,\"enc_key_exportable\":false,"
                + "\"google_drive_convert_online_doc\":false,\"no_delete\":false,"
                + "\"sync_attr_check_option\":true,\"sync_direction\":\"BIDIRECTION\"}");

    wire.data("set_session_setting", parametersOf("set_session_setting"));

    assertThat(wire.data("get_session_setting", "session_id=1"))
        .hasToString(
            "{\"enable_server_encryption\":false,\"enc_key_exportable\":false,"
                + "\"google_drive_convert_online_doc\":true,\"no_delete\":true,"
                + "\"sync_attr_check_option\":false,\"sync_direction\":\"ONLY_UPLOAD\"}");
    JsonNode task = wire.data("list_sess", "connection_id=1").path("sess").get(0);
    assertThat(task.path("sync_direction").asString()).isEqualTo("ONLY_UPLOAD");
    assertThat(task.toString()).doesNotContain("no_delete", "sync_attr", "google_drive");
    assertThat(nas.state().taskOptions(1)).hasValue(new TaskOptions(false, true, true));
  }

  @Test
  void anOldPackageTakesTheTaskSettingsAndCannotReportThem() {
    SimulatedNas old = start(SimulatorOptions.builder().oldPackage(true));
    Wire client = wire(old);
    client.login();

    client.data("set_session_setting", parametersOf("set_session_setting"));

    assertThat(client.code("get_session_setting", "session_id=1")).isEqualTo(103);
    assertThat(old.state().taskOptions(1)).hasValue(new TaskOptions(false, true, true));
  }

  @Test
  void aStateThatKnowsNoAnswerOfThemIsOfAnOldPackage() {
    ObjectNode unknowing = (ObjectNode) SimulatedState.demo().toJson();
    unknowing.path("tasks").forEach(task -> ((ObjectNode) task).remove("get_session_setting"));
    SimulatedNas old = start(SimulatedState.load(unknowing), SimulatorOptions.builder());
    Wire client = wire(old);
    client.login();
    assertThat(old.state().taskOptions(1)).isEmpty();

    client.data("set_session_setting", parametersOf("set_session_setting"));

    assertThat(client.code("get_session_setting", "session_id=1")).isEqualTo(103);
    assertThat(old.state().taskOptions(1)).hasValue(new TaskOptions(false, true, true));
  }

  @Test
  void theFiltersAreReadBackAsTheyWereGiven() {
    wire.data("set_selective_sync_config", parametersOf("set_selective_sync_config"));

    assertThat(wire.data("get_selective_sync_config", "session_id=1"))
        .hasToString(
            "{\"filtered_extensions\":[\"iso\"],\"filtered_max_upload_size\":5000000000,"
                + "\"filtered_names\":[],\"filtered_paths\":[\"/a\",\"/b c\"],"
                + "\"user_defined_extensions\":[\"iso\",\"mkv\"],\"user_defined_names\":[\"x\"]}");
  }

  @Test
  void bareStringsThatAreNoJsonAreTakenToo() {
    wire.data("set_connection_setting", with("set_connection_setting", "task_name=My vault"));
    wire.data("set_session_setting", with("set_session_setting", "sync_direction=BIDIRECTION"));

    assertThat(listed(wire, 5).path("task_name").asString()).isEqualTo("My vault");
    assertThat(
            wire.data("list_sess", "connection_id=1")
                .path("sess")
                .get(0)
                .path("sync_direction")
                .asString())
        .isEqualTo("BIDIRECTION");
  }
}
