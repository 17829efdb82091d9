package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pause, resume and removal. */
class ActionsTest extends SimulatorTestCase {
  private SimulatedNas nas = startDemo();
  private Wire wire = wire(nas);

  @BeforeEach
  void logIn() {
    wire.login();
  }

  private String taskStatuses(int connection) {
    return String.join(
        ",",
        wire.data("list_sess", "connection_id=" + connection)
            .path("sess")
            .valueStream()
            .map(task -> task.path("sync_status").asString())
            .toList());
  }

  @Test
  void pausingOneConnectionPausesItsTasksAndNoOther() {
    assertThat(wire.call("pause", "connection_id=1")).hasToString("{\"success\":true}");

    assertThat(listed(wire, 1).path("status").asString()).isEqualTo("pause");
    assertThat(taskStatuses(1)).isEqualTo("pause,pause,pause");
    assertThat(listed(wire, 5).path("status").asString()).isEqualTo("uptodate");
    JsonNode list = wire.data("list_conn");
    assertThat(list.path("is_pause").booleanValue()).isFalse();
    assertThat(list.path("tray_status").asString()).isEqualTo("syncing");
  }

  @Test
  void resumingOneConnectionBringsItUpToDate() {
    wire.data("resume", "connection_id=4");

    assertThat(listed(wire, 4).path("status").asString()).isEqualTo("uptodate");
    assertThat(taskStatuses(4)).isEqualTo("uptodate,uptodate");
  }

  @Test
  void pausingAllSaysSoAndResumingAllTakesItBack() {
    wire.data("pause");
    JsonNode paused = wire.data("list_conn");
    wire.data("resume");
    JsonNode resumed = wire.data("list_conn");

    assertThat(paused.path("is_pause").booleanValue()).isTrue();
    assertThat(paused.path("tray_status").asString()).isEqualTo("pause");
    assertThat(resumed.path("is_pause").booleanValue()).isFalse();
    assertThat(resumed.path("tray_status").asString()).isEqualTo("uptodate");
    assertThat(resumed.path("conn").valueStream().map(c -> c.path("status").asString()))
        .containsOnly("uptodate");
  }

  @Test
  void pausingEachConnectionIsTheSameAsPausingAll() {
    for (int id : new int[] {1, 2, 5}) {
      wire.data("pause", "connection_id=" + id);
    }

    assertThat(wire.data("list_conn").path("is_pause").booleanValue()).isTrue();
    wire.data("resume", "connection_id=1");
    assertThat(wire.data("list_conn").path("is_pause").booleanValue()).isFalse();
  }

  @Test
  void resumingLeavesWhatIsSuspendedOrFailedAsItIs() {
    nas.state()
        .edit(root -> {
          ((ObjectNode) root.path("list_conn").path("conn").get(0)).put("status", "suspended");
          ObjectNode task =
              (ObjectNode) root.path("connections").path("4").path("list_sess").path("sess").get(0);
          task.put("error", -12);
        });

    wire.data("resume");

    assertThat(listed(wire, 1).path("status").asString()).isEqualTo("suspended");
    assertThat(listed(wire, 4).path("status").asString()).isEqualTo("error");
    assertThat(taskStatuses(4)).isEqualTo("error,uptodate");
    assertThat(wire.data("list_conn").path("tray_status").asString()).isEqualTo("error");
  }

  @Test
  void whatWasSuspendedWhenItWasPausedIsSoAgainUnlessItsScheduleHasNoHourOffAnyMore() {
    String nights = "schedule_info=\"" + "10".repeat(84) + "\"";
    wire.data("set_schedule_setting", "connection_id=1", "is_enabled_schedule=true", nights);
    suspend(0);
    suspend(1);
    wire.data("pause");
    assertThat(listed(wire, 1).path("status").asString()).isEqualTo("pause");
    wire.data("resume");
    assertThat(listed(wire, 1).path("status").asString()).isEqualTo("suspended");
    assertThat(listed(wire, 2).path("status").asString()).isEqualTo("suspended");
    assertThat(listed(wire, 5).path("status").asString()).isEqualTo("uptodate");

    wire.data("pause");
    wire.data("set_schedule_setting", "connection_id=1", "is_enabled_schedule=false", nights);
    wire.data("resume");
    assertThat(listed(wire, 1).path("status").asString()).isEqualTo("uptodate");
    assertThat(listed(wire, 2).path("status").asString()).isEqualTo("suspended");
  }

  private void suspend(int index) {
    nas.state()
        .edit(root ->
            ((ObjectNode) root.path("list_conn").path("conn").get(index))
                .put("status", "suspended"));
  }

  @Test
  void unknownConnectionsCannotBePaused() {
    assertThat(wire.code("pause", "connection_id=99")).isEqualTo(120);
    assertThat(wire.code("resume", "connection_id=-1")).isEqualTo(120);
  }

  @Test
  void removingATaskFixesTheTotal() {
    assertThat(wire.call("unlink_session", "connection_id=5", "session_id=11"))
        .hasToString("{\"success\":true}");

    JsonNode tasks = wire.data("list_sess", "connection_id=5");
    assertThat(tasks.path("total").intValue()).isEqualTo(3);
    assertThat(tasks.path("sess").valueStream().map(task -> task.path("sess_id").intValue()))
        .containsExactly(10, 12, 14);
    assertThat(wire.code("get_selective_sync_config", "session_id=11")).isEqualTo(120);
    assertThat(wire.code("unlink_session", "connection_id=5", "session_id=11")).isEqualTo(120);
  }

  @Test
  void aTaskIsRemovedOnlyThroughItsOwnConnection() {
    assertThat(wire.code("unlink_session", "connection_id=1", "session_id=11")).isEqualTo(120);
    assertThat(wire.code("unlink_session", "session_id=11")).isEqualTo(114);
    assertThat(wire.data("list_sess", "connection_id=5").path("total").intValue()).isEqualTo(4);
  }

  @Test
  void removingAConnectionTakesItsTasksAndFixesTheTotal() {
    assertThat(wire.call("unlink_connection", "connection_id=2")).hasToString("{\"success\":true}");

    JsonNode list = wire.data("list_conn");
    assertThat(list.path("total").intValue()).isEqualTo(3);
    assertThat(list.path("conn").valueStream().map(c -> c.path("id").intValue()))
        .containsExactly(1, 4, 5);
    assertThat(list.path("tray_status").asString()).isEqualTo("uptodate");
    assertThat(wire.code("list_sess", "connection_id=2")).isEqualTo(120);
    assertThat(wire.code("get_selective_sync_config", "session_id=5")).isEqualTo(120);
    assertThat(nas.state().toJson().path("tasks").has("5")).isFalse();
  }
}
