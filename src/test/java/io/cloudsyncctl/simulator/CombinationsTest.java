package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Methods;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Several behaviours and a person at once. */
class CombinationsTest extends DeviceTestCase {

  @Test
  void aPauseThatLagsAndAResumeThatIsIgnoredLeaveItPausedForGood() {
    nas.behaviours().add("pause-lag=4s ignore=resume");
    wire.data("pause", "connection_id=1");
    setDirection(1, "ONLY_UPLOAD");
    wire.data("resume", "connection_id=1");
    clock.forward(10);
    assertThat(status(1)).isEqualTo("pause");
    assertThat(kinds()).containsExactly(Event.Kind.CHANGED, Event.Kind.RESTED);
    assertThat(nas.timeline().getFirst().atRest()).isFalse();
  }

  @Test
  void aRoundedNumberThatIsShownLateIsFirstTheOldOneThenTheRoundedOne() {
    nas.behaviours()
        .add("round=max_upload_speed:64 lag=1look refuse-after=set_connection_setting:119");
    assertThat(Wire.code(setConnection(1, "max_upload_speed", 100))).isEqualTo(119);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(2048);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(64);
  }

  @Test
  void aTaskIsCreatedUnderAnOldIdWithAnotherPathInAListThatIsBrieflyEmpty() {
    nas.behaviours().add("reuse-ids nfd-paths forget-tasks=1@5 reorder");
    wire.data("unlink_session", "connection_id=5", "session_id=11");
    JsonNode results = create("/archive/B\u00fcro", "/B\u00fcro");
    assertThat(results.get(1).path("data").path("total").intValue()).isZero();
    assertThat(taskIds(5)).containsExactlyInAnyOrder(4, 10, 12, 14);
    assertThat(nas.truth().task(4).localPath()).isEqualTo("/archive/Bu\u0308ro");
  }

