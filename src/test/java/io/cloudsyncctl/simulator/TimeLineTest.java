package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What really is and was, whatever is shown. */
class TimeLineTest extends DeviceTestCase {

  @Test
  void aWriteIsAnEventWithItsAuthorAndItsValues() {
    setDirection(1, "ONLY_UPLOAD");

    assertThat(nas.timeline()).hasSize(1);
    Event event = nas.timeline().getFirst();
    assertThat(event.number()).isEqualTo(1);
    assertThat(event.time()).isEqualTo(HandClock.BEGINNING);
    assertThat(event.request()).isEqualTo(nas.requests().getLast().number());
    assertThat(event.actor()).isEqualTo(Event.Actor.CLIENT);
    assertThat(event.who()).isEqualTo("admin");
    assertThat(event.kind()).isEqualTo(Event.Kind.CHANGED);
    assertThat(event.connection()).isEqualTo(1);
    assertThat(event.task()).isEqualTo(1);
    assertThat(event.atRest()).isFalse();
    assertThat(event.changes())
        .extracting(FieldChange::toString)
        .containsExactly(
            "sync_direction \"BIDIRECTION\" -> \"ONLY_UPLOAD\"", "no_delete false -> true");
    assertThat(event)
        .hasToString(
            "#1 request 2 CLIENT (admin) set_session_setting: CHANGED connection 1 task 1"
                + " not at rest: sync_direction \"BIDIRECTION\" -> \"ONLY_UPLOAD\","
                + " no_delete false -> true");
  }

  @Test
  void whatIsWrittenAsItIsIsNoEvent() {
    setConnection(1, "max_upload_speed", 2048);
    setFilters(1, Map.of("filtered_names", List.of("plot.log", "Thumbs.db")));
    wire.data("resume", "connection_id=1");
    wire.data("list_conn");
    assertThat(nas.timeline()).isEmpty();
  }

  @Test
  void aWriteWhileTheConnectionIsPausedIsAtRestAndOneDuringALatePauseIsNot() {
    nas.behaviours().add("pause-lag=4s");
    wire.data("pause", "connection_id=1");
    setDirection(1, "ONLY_UPLOAD");
    clock.forward(4);
    setDirection(2, "ONLY_UPLOAD");
    assertThat(nas.timeline())
        .extracting(Event::kind, Event::task, Event::atRest)
        .containsExactly(
            tuple(Event.Kind.CHANGED, 1L, false),
            tuple(Event.Kind.RESTED, Event.NONE, false),
            tuple(Event.Kind.CHANGED, 2L, true));
  }

  @Test
  void aWriteWhileTasksWorkOnIsNotAtRest() {
    nas.behaviours().add("tasks-lag=4s");
    wire.data("pause", "connection_id=1");
    setDirection(1, "ONLY_UPLOAD");
    assertThat(nas.timeline())
        .extracting(Event::kind, Event::atRest)
        .containsExactly(tuple(Event.Kind.CHANGED, false));
  }

  @Test
  void whatLagsIsShownLateAndTrueAtOnce() {
    nas.behaviours().add("lag=4s");
    setConnection(1, "max_upload_speed", 7);
    assertThat(nas.truth().connection(1).setting("max_upload_speed").intValue()).isEqualTo(7);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(2048);
    assertThat(nas.timeline()).hasSize(1);
  }

  @Test
  void settingsOfThePackageConcernEveryConnection() {
    wire.data(
        "set_global_config",
        "repo_vol_path=/volume2",
        "log_count=20000",
        "worker_count=3",
        "admin_mode=enable");
    assertThat(nas.timeline())
        .extracting(Event::connection, Event::atRest)
        .containsExactly(tuple(Event.NONE, false));
    assertThat(nas.timeline().getFirst().change("repo_vol_path").orElseThrow().after().asString())
        .isEqualTo("/volume2");
    wire.data("pause");
    wire.data("set_personal_config", "sync_mode=true");
    assertThat(nas.timeline().getLast().atRest()).isTrue();
    assertThat(nas.timeline().getLast().change("sync_mode")).isPresent();
  }

