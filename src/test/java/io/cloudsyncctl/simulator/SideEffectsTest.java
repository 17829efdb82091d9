package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cloudsyncctl.simulator.state.TaskOptions;
import io.cloudsyncctl.simulator.truth.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method does something else as well, and the time line says that it was the device. */
class SideEffectsTest extends DeviceTestCase {

  private List<Event> ofTheDevice() {
    return nas.timeline().stream().filter(event -> event.actor() == Event.Actor.DEVICE).toList();
  }

  @Test
  void theDirectionIsWrittenAndTheFiltersAreReset() {
    nas.behaviours().add("side-effect=set_session_setting:reset-filters");
    nas.person("set-filter 2 filtered_names x");
    nas.clearTimeline();

    setDirection(1, "ONLY_UPLOAD");

    assertThat(filters(1).path("filtered_names")).isEmpty();
    assertThat(filters(1).path("user_defined_extensions")).isEmpty();
    assertThat(filters(2).path("filtered_names")).isNotEmpty();
    assertThat(nas.timeline())
        .extracting(Event::actor, Event::cause, Event::task)
        .containsExactly(
            tuple(Event.Actor.CLIENT, "set_session_setting", 1L),
            tuple(Event.Actor.DEVICE, "reset-filters", 1L));
    assertThat(ofTheDevice().getFirst().change("filtered_paths").orElseThrow().before())
        .hasToString("[\"/Internal\"]");
  }

  @Test
  void settingsAreWrittenAndTheConnectionIsResumed() {
    nas.behaviours().add("side-effect=set_connection_setting:resume");

    setConnection(4, "max_upload_speed", 5);

    assertThat(status(4)).isEqualTo("uptodate");
    assertThat(nas.timeline())
        .extracting(Event::kind, Event::atRest)
        .containsExactly(tuple(Event.Kind.CHANGED, true), tuple(Event.Kind.STARTED, true));
  }

  @Test
  void aConnectionIsPausedByAWrite() {
    nas.behaviours().add("side-effect=set_session_setting:pause");
    setDirection(1, "ONLY_UPLOAD");
    assertThat(status(1)).isEqualTo("pause");
  }

  @Test
  void aScheduleAndSpeedsAreReset() {
    String nights = "schedule_info=\"" + "10".repeat(84) + "\"";
    wire.data("set_schedule_setting", "connection_id=1", "is_enabled_schedule=true", nights);
    nas.behaviours()
        .add(
            "side-effect=set_connection_setting:reset-schedule",
            "side-effect=set_schedule_setting:reset-speeds");

    setConnection(1, "max_download_speed", 5);
    assertThat(settings(1).path("is_enabled_schedule").booleanValue()).isFalse();
    assertThat(settings(1).path("schedule_info").asString()).isEqualTo("1".repeat(168));
    wire.data("set_schedule_setting", "connection_id=1", "is_enabled_schedule=true", nights);
    assertThat(settings(1).path("is_enabled_schedule").booleanValue()).isTrue();
    assertThat(settings(1).path("max_upload_speed").intValue()).isZero();
  }

  @Test
  void filtersAreWrittenAndTheDirectionAndTheOtherSettingsAreReset() {
    nas.behaviours()
        .add(
            "side-effect=set_selective_sync_config:reset-direction",
            "side-effect=set_selective_sync_config:reset-task-settings");
    setFilters(3, Map.of("filtered_names", List.of("x")));
    assertThat(task(1, 3).path("sync_direction").asString()).isEqualTo("BIDIRECTION");
    assertThat(nas.state().taskOptions(3)).hasValue(new TaskOptions(false, false, false));
  }

  @ParameterizedTest
  @CsvSource({
    "set_session_setting:reset-filters:8, 8",
    "set_session_setting:reset-filters@1, 1",
    "set_session_setting:reset-filters@2, ''",
    "pause:reset-filters, '1,2,3'",
    "set_session_setting:reset-filters:99, ''"
  })
  void anEffectMayHappenElsewhere(String effect, String tasks) {
    nas.behaviours().add("side-effect=" + effect);
    for (int task : new int[] {1, 2, 3, 8}) {
      nas.person("set-filter " + task + " filtered_names x");
    }
    setDirection(1, "ONLY_UPLOAD");
    wire.data("pause", "connection_id=1");
    assertThat(ofTheDevice().stream().map(event -> Long.toString(event.task())).toList())
        .isEqualTo(tasks.isEmpty() ? List.of() : List.of(tasks.split(",", -1)));
  }

  @Test
  void anEffectMayHappenEverywhere() {
    nas.behaviours().add("side-effect=set_connection_setting:reset-direction:all");
    setConnection(1, "max_download_speed", 5);
    assertThat(nas.truth().tasks().values())
        .allSatisfy(
            task -> assertThat(task.setting("sync_direction").asString()).isEqualTo("BIDIRECTION"));
  }

  @Test
  void anIgnoredMethodHasNoSideEffect() {
    nas.behaviours()
        .add("ignore=set_session_setting", "side-effect=set_session_setting:reset-filters");
    setDirection(1, "ONLY_UPLOAD");
    assertThat(nas.timeline()).isEmpty();
  }
}
