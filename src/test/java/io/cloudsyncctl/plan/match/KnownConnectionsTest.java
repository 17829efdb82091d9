package io.cloudsyncctl.plan.match;

import static io.cloudsyncctl.plan.Archive.asked;
import static io.cloudsyncctl.plan.Archive.declared;
import static io.cloudsyncctl.plan.Archive.known;
import static io.cloudsyncctl.plan.Archive.live;
import static io.cloudsyncctl.plan.Archive.nas;
import static io.cloudsyncctl.plan.Archive.paths;
import static io.cloudsyncctl.plan.Archive.state;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Observation;
import org.junit.jupiter.api.Test;

class KnownConnectionsTest {
  private static final LiveTask KEPT = task(7, "/archive/projects", "/projects");
  private static final DesiredConnection PROJECTS =
      declared(declared(Presence.PRESENT, "/archive/Projects", "/Projects"));

  private static ImmutableList<KnownConnection.KnownTask> after(
      DesiredConnection desired, KnownConnection before, LiveTask... tasks) {
    return KnownConnections.of(state(desired), nas(live(5, tasks)), ImmutableList.of(before))
        .getFirst()
        .tasks();
  }

  @Test
  void what_was_found_by_the_record_stays_known() {
    var projects = known("/archive/Projects", "/Projects", KEPT);

    assertThat(after(PROJECTS, known(5, projects), KEPT)).containsExactly(projects);
  }

  @Test
  void what_is_not_listed_now_stays_known_whether_it_shall_be_there_or_not() {
    var projects = known("/archive/Projects", "/Projects", KEPT);
    DesiredConnection absent =
        declared(declared(Presence.ABSENT, "/archive/Projects", "/Projects"));

    assertThat(after(PROJECTS, known(5, projects))).containsExactly(projects);
    assertThat(after(absent, known(5, projects))).containsExactly(projects);
  }

  @Test
  void what_is_no_longer_declared_is_no_longer_known() {
    var projects = known("/archive/Projects", "/Projects", KEPT);

    assertThat(after(declared(), known(5, projects), KEPT)).isEmpty();
  }

  @Test
  void nothing_is_in_the_balance_at_a_good_end() {
    KnownConnection asked = known(5).with(asked("/archive/Projects", "/Projects"));

    assertThat(KnownConnections.of(state(PROJECTS), nas(live(5, KEPT)), ImmutableList.of(asked)))
        .allSatisfy(one -> assertThat(one.asked()).isEmpty())
        .allSatisfy(one ->
            assertThat(one.tasks()).containsExactly(known("/archive/Projects", "/Projects", KEPT)));
  }

  @Test
  void paths_that_the_nas_keeps_in_another_form_are_told_where_nothing_is_compared() {
    var known = known(5, known("/archive/Projects", "/Projects", KEPT));

    assertThat(KnownConnections.notKept("office", nas(live(5, KEPT)), ImmutableList.of(known)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.address().text()).isEqualTo("office/Archive/archive/Projects:/Projects");
          assertThat(((Observation.PathNotKept) one).kept())
              .isEqualTo(paths("/archive/projects", "/projects"));
        });
  }

  @Test
  void the_record_learns_at_once_what_a_task_was_made_into() {
    SettingsRecord asking =
        SettingsRecord.empty("office")
            .asking("Archive", live(5).identity(), asked("/archive/Projects", "/Projects", 6L));
    SettingsRecord created =
        asking.knowing(
            "Archive", live(5).identity(), known("/archive/Projects", "/Projects", KEPT));

    assertThat(asking.known())
        .containsExactly(known(5).with(asked("/archive/Projects", "/Projects", 6L)));
    assertThat(created.known())
        .containsExactly(known(5, known("/archive/Projects", "/Projects", KEPT)));
    assertThat(created.notKnowing(live(5).identity(), KEPT.identity()).known())
        .containsExactly(known(5));
    assertThat(asking.notKnowing(live(5).identity(), KEPT.identity()).known())
        .as("a task that has come since, of nearly these paths, was that creation")
        .containsExactly(known(5));
    assertThat(
            asking.notAsking(live(5).identity(), paths("/archive/Projects", "/Projects")).known())
        .containsExactly(known(5));
  }
}
