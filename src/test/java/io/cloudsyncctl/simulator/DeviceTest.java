package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.BehaviourException;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.behaviour.Methods;
import io.cloudsyncctl.simulator.device.Device;
import io.cloudsyncctl.simulator.method.CloudSyncApi;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.truth.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a call: done, ignored, refused, or done and refused; and who wakes up. */
class DeviceTest extends DeviceTestCase {

  /** One valid call of each method that writes. */
  private JsonNode write(String method) {
    return switch (method) {
      case "pause" -> wire.call(method, "connection_id=1");
      case "resume" -> wire.call(method, "connection_id=4");
      case "set_global_config" ->
          wire.call(
              method,
              "repo_vol_path=/volume2",
              "log_count=5",
              "worker_count=2",
              "admin_mode=enable");
      case "set_personal_config" -> wire.call(method, "sync_mode=true");
      case "set_connection_setting" -> setConnection(1, "max_upload_speed", 7);
      case "set_schedule_setting" ->
          wire.call(
              method,
              "connection_id=1",
              "is_enabled_schedule=true",
              "schedule_info=\"" + "01".repeat(84) + "\"");
      case "set_session_setting" -> setDirection(1, "ONLY_UPLOAD");
      case "set_selective_sync_config" -> setFilters(1, Map.of("filtered_names", List.of("a")));
      case "create_session" -> create("/archive/2024", "/archive/2024").get(0);
      case "unlink_session" -> wire.call(method, "connection_id=1", "session_id=1");
      case "unlink_connection" -> wire.call(method, "connection_id=1");
      default -> throw new AssertionError(method);
    };
  }