  @Test
  void whatIsCreatedAndRemovedIsTold() {
    create("/archive/2024", "/2024");
    wire.data("unlink_session", "connection_id=5", "session_id=15");
    assertThat(nas.timeline())
        .extracting(Event::kind, Event::cause, Event::connection, Event::task)
        .containsExactly(
            tuple(Event.Kind.TASK_ADDED, "create_session", 5L, 15L),
            tuple(Event.Kind.TASK_REMOVED, "unlink_session", 5L, 15L));
  }

  @Test
  void whoEditsTheStateIsAPerson() {
    nas.state()
        .edit(root -> {
          ObjectNode first = (ObjectNode) root.path("list_conn").path("conn").get(0);
          first.put("status", "pause").put("user_id", "another");
        });
    assertThat(nas.timeline())
        .extracting(Event::actor, Event::kind, Event::connection)
        .containsExactly(
            tuple(Event.Actor.PERSON, Event.Kind.CHANGED, 1L),
            tuple(Event.Actor.PERSON, Event.Kind.RESTED, 1L));
    assertThat(nas.timeline().getFirst().change("user_id")).isPresent();
  }

  @Test
  void theTruthIsACopyOfOneMoment() {
    Truth before = nas.truth();
    setFilters(1, Map.of("filtered_names", List.of("x")));
    setDirection(1, "ONLY_UPLOAD");
    wire.data("pause", "connection_id=1");
    assertThat(texts(before.task(1).setting("filtered_names")))
        .containsExactly("Thumbs.db", "plot.log");
    assertThat(before.atRest(1)).isFalse();
    assertThat(before.task(1).setting("sync_direction").asString()).isEqualTo("BIDIRECTION");
    assertThat(before.connection(1).name()).isEqualTo("Dropbox");
    assertThat(before.connection(1).setting("user_name").asString())
        .isEqualTo("office@lindqvist-baum.example");
    assertThat(before.tasksOf(1)).extracting(Truth.Task::id).containsExactly(1L, 2L, 3L);
    assertThat(before.atRest(99)).isFalse();
    assertThatThrownBy(() -> before.connection(99)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> before.task(99)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anUnlinkedConnectionIsAtRest() {
    nas.person("status 1 unlink");
    assertThat(nas.truth().atRest(1)).isTrue();
    assertThat(kinds()).containsExactly(Event.Kind.RESTED);
  }

  @Test
  void clearingForgetsTheEventsAndGoesOnCounting() {
    setDirection(1, "ONLY_UPLOAD");
    nas.clearTimeline();
    setDirection(2, "ONLY_UPLOAD");
    assertThat(nas.timeline()).extracting(Event::number).containsExactly(2);
  }

  @Test
  void manyWritersAtOnceLeaveOneEventEach() {
    nas.behaviours().add("lag=1look reorder round=max_upload_speed:2");
    List<CompletableFuture<?>> answers =
        IntStream.rangeClosed(1, 60)
            .<CompletableFuture<?>>mapToObj(i ->
                wire.sendAsync(
                    "entry.cgi",
                    Wire.form(
                        "api=SYNO.CloudSync",
                        "version=1",
                        "method=" + (i % 2 == 0 ? "pause" : "resume"),
                        "connection_id=" + (i % 3 == 0 ? 1 : 5))))
            .toList();
    while (!answers.stream().allMatch(CompletableFuture::isDone)) {
      assertThat(nas.timeline()).extracting(Event::number).isSorted();
      nas.truth();
    }
    answers.forEach(CompletableFuture::join);
    for (long connection : new long[] {1, 5}) {
      List<Event.Kind> own =
          nas.timeline().stream()
              .filter(event -> event.connection() == connection)
              .map(Event::kind)
              .toList();
      for (int i = 0; i < own.size(); i++) {
        assertThat(own.get(i)).isEqualTo(i % 2 == 0 ? Event.Kind.RESTED : Event.Kind.STARTED);
      }
      assertThat(nas.truth().atRest(connection)).isEqualTo(own.size() % 2 == 1);
    }
  }
}
