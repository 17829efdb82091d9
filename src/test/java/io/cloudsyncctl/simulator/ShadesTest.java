package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What was written is so at once, and shown late. */
class ShadesTest extends DeviceTestCase {

  /** A write and a look at what it changes. */
  record Case(
      String name, Function<ShadesTest, JsonNode> write, Function<ShadesTest, String> look) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "set_connection_setting",
            test -> test.setConnection(1, "max_upload_speed", 9),
            test -> test.settings(1).path("max_upload_speed").toString()),
        new Case(
            "set_connection_setting and the list",
            test -> test.setConnection(1, "task_name", "Other"),
            test -> {
              JsonNode listed = listed(test.wire, 1);
              return listed.path("task_name") + " " + listed.path("task_display_name");
            }),
        new Case(
            "set_schedule_setting",
            test ->
                test.wire.call(
                    "set_schedule_setting",
                    "connection_id=1",
                    "is_enabled_schedule=true",
                    "schedule_info=\"" + "01".repeat(84) + "\""),
            test -> test.settings(1).path("schedule_info").toString()),
        new Case(
            "set_session_setting",
            test -> test.setDirection(1, "ONLY_UPLOAD"),
            test -> test.task(1, 1).path("sync_direction").toString()),
        new Case(
            "set_selective_sync_config",
            test -> test.setFilters(1, Map.of("filtered_names", List.of("x"))),
            test -> test.filters(1).toString()),
        new Case(
            "set_global_config",
            test ->
                test.wire.call(
                    "set_global_config",
                    "repo_vol_path=/volume1",
                    "log_count=77",
                    "worker_count=3",
                    "admin_mode=enable"),
            test -> test.wire.data("get_config").path("log_count").toString()),
        new Case(
            "set_personal_config",
            test -> test.wire.call("set_personal_config", "sync_mode=true"),
            test -> test.wire.data("get_config").path("sync_mode").toString()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSettingIsShownOnceItsTimeIsOver(Case one) {
    String before = one.look().apply(this);
    nas.behaviours().add("lag=3s");

    assertThat(one.write().apply(this)).hasToString("{\"success\":true}");

    assertThat(nas.timeline()).isNotEmpty();
    assertThat(one.look().apply(this)).isEqualTo(before);
    clock.forward(2);
    assertThat(one.look().apply(this)).isEqualTo(before);
    clock.forward(1);
    assertThat(one.look().apply(this)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSettingIsShownAfterSomeLooks(Case one) {
    String before = one.look().apply(this);
    nas.behaviours().add("lag=2looks");
    assertThat(one.write().apply(this)).hasToString("{\"success\":true}");

    assertThat(List.of(one.look().apply(this), one.look().apply(this))).containsOnly(before);
    assertThat(one.look().apply(this)).isNotEqualTo(before);
  }

  @Test
  void theAdministratorsModeIsShownLateInBothPlaces() {
    nas.behaviours().add("lag=1look");
    wire.data(
        "set_global_config",
        "repo_vol_path=/volume1",
        "log_count=20000",
        "worker_count=3",
        "admin_mode=disable");
    assertThat(wire.data("list_conn").path("is_admin_mode").booleanValue()).isTrue();
    assertThat(wire.data("list_conn").path("is_admin_mode").booleanValue()).isFalse();
    assertThat(wire.data("get_config").path("admin_mode").asString()).isEqualTo("enable");
    assertThat(wire.data("get_config").path("admin_mode").asString()).isEqualTo("disable");
  }

  @Test
  void twoWritesAreShownOneAfterTheOther() {
    nas.behaviours().add("lag=4s");
    setConnection(1, "max_upload_speed", 1);
    clock.forward(2);
    setConnection(1, "max_upload_speed", 2);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(2048);
    clock.forward(2);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(1);
    clock.forward(2);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(2);
  }

  @Test
  void onlySettersLagUnlessOthersAreNamed() {
    nas.behaviours().add("lag=1look");
    wire.data("pause", "connection_id=1");
    assertThat(status(1)).isEqualTo("pause");
  }

  @Test
  void aNewTaskIsListedLateAndOneThatIsGoneIsListedOn() {
    nas.behaviours().add("lag=create_session,unlink_session:1look");

    JsonNode listed = create("/archive/2024", "/2024").get(1).path("data");

    assertThat(listed.path("total").intValue()).isEqualTo(4);
    assertThat(nas.truth().tasksOf(5)).hasSize(5);
    assertThat(taskIds(5)).containsExactly(10, 11, 12, 14, 15);
    wire.data("unlink_session", "connection_id=5", "session_id=10");
    assertThat(taskIds(5)).containsExactlyInAnyOrder(10, 11, 12, 14, 15);
    assertThat(taskIds(5)).containsExactly(11, 12, 14, 15);
  }

  @Test
  void aConnectionThatIsGoneIsListedOn() {
    nas.behaviours().add("lag=unlink_connection:3s");
    wire.data("unlink_connection", "connection_id=1");
    JsonNode list = wire.data("list_conn");
    assertThat(list.path("total").intValue()).isEqualTo(4);
    assertThat(connectionIds()).contains(1);
    clock.forward(3);
    assertThat(connectionIds()).containsExactly(2, 4, 5);
  }

  @Test
  void aPauseMayBeSoAndShownLate() {
    nas.behaviours().add("lag=pause:2looks");
    wire.data("pause", "connection_id=1");
    assertThat(nas.truth().atRest(1)).isTrue();
    assertThat(List.of(status(1), status(1))).containsOnly("uptodate");
    assertThat(status(1)).isEqualTo("pause");
    assertThat(task(1, 1).path("sync_status").asString()).isEqualTo("uptodate");
    task(1, 1);
    assertThat(task(1, 1).path("sync_status").asString()).isEqualTo("pause");
  }

  @Test
  void oneTaskOnlyMayLag() {
    nas.behaviours().add("lag=3s@2");
    setDirection(1, "ONLY_UPLOAD");
    setDirection(2, "ONLY_UPLOAD");
    assertThat(task(1, 1).path("sync_direction").asString()).isEqualTo("ONLY_UPLOAD");
    assertThat(task(1, 2).path("sync_direction").asString()).isEqualTo("BIDIRECTION");
  }

  @Test
  void whatIsHiddenIsShownOnceTheBehaviourEnds() {
    nas.behaviours().add("lag=3s");
    setConnection(1, "max_upload_speed", 1);
    nas.behaviours().clear();
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(1);
  }

  @Test
  void aTotalThatIsStoredOtherwiseIsAnsweredAsItIs() {
    nas.state().edit(root -> root.withObject("/connections/1/list_sess").put("total", 7));
    nas.behaviours().add("lag=create_session:3s reorder");
    assertThat(wire.data("list_sess", "connection_id=1").path("total").intValue()).isEqualTo(7);
  }

  @Test
  void whoDoesNotSeeAllIsNotShownWhatIsGone() {
    SimulatedNas other =
        start(
            SimulatorOptions.builder()
                .nonAdministrators(Map.of("anna", "secret"))
                .behave("lag=unlink_connection:1m"));
    wire(other).login().data("unlink_connection", "connection_id=1");
    assertThat(wire(other).login("anna", "secret").data("list_conn").path("conn")).isEmpty();
    assertThat(wire(other).login().data("list_conn").path("conn")).hasSize(4);
  }
}
