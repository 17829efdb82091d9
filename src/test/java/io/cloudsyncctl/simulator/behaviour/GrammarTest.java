package io.cloudsyncctl.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of behaviours. */
class GrammarTest {
  private static final OptionalLong ANY = OptionalLong.empty();

  /** A text for each form, in the order of the forms. */
  static final List<String> EXAMPLES =
      List.of(
          "pause-lag=4s",
          "resume-lag=3looks@3",
          "tasks-lag=500ms",
          "newest-wins",
          "outlasts-pause=error",
          "wake=3:5",
          "resume-at-once",
          "busy-tasks=scanning",
          "is-pause=true",
          "ignore=resume,pause:1",
          "refuse-after=set_session_setting:105:1@7",
          "error-answers=get_connection_setting:117@2",
          "round=max_upload_speed:64",
          "clamp=log_count:1:500",
          "lower-case-paths",
          "trailing-slash",
          "nfd-paths",
          "lower-case-extensions",
          "dotted-extensions",
          "lower-case-names",
          "nfd-filters",
          "nfc-filters",
          "lag=set_session_setting:2m",
          "side-effect=set_session_setting:reset-filters",
          "reorder=7",
          "reuse-ids",
          "forget-tasks=1",
          "partial-tasks=2",
          "foreign-tasks=1",
          "forget-connections=1@3",
          "partial-connections=1",
          "log-oldest-first",
          "log-clock=-3600",
          "log-keeps=500");

  @Test
  void everyFormHasAnExampleThatCanBeRead() {
    assertThat(EXAMPLES.stream().map(text -> text.replaceAll("[=@].*", "")))
        .containsExactlyElementsOf(
            Behaviour.forms().stream().map(form -> form.replaceAll("[\\[=].*", "")).toList());
    assertThat(Behaviour.parseAll(String.join(" ", EXAMPLES))).hasSize(EXAMPLES.size());
  }

  record Read(String text, Behaviour behaviour) {}

  static List<Read> reads() {
    Lag fourSeconds = new Lag.Time(Duration.ofSeconds(4));
    OptionalLong three = OptionalLong.of(3);
    return List.of(
        new Read("pause-lag=4s", new Behaviour.PauseLag(fourSeconds, ANY)),
        new Read("pause-lag=4s@3", new Behaviour.PauseLag(fourSeconds, three)),
        new Read("resume-lag=1look", new Behaviour.ResumeLag(new Lag.Looks(1), ANY)),
        new Read("resume-lag=3looks", new Behaviour.ResumeLag(new Lag.Looks(3), ANY)),
        new Read("tasks-lag=2m", new Behaviour.TasksLag(new Lag.Time(Duration.ofMinutes(2)), ANY)),
        new Read("ignore=resume", new Behaviour.Ignore(Set.of("resume"), 0, ANY)),
        new Read("ignore=pause,resume:2", new Behaviour.Ignore(Set.of("pause", "resume"), 2, ANY)),
        new Read("refuse-after=pause:105", new Behaviour.RefuseAfter("pause", 105, 0, ANY)),
        new Read("wake=3:5", new Behaviour.Wake(5, three)),
        new Read("wake=5@3", new Behaviour.Wake(5, three)),
        new Read("resume-at-once", new Behaviour.Wake(1, ANY)),
        new Read("busy-tasks", new Behaviour.BusyTasks("syncing", ANY)),
        new Read(
            "lag=3s", new Behaviour.ShowLate(Set.of(), new Lag.Time(Duration.ofSeconds(3)), ANY)),
        new Read(
            "lag=pause:2looks", new Behaviour.ShowLate(Set.of("pause"), new Lag.Looks(2), ANY)),
        new Read(
            "side-effect=pause:resume:all",
            new Behaviour.SideEffect("pause", Effect.RESUME, ANY, true, ANY)),
        new Read(
            "side-effect=pause:resume:3",
            new Behaviour.SideEffect("pause", Effect.RESUME, three, false, ANY)),
        new Read("reorder", new Behaviour.Reorder(1, ANY)));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void aTextIsABehaviour(Read read) {
    assertThat(Behaviour.parse(read.text())).isEqualTo(read.behaviour());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "be-nice ~ is no behaviour",
        "Pause-lag=4s ~ is no behaviour",
        "pause-lag ~ it has too few parts; it is written pause-lag=TIME",
        "pause-lag=4 ~ \"4\" is no time, such as 4s, 500ms or 3looks; it is written pause-lag=TIME",
        "pause-lag=4s:1 ~ it has too many parts; it is written pause-lag=TIME",
        "pause-lag=4s@x ~ behind the @ stands the id of a connection or a task",
        "pause-lag=4s@ ~ behind the @ stands the id of a connection or a task",
        "reorder=x ~ \"x\" is no whole number; it is written reorder[=SEED]",
        "newest-wins=1 ~ it has too many parts; it is written newest-wins",
        "ignore=get_config ~ \"get_config\" is not one of create_session, pause, resume,"
            + " set_connection_setting, set_global_config, set_personal_config,"
            + " set_schedule_setting, set_selective_sync_config, set_session_setting,"
            + " unlink_connection, unlink_session; it is written ignore=METHOD[,METHOD...][:TIMES]",
        "ignore=pause:0 ~ 0 is not 1 or more; it is written ignore=METHOD[,METHOD...][:TIMES]",
        "refuse-after=pause:5 ~ 5 is not 100 to 9999;"
            + " it is written refuse-after=METHOD:CODE[:TIMES]",
        "clamp=log_count:9:3 ~ 3 is not 9 or more; it is written clamp=FIELD:MIN:MAX",
        "is-pause=maybe ~ \"maybe\" is neither true nor false; it is written is-pause=true|false",
        "side-effect=pause:explode ~ \"explode\" is not one of pause, resume, reset-schedule,"
            + " reset-speeds, reset-direction, reset-filters, reset-task-settings;"
            + " it is written side-effect=METHOD:EFFECT[:ID|all]",
        "round=speed:3 ~ \"speed\" is not one of filtered_max_upload_size, log_count,"
            + " max_download_speed, max_upload_speed, part_size, pull_event_period, worker_count;"
            + " it is written round=FIELD:N"
      })
  void whatIsNoneSaysWhyAndHowItIsWritten(String text, String why) {
    String expected = why.startsWith("is no behaviour") ? "\"%s\" %s" : "\"%s\": %s";
    assertThatThrownBy(() -> Behaviour.parse(text))
        .isInstanceOf(BehaviourException.class)
        .hasMessage(expected.formatted(text, why));
  }

  @Test
  void severalStandApartByBlanksOrSemicolons() {
    assertThat(Behaviour.parseAll(" reorder;reuse-ids \n newest-wins; ")).hasSize(3);
    assertThat(Behaviour.parseAll("")).isEmpty();
  }
}