  static Stream<String> writers() {
    return Methods.WRITERS.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("writers")
  void anIgnoredMethodAnswersSuccessAndDoesNothing(String method) {
    nas.behaviours().add("ignore=" + method);
    String before = nas.state().toJson().toString();

    assertThat(write(method).path("success").booleanValue()).isTrue();

    assertThat(nas.state().toJson()).hasToString(before);
    assertThat(nas.timeline()).isEmpty();
    nas.behaviours().clear();
    write(method);
    assertThat(nas.timeline()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("writers")
  void aMethodMayDoItAndThenRefuse(String method) {
    nas.behaviours().add("refuse-after=" + method + ":105");

    assertThat(Wire.code(write(method))).isEqualTo(105);

    assertThat(nas.timeline()).isNotEmpty();
    assertThat(nas.timeline().getFirst().actor()).isEqualTo(Event.Actor.CLIENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {105, 114, 119, 120})
  void aRefusalAfterwardsMayComeOnlySomeTimes(int code) {
    nas.behaviours().add("refuse-after=pause:" + code + ":1");

    assertThat(wire.code("pause", "connection_id=1")).isEqualTo(code);
    assertThat(status(1)).isEqualTo("pause");
    assertThat(wire.call("pause", "connection_id=2").path("success").booleanValue()).isTrue();
  }

  @Test
  void whatIsIgnoredIsCheckedAllTheSame() {
    nas.behaviours().add("ignore=pause,set_session_setting");

    assertThat(wire.code("pause", "connection_id=99")).isEqualTo(120);
    assertThat(wire.code("set_session_setting", "session_id=1")).isEqualTo(114);
  }

  @Test
  void onlyTheFirstCallsMayBeIgnored() {
    nas.behaviours().add("ignore=resume:1");
    wire.data("resume", "connection_id=4");
    assertThat(status(4)).isEqualTo("pause");
    wire.data("resume", "connection_id=4");
    assertThat(status(4)).isEqualTo("uptodate");
  }

  @Test
  void aPauseOfAllMayBeIgnoredByOneConnection() {
    nas.behaviours().add("ignore=pause@5");

    wire.data("pause");

    assertThat(List.of(status(1), status(2), status(5)))
        .containsExactly("pause", "pause", "uptodate");
  }

  @Test
  void theFirstPauseOfAllMayBeIgnoredAsAWhole() {
    nas.behaviours().add("ignore=pause:1");
    wire.data("pause");
    assertThat(List.of(status(1), status(5))).containsOnly("uptodate");
    wire.data("pause");
    assertThat(List.of(status(1), status(5))).containsOnly("pause");
  }

  @Test
  void aMethodOfATaskIsRestrictedByTheTask() {
    nas.behaviours().add("ignore=set_session_setting@2");
    setDirection(1, "ONLY_UPLOAD");
    setDirection(2, "ONLY_UPLOAD");
    assertThat(task(1, 1).path("sync_direction").asString()).isEqualTo("ONLY_UPLOAD");
    assertThat(task(1, 2).path("sync_direction").asString()).isEqualTo("BIDIRECTION");
  }

  @Test
  void aGetterOfOneConnectionAnswersAnErrorUntilThatEnds() {
    nas.behaviours().add("error-answers=get_connection_setting:117@2");
    assertThat(wire.code("get_connection_setting", "connection_id=2")).isEqualTo(117);
    assertThat(wire.code("get_connection_setting", "connection_id=2")).isEqualTo(117);
    assertThat(settings(1).isObject()).isTrue();
    nas.behaviours().remove("error-answers=get_connection_setting:117@2");
    assertThat(settings(2).isObject()).isTrue();
  }

  @Test
  void aGetterOfOneTaskOrOfAllAnswersAnErrorInACompoundToo() {
    nas.behaviours()
        .add("error-answers=get_property:105 error-answers=get_selective_sync_config:117@2");
    String calls =
        """
        [{"api":"SYNO.CloudSync","method":"get_property","version":1,"connection_id":1},
         {"api":"SYNO.CloudSync","method":"get_selective_sync_config","version":1,"session_id":1},
         {"api":"SYNO.CloudSync","method":"get_selective_sync_config","version":1,"session_id":2}]
        """;
    JsonNode results = wire.compound(calls).path("data").path("result");
    assertThat(Wire.code(results.get(0))).isEqualTo(105);
    assertThat(results.get(1).path("success").booleanValue()).isTrue();
    assertThat(Wire.code(results.get(2))).isEqualTo(117);
  }

  @Test
  void aWriteThatAnswersAnErrorAtOnceDoesNothing() {
    nas.behaviours().add("error-answers=pause:105@1");
    assertThat(wire.code("pause", "connection_id=1")).isEqualTo(105);
    assertThat(status(1)).isEqualTo("uptodate");
    assertThat(nas.timeline()).isEmpty();
  }

  @Test
  void aPausedConnectionMayWakeUpAfterSoManyRequestsEachTime() {
    nas.behaviours().add("wake=1:3");
    for (int round = 0; round < 2; round++) {
      wire.data("pause", "connection_id=1");
      assertThat(List.of(status(1), status(1))).containsOnly("pause");
      assertThat(status(1)).isEqualTo("uptodate");
    }
    assertThat(nas.timeline())
        .extracting(Event::actor, Event::kind)
        .containsExactly(
            tuple(Event.Actor.CLIENT, Event.Kind.RESTED),
            tuple(Event.Actor.DEVICE, Event.Kind.STARTED),
            tuple(Event.Actor.CLIENT, Event.Kind.RESTED),
            tuple(Event.Actor.DEVICE, Event.Kind.STARTED));
    assertThat(status(4)).isEqualTo("pause");
  }

  @Test
  void aConnectionThatRestedBeforeCountsFromWhenTheBehaviourBegan() {
    nas.behaviours().add("wake=2@4");
    assertThat(status(4)).isEqualTo("pause");
    assertThat(status(4)).isEqualTo("uptodate");
  }

  @Test
  void aConnectionMayResumeAtOnce() {
    nas.behaviours().add("resume-at-once@1");
    wire.data("pause", "connection_id=1");
    assertThat(nas.truth().atRest(1)).isTrue();
    assertThat(status(1)).isEqualTo("uptodate");
  }

  @Test
  void idsOfWhatIsGoneMayComeBack() {
    nas.behaviours().add("reuse-ids");
    wire.data("unlink_session", "connection_id=1", "session_id=2");

    assertThat(create("/archive/2024", "/archive/2024").get(0).path("success").booleanValue())
        .isTrue();
    wire.data("unlink_connection", "connection_id=1");
    nas.person("add-connection db Customer customer@example.com");

    assertThat(taskIds(5)).containsExactly(10, 11, 12, 14, 2);
    assertThat(connectionIds()).containsExactlyInAnyOrder(2, 4, 5, 1);
    assertThat(listed(wire, 1).path("task_name").asString()).isEqualTo("Customer");
    assertThat(settings(1).path("task_name").asString()).isEqualTo("Customer");
    assertThat(tasks(1)).isEmpty();
  }

  @Test
  void idsNeverComeBackAsARule() {
    wire.data("unlink_session", "connection_id=5", "session_id=14");
    nas.state().edit(_ -> {});
    create("/archive/2024", "/archive/2024");
    wire.data("unlink_connection", "connection_id=5");
    nas.person("add-connection db Customer customer@example.com");

    assertThat(nas.timeline().stream().filter(event -> event.kind() == Event.Kind.TASK_ADDED))
        .extracting(Event::task)
        .containsExactly(15L);
    assertThat(connectionIds()).containsExactly(1, 2, 4, 6);
  }

  @Test
  void behavioursAreAddedReplacedRemovedAndCleared() {
    nas.behaviours().add("reorder", "pause-lag=4s; ignore=pause");
    assertThat(nas.behaviours().all()).hasSize(3);
    nas.behaviours().remove("pause-lag=4s");
    assertThat(nas.behaviours().all())
        .containsExactly(Behaviour.parse("reorder"), Behaviour.parse("ignore=pause"));
    nas.behaviours().set("reuse-ids");
    assertThat(nas.behaviours().all()).containsExactly(Behaviour.parse("reuse-ids"));
    nas.behaviours().clear();
    assertThat(nas.behaviours().all()).isEmpty();
  }

  @Test
  void ofSeveralTextsNoneIsAddedWhereOneIsWrong() {
    assertThatThrownBy(() -> nas.behaviours().add("reorder", "be-nice"))
        .isInstanceOf(BehaviourException.class)
        .hasMessage("\"be-nice\" is no behaviour");
    assertThat(nas.behaviours().all()).isEmpty();
  }

  @Test
  void aNasMayBeImperfectFromItsStart() {
    SimulatedNas other = start(SimulatorOptions.builder().behave("ignore=pause", "reorder"));
    Wire client = wire(other).login();
    client.data("pause", "connection_id=1");
    assertThat(listed(client, 1).path("status").asString()).isEqualTo("uptodate");
    assertThat(other.behaviours().all()).hasSize(2);
  }

  @Test
  void everyMethodIsKnownToBehavioursAndNoOther() {
    SimulatorOptions options = SimulatorOptions.defaults();
    Device device = new Device(InstantSource.system(), new Behaviours(List.of()), Script.EMPTY);
    assertThat(new CloudSyncApi(SimulatedState.demo(), device, options).methods())
        .isEqualTo(Methods.all());
  }

  @Test
  void theVolumesAreAnsweredWithTheSettingsOfThePackage() {
    for (SimulatedState state :
        List.of(SimulatedState.demo(), SimulatedState.document(), SimulatedState.large(1, 1))) {
      JsonNode config = wire(start(state, SimulatorOptions.builder())).login().data("get_config");
      assertThat(
              config.path("volume_list").valueStream().map(v -> v.path("mount_point").asString()))
          .contains(config.path("repo_vol_path").asString());
    }
  }
}
