package io.cloudsyncctl.plan.match;

import static io.cloudsyncctl.plan.Archive.asked;
import static io.cloudsyncctl.plan.Archive.declared;
import static io.cloudsyncctl.plan.Archive.known;
import static io.cloudsyncctl.plan.Archive.live;
import static io.cloudsyncctl.plan.Archive.matched;
import static io.cloudsyncctl.plan.Archive.none;
import static io.cloudsyncctl.plan.Archive.paths;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.live.LiveTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskMatcherTest {
  private static final DesiredConnection PROJECTS =
      declared(declared(Presence.PRESENT, "/archive/Projects", "/Projects"));

  @Test
  void a_task_is_found_by_its_paths_whatever_the_record_says() {
    assertThat(matched(PROJECTS, live(5, task(7, "/archive/Projects/", "/Projects"))))
        .containsExactly(List.of(7L));
  }

  @Test
  void paths_in_another_form_are_others_without_the_record() {
    assertThat(matched(PROJECTS, live(5, task(7, "/archive/projects", "/projects"))))
        .containsExactly(none());
  }

  @Test
  void the_record_knows_a_task_under_any_paths() {
    LiveTask kept = task(7, "/@data/17", "/s3/17");

    assertThat(
            matched(
                PROJECTS,
                live(5, task(6, "/archive/Other", "/Other"), kept),
                known(5, known("/archive/Projects", "/Projects", kept))))
        .containsExactly(List.of(7L));
  }

  @Test
  void what_the_record_knows_is_that_only_while_all_of_it_fits() {
    LiveTask then = task(7, "/archive/projects", "/projects");
    var known = known(5, known("/archive/Projects", "/Projects", then));

    assertThat(matched(PROJECTS, live(5, task(8, "/archive/projects", "/projects")), known))
        .as("another id")
        .containsExactly(none());
    assertThat(matched(PROJECTS, live(5, task(7, "/archive/else", "/projects")), known))
        .as("an id that was given anew")
        .containsExactly(none());
    assertThat(matched(PROJECTS, live(6, then), known))
        .as("another connection of the same name")
        .containsExactly(none());
  }

  @Test
  void a_new_task_may_get_its_folder_in_the_cloud_only_later() {
    LiveTask now = task(7, "/archive/projects", "/projects");
    TaskIdentity other =
        new TaskIdentity(7, paths("/archive/projects", "/projects"), "id:of another folder");

    assertThat(
            matched(PROJECTS, live(5, now), known(5, known("/archive/Projects", "/Projects", now))))
        .containsExactly(List.of(7L));
    assertThat(
            matched(
                PROJECTS, live(5, now), known(5, known("/archive/Projects", "/Projects", other))))
        .containsExactly(none());
  }

  @Test
  void one_by_its_paths_and_one_by_the_record_are_one_too_many() {
    LiveTask kept = task(7, "/archive/projects", "/projects");

    assertThat(
            matched(
                PROJECTS,
                live(5, kept, task(9, "/archive/Projects", "/Projects")),
                known(5, known("/archive/Projects", "/Projects", kept))))
        .containsExactly(List.of(9L, 7L));
  }

  @Test
  void a_task_that_is_declared_by_its_paths_is_no_other_by_the_record() {
    LiveTask kept = task(7, "/archive/projects", "/projects");
    DesiredConnection both =
        declared(
            declared(Presence.PRESENT, "/archive/Projects", "/Projects"),
            declared(Presence.PRESENT, "/archive/projects", "/projects"));

    assertThat(
            matched(both, live(5, kept), known(5, known("/archive/Projects", "/Projects", kept))))
        .containsExactly(none(), List.of(7L));
  }

  @Test
  void what_is_declared_absent_is_not_what_is_declared_to_be_there() {
    LiveTask kept = task(7, "/archive/projects", "/projects");
    DesiredConnection moved =
        declared(
            declared(Presence.ABSENT, "/archive/projects", "/projects"),
            declared(Presence.PRESENT, "/archive/Projects", "/Projects"));

    assertThat(
            matched(moved, live(5, kept), known(5, known("/archive/Projects", "/Projects", kept))))
        .containsExactly(none(), List.of(7L));
  }

  @Test
  void what_is_declared_absent_is_found_by_the_record_as_well() {
    LiveTask kept = task(7, "/archive/projects", "/projects");

    assertThat(
            matched(
                declared(declared(Presence.ABSENT, "/archive/Projects", "/Projects")),
                live(5, kept),
                known(5, known("/archive/Projects", "/Projects", kept))))
        .containsExactly(List.of(7L));
  }

  @Test
  void what_has_come_since_the_nas_was_told_to_create_it_is_the_task() {
    LiveTask before = task(6, "/archive/PROJECTS", "/PROJECTS");
    LiveTask come = task(7, "/archive/projects", "/projects");
    var asked = known(5).with(asked("/archive/Projects", "/Projects", 6L));

    assertThat(matched(PROJECTS, live(5, before, come), asked)).containsExactly(List.of(7L));
    assertThat(matched(PROJECTS, live(5, before), asked)).containsExactly(none());
    assertThat(matched(PROJECTS, live(5, before, task(8, "/archive/Mine", "/Mine")), asked))
        .as("one of quite other paths")
        .containsExactly(none());
    assertThat(
            matched(
                PROJECTS, live(5, before, come, task(8, "/archive/projects ", "/projects")), asked))
        .as("two that may be it")
        .containsExactly(none());
  }
}
