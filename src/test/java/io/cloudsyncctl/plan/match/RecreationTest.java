package io.cloudsyncctl.plan.match;

import static io.cloudsyncctl.plan.Archive.ASKED;
import static io.cloudsyncctl.plan.Archive.asked;
import static io.cloudsyncctl.plan.Archive.declared;
import static io.cloudsyncctl.plan.Archive.known;
import static io.cloudsyncctl.plan.Archive.live;
import static io.cloudsyncctl.plan.Archive.nas;
import static io.cloudsyncctl.plan.Archive.state;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecreationTest {
  private static final LiveTask OTHER = task(6, "/archive/Other", "/Other");
  private static final LiveTask PROJECTS = task(7, "/archive/Projects", "/Projects");
  private static final KnownConnection KNOWN =
      known(5, known("/archive/Projects", "/Projects", PROJECTS));
  private static final String FLAG = "--recreate office/Archive/archive/Projects:/Projects";

  private static SettingsRecord record(KnownConnection... known) {
    return SettingsRecord.empty("office").knowing(ImmutableList.copyOf(known));
  }

  private static Plan plan(LiveConnection live, SettingsRecord record, String... recreate) {
    return Differ.diff(
        state(declared(declared(Presence.PRESENT, "/archive/Projects", "/Projects"))),
        nas(live),
        record,
        false,
        new Recreation(
            ImmutableList.copyOf(recreate).stream()
                .map(AddressPattern::of)
                .collect(ImmutableList.toImmutableList())));
  }

  private static String blocked(Plan plan) {
    return String.valueOf(plan.changes().getFirst().blockedBy());
  }

  @Test
  void what_was_never_there_is_created() {
    assertThat(plan(live(5, OTHER), record()).blocked()).isEmpty();
    assertThat(plan(live(5, OTHER), record(known(5))).blocked()).isEmpty();
  }

  @Test
  void what_was_there_is_created_only_where_it_is_named() {
    assertThat(blocked(plan(live(5, OTHER), record(KNOWN)))).contains("session 7", FLAG);
    assertThat(blocked(plan(live(5, OTHER), record(KNOWN), "office/Archive/archive/Photos*")))
        .contains(FLAG);
    assertThat(plan(live(5, OTHER), record(KNOWN), "office/*").blocked()).isEmpty();
  }

  @Test
  void the_tasks_of_a_connection_that_was_linked_anew_were_there() {
    assertThat(blocked(plan(live(9, OTHER), record(KNOWN)))).contains("session 7", FLAG);
    assertThat(plan(live(9, OTHER), record(KNOWN), "office/*").blocked()).isEmpty();
  }

  @Test
  void a_near_task_blocks_whatever_is_named() {
    LiveTask near = task(8, "/volume1/archive/projects ", "/PROJECTS/");

    assertThat(blocked(plan(live(5, near), record(), "*"))).contains("session 8");
    assertThat(blocked(plan(live(5, near), record(KNOWN), "*"))).contains("session 8");
  }

  @Test
  void a_task_with_one_near_folder_is_told() {
    LiveTask near = task(8, "/archive/projects", "/Elsewhere");
    Plan plan = plan(live(5, near), record());

    assertThat(plan.blocked()).isEmpty();
    assertThat(Observation.remarks(plan.observations()))
        .anySatisfy(one -> assertThat(one.text()).contains("correct the paths in the YAML"));
  }

  @Test
  void what_the_nas_was_told_to_create_is_created_unless_something_has_come_since() {
    SettingsRecord asked =
        record(known(5).with(asked("/archive/Projects", "/Projects", OTHER.sessionId())));

    assertThat(plan(live(5, OTHER), asked).blocked()).isEmpty();
    assertThat(blocked(plan(live(5, OTHER, task(8, "/@data/1", "/s3/1")), asked)))
        .contains("session 8", FLAG);
    assertThat(plan(live(5, OTHER, task(8, "/@data/1", "/s3/1")), asked, "office/*").blocked())
        .isEmpty();
  }

  private static Duration waiting(LiveConnection live, SettingsRecord record, long seconds) {
    return Recreation.waiting(
        plan(live, record, "office/*"), nas(live), record, ASKED.plusSeconds(seconds));
  }

  @Test
  void two_readings_that_decide_are_some_seconds_apart() {
    assertThat(waiting(live(5, OTHER), record(), 0)).isZero();
    assertThat(waiting(live(5, OTHER), record(KNOWN), 0)).isEqualTo(Recreation.BETWEEN_READINGS);
    assertThat(waiting(live(5), record(), 0))
        .as("a connection that lists no task at all")
        .isEqualTo(Recreation.BETWEEN_READINGS);
  }

  @Test
  void a_nas_that_was_told_to_create_it_has_a_minute_to_list_it() {
    SettingsRecord asked = record(known(5).with(asked("/archive/Projects", "/Projects", 6L)));

    assertThat(waiting(live(5, OTHER), asked, 10)).isEqualTo(Duration.ofSeconds(50));
    assertThat(waiting(live(5, OTHER), asked, 600)).isEqualTo(Recreation.BETWEEN_READINGS);
    assertThat(waiting(live(5, OTHER), asked, -600))
        .as("a clock that was set back")
        .isEqualTo(Recreation.SINCE_CREATION);
  }
}