  @Test
  void aPersonResumesBetweenALookAndAWrite() {
    nas.behaviours().add("busy-tasks");
    nas.addScript(Script.parse("before set_session_setting: resume 1"));
    wire.data("pause", "connection_id=1");
    assertThat(status(1)).isEqualTo("pause");
    setDirection(1, "BIDIRECTION");
    setDirection(1, "ONLY_UPLOAD");
    assertThat(nas.timeline())
        .filteredOn(event -> event.kind() == Event.Kind.CHANGED)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.atRest()).isFalse());
  }

  @Test
  void aConnectionIsRemovedAndAnotherAccountGetsItsId() {
    nas.behaviours().add("reuse-ids");
    Truth before = nas.truth();
    nas.person("remove-connection 1");
    nas.person("add-connection od_v1 Dropbox customer@example.com");
    Truth.Connection now = nas.truth().connection(1);
    assertThat(now.name()).isEqualTo(before.connection(1).name());
    assertThat(now.setting("user_name")).isNotEqualTo(before.connection(1).setting("user_name"));
    assertThat(wire.data("get_property", "connection_id=1").path("user_name").asString())
        .isEqualTo("customer@example.com");
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, 12).boxed();
  }

  /**
   * Whatever combines: the NAS goes on to answer, its truth stays whole, and its time line accounts
   * for every difference between two moments.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyCombinationLeavesAWholeNasWhoseTimeLineAccountsForItsState(int seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      texts.add(ANY.get(random.nextInt(ANY.size())));
    }
    nas.behaviours().add(texts.toArray(new String[0]));
    Truth before = nas.truth();
    for (int i = 0; i < 25; i++) {
      act(random);
      clock.forward(random.nextInt(3));
    }
    Truth after = nas.truth();
    List<Event> line = nas.timeline();
    for (long id :
        Stream.concat(before.connections().keySet().stream(), after.connections().keySet().stream())
            .distinct()
            .toList()) {
      boolean rests =
          line.stream()
              .filter(event -> event.connection() == id)
              .map(Event::kind)
              .filter(kind -> kind == Event.Kind.RESTED || kind == Event.Kind.STARTED)
              .reduce((_, last) -> last)
              .map(kind -> kind == Event.Kind.RESTED)
              .orElse(before.atRest(id));
      assertThat(after.atRest(id)).as(texts + " connection " + id).isEqualTo(rests);
    }
    long added = line.stream().filter(event -> event.kind() == Event.Kind.TASK_ADDED).count();
    long removed = line.stream().filter(event -> event.kind() == Event.Kind.TASK_REMOVED).count();
    assertThat(after.tasks().size())
        .as(texts + "")
        .isEqualTo(before.tasks().size() + added - removed);
    for (Truth.Task task : after.tasks().values()) {
      Truth.Task then = before.tasks().get(task.id());
      boolean changed =
          line.stream().anyMatch(event -> event.task() == task.id() && event.isChange());
      assertThat(changed || (then != null && then.settings().equals(task.settings())))
          .as(texts + " task " + task.id())
          .isTrue();
    }
    assertThat(SimulatedState.load(nas.state().toJson()).toJson()).isEqualTo(nas.state().toJson());
  }

  private static final List<String> ANY =
      List.of(
          "pause-lag=2s",
          "pause-lag=1look",
          "resume-lag=2s",
          "tasks-lag=2s",
          "newest-wins",
          "outlasts-pause=error",
          "wake=3",
          "busy-tasks",
          "is-pause=true",
          "ignore=pause:1",
          "ignore=resume,set_session_setting:1",
          "refuse-after=set_session_setting:105:1",
          "error-answers=get_property:105",
          "round=max_upload_speed:64",
          "lower-case-paths",
          "trailing-slash",
          "nfd-filters",
          "lag=2s",
          "lag=create_session,unlink_session,pause:1look",
          "side-effect=set_session_setting:reset-filters",
          "side-effect=set_selective_sync_config:resume",
          "side-effect=set_connection_setting:reset-direction:all",
          "reorder",
          "reuse-ids",
          "forget-tasks=1",
          "partial-tasks=1",
          "foreign-tasks=1",
          "forget-connections=1");

  private void act(Random random) {
    int connection = List.of(1, 2, 4, 5).get(random.nextInt(4));
    int task = List.of(1, 2, 5, 8, 10).get(random.nextInt(5));
    String[] directions = {"ONLY_UPLOAD", "BIDIRECTION", "ONLY_DOWNLOAD"};
    switch (random.nextInt(12)) {
      case 0 -> wire.call("pause", "connection_id=" + connection);
      case 1 -> wire.call("resume", "connection_id=" + connection);
      case 2 -> setDirection(task, directions[random.nextInt(3)]);
      case 3 -> setConnection(1, "max_upload_speed", random.nextInt(500));
      case 4 -> setFilters(1, Map.of("filtered_names", List.of("n" + random.nextInt(5))));
      case 5 -> create("/archive/n" + random.nextInt(5), "/n");
      case 6 ->
          wire.call("unlink_session", "connection_id=5", "session_id=" + (10 + random.nextInt(8)));
      case 7 -> nas.person("pause " + connection);
      case 8 -> nas.person("resume " + connection);
      case 9 -> nas.person("set-direction " + task + " " + directions[random.nextInt(3)]);
      case 10 -> wire.call("list_conn");
      default -> wire.call("list_sess", "connection_id=" + connection);
    }
  }

  @Test
  void everyBehaviourCanBeInForceAtOnce() {
    nas.behaviours().add(ANY.toArray(new String[0]));
    assertThat(nas.behaviours().all()).hasSize(ANY.size()).doesNotHaveDuplicates();
    for (String method : Methods.READERS.stream().sorted().toList()) {
      JsonNode answer = wire.call(method, "connection_id=1", "session_id=1", "path=/");
      assertThat(answer.has("success")).as(method).isTrue();
    }
    assertThat(Behaviour.forms()).doesNotHaveDuplicates();
  }
}
