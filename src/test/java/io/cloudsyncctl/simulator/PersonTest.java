package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.state.TaskOptions;
import io.cloudsyncctl.simulator.truth.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a person does at the NAS, as its getters show it. */
class PersonTest extends DeviceTestCase {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pause 1 | list_conn conn.0.status | pause",
        "resume 4 | list_conn conn.2.status | uptodate",
        "rename 1 \"Old name\" | list_conn conn.0.task_name | Old name",
        "rename 1 \"Old name\" | list_conn conn.0.task_display_name | Old name",
        "rename 1 \"Old name\" | get_connection_setting task_name | Old name",
        "set 1 max_upload_speed 64 | get_connection_setting max_upload_speed | 64",
        "set 1 storage_class STANDARD | get_connection_setting storage_class | STANDARD",
        "set 1 isSSE true | get_connection_setting isSSE | true",
        "schedule 1 on | get_connection_setting is_enabled_schedule | true",
        "schedule 1 off | get_connection_setting is_enabled_schedule | false",
        "set-direction 1 ONLY_UPLOAD | list_sess sess.0.sync_direction | ONLY_UPLOAD",
        "set-filter 1 filtered_names a,b | get_selective_sync_config filtered_names.1 | b",
        "set-filter 1 filtered_max_upload_size 5"
            + " | get_selective_sync_config filtered_max_upload_size | 5",
        "set-package log_count 5000 | get_config log_count | 5000",
        "set-package admin_mode disable | get_config admin_mode | disable",
        "set-package admin_mode disable | list_conn is_admin_mode | false",
        "set-package sync_mode true | get_config sync_mode | true",
        "add-task 1 /projects/New /New | list_sess sess.3.local_sync_path | /projects/New",
        "add-task 1 /projects/New /New | list_sess sess.3.sync_direction | BIDIRECTION",
        "add-task 1 /projects/New /New ONLY_UPLOAD | list_sess sess.3.sync_direction | ONLY_UPLOAD",
        "add-task 1 /projects/New /New | list_sess total | 4",
        "remove-task 1 | list_sess total | 2",
        "add-connection db Name u@example.com | list_conn conn.4.user_name | u@example.com",
        "add-connection db Name u@example.com | list_conn conn.4.type_id | 2",
        "add-connection db Name u@example.com | list_conn total | 5",
        "remove-connection 2 | list_conn total | 3",
        "status 1 error | list_conn conn.0.status | error",
        "status 1 error | list_sess sess.0.sync_status | error",
        "status 1 error | list_conn tray_status | error",
        "log 1 0 /projects/x | get_log items.0.path | /projects/x"
      })
  void aDeedShowsAtOnce(String deed, String place, String value) {
    nas.person(deed);

    String[] words = place.split(" ", -1);
    JsonNode node = wire.data(words[0], "connection_id=1", "session_id=1");
    for (String step : words[1].split("\\.", -1)) {
      node = step.matches("[0-9]+") ? node.path(Integer.parseInt(step)) : node.path(step);
    }
    assertThat(node.asString()).isEqualTo(value);
  }

  @Test
  void aScheduleIsGivenHourByHour() {
    String hours = "01".repeat(84);
    nas.person("schedule 1 " + hours);
    assertThat(settings(1).path("schedule_info").asString()).isEqualTo(hours);
    assertThat(settings(1).path("is_enabled_schedule").booleanValue()).isTrue();
  }

  @Test
  void aSettingOfATaskIsSetAloneAndAListIsEmptied() {
    nas.person("set-task 1 no_delete true");
    nas.person("set-filter 1 filtered_names \"\"");
    assertThat(nas.state().taskOptions(1)).hasValue(new TaskOptions(true, true, false));
    assertThat(filters(1).path("filtered_names")).isEmpty();
  }

  @Test
  void aNewTaskOfAPausedConnectionIsPaused() {
    nas.person("add-task 4 /photos/New /New");
    assertThat(task(4, 15).path("sync_status").asString()).isEqualTo("pause");
    assertThat(nas.state().taskOptions(15)).isPresent();
  }

  @Test
  void theDevicesWaysHoldForAPersonToo() {
    nas.behaviours().add("pause-lag=4s", "round=max_upload_speed:64", "lag=1look");
    nas.person("set 1 max_upload_speed 100");
    nas.person("pause 1");
    assertThat(status(1)).isEqualTo("syncing");
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(2048);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(64);
  }

  @Test
  void theNasMayBeImperfectForAWhile() {
    nas.person("behave ignore=pause reuse-ids");
    wire.data("pause", "connection_id=1");
    assertThat(status(1)).isEqualTo("uptodate");
    nas.person("behave none");
    assertThat(nas.behaviours().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pause 99, 99, -1",
    "remove-task 99, -1, 99",
    "rename 99 x, 99, -1",
    "add-task 99 /a/b /c, 99, -1",
    "log 99 0 /x, 99, -1"
  })
  void whatIsNotPossibleHappensInVain(String deed, long connection, long task) {
    String before = nas.state().toJson().toString();
    nas.person(deed);
    assertThat(nas.state().toJson()).hasToString(before);
    Event event = nas.timeline().getFirst();
    assertThat(event.kind()).isEqualTo(Event.Kind.IN_VAIN);
    assertThat(event.connection()).isEqualTo(connection);
    assertThat(event.task()).isEqualTo(task);
    assertThat(event.isChange()).isFalse();
  }
}
