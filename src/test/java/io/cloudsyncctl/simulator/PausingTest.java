package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.truth.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device that takes its time to pause and to resume, or does not. */
class PausingTest extends DeviceTestCase {
  private String taskStatuses(int connection) {
    return String.join(
        ",",
        wire.data("list_sess", "connection_id=" + connection)
            .path("sess")
            .valueStream()
            .map(task -> task.path("sync_status").asString())
            .distinct()
            .toList());
  }

  @Test
  void aPauseThatTakesFourSecondsSyncsMeanwhile() {
    nas.behaviours().add("pause-lag=4s");

    assertThat(wire.call("pause", "connection_id=1")).hasToString("{\"success\":true}");

    assertThat(status(1)).isEqualTo("syncing");
    assertThat(taskStatuses(1)).isEqualTo("syncing");
    assertThat(nas.truth().atRest(1)).isFalse();
    clock.forward(3);
    assertThat(status(1)).isEqualTo("syncing");
    clock.forward(1);
    assertThat(status(1)).isEqualTo("pause");
    assertThat(taskStatuses(1)).isEqualTo("pause");
    assertThat(nas.truth().atRest(1)).isTrue();
  }

  @Test
  void aLatePauseComesInItsTimeThoughNobodyAsks() {
    nas.behaviours().add("pause-lag=4s");
    wire.data("pause", "connection_id=1");

    clock.forward(60);

    Event rested = nas.timeline().getFirst();
    assertThat(rested.kind()).isEqualTo(Event.Kind.RESTED);
    assertThat(rested.actor()).isEqualTo(Event.Actor.DEVICE);
    assertThat(rested.time()).isEqualTo(HandClock.BEGINNING.plusSeconds(4));
    assertThat(rested.cause()).isEqualTo("pause of request 2");
    assertThat(nas.state().toJson().path("list_conn").path("conn").get(0).path("status").asString())
        .isEqualTo("pause");
  }

  @Test
  void aLateResumeIsPausedMeanwhile() {
    nas.behaviours().add("resume-lag=4s@4");

    wire.data("resume", "connection_id=4");

    assertThat(status(4)).isEqualTo("pause");
    assertThat(taskStatuses(4)).isEqualTo("pause");
    assertThat(nas.truth().atRest(4)).isTrue();
    clock.forward(4);
    assertThat(status(4)).isEqualTo("uptodate");
    assertThat(kinds()).containsExactly(Event.Kind.STARTED);
  }

  @Test
  void aLagCountedInLooksEndsAfterSoManyLists() {
    nas.behaviours().add("pause-lag=3looks resume-lag=1look");
    wire.data("pause", "connection_id=1");

    assertThat(List.of(status(1), status(1))).containsOnly("syncing");
    assertThat(nas.truth().atRest(1)).isFalse();
    assertThat(status(1)).isEqualTo("syncing");
    assertThat(nas.truth().atRest(1)).isTrue();
    assertThat(status(1)).isEqualTo("pause");
    wire.data("resume", "connection_id=1");
    assertThat(status(1)).isEqualTo("pause");
    assertThat(status(1)).isEqualTo("uptodate");
  }

  @ParameterizedTest
  @CsvSource({"1,syncing", "5,uptodate"})
  void aLagMayBeThatOfOneConnection(int paused, String first) {
    nas.behaviours().add("pause-lag=4s@1");

    wire.data("pause", "connection_id=" + paused);

    assertThat(status(5)).isEqualTo(paused == 5 ? "pause" : "uptodate");
    assertThat(status(1)).isEqualTo(paused == 5 ? "uptodate" : first);
  }

  @Test
  void everyConnectionOfAPauseOfAllLags() {
    nas.behaviours().add("pause-lag=4s");

    wire.data("pause");

    assertThat(wire.data("list_conn").path("is_pause").booleanValue()).isFalse();
    assertThat(wire.data("list_conn").path("tray_status").asString()).isEqualTo("syncing");
    clock.forward(4);
    assertThat(wire.data("list_conn").path("is_pause").booleanValue()).isTrue();
    assertThat(kinds()).containsOnly(Event.Kind.RESTED).hasSize(3);
  }

  @Test
  void aResumeDoesNotTakeBackAPauseThatIsUnderWay() {
    nas.behaviours().add("pause-lag=4s");
    wire.data("pause", "connection_id=1");
    wire.data("resume", "connection_id=1");
    clock.forward(4);

    assertThat(status(1)).isEqualTo("pause");
  }

  @Test
  void aResumeTakesBackAPauseThatIsUnderWayWhereTheNewestWins() {
    nas.behaviours().add("pause-lag=4s", "newest-wins");
    wire.data("pause", "connection_id=1");
    wire.data("resume", "connection_id=1");
    clock.forward(4);

    assertThat(status(1)).isEqualTo("syncing");
    assertThat(nas.timeline()).isEmpty();
  }

  @Test
  void askingTwiceDoesNotMakeItLater() {
    nas.behaviours().add("pause-lag=4s");
    wire.data("pause", "connection_id=1");
    clock.forward(3);
    wire.data("pause", "connection_id=1");
    clock.forward(1);

    assertThat(status(1)).isEqualTo("pause");
  }

  @Test
  void tasksMaySyncOnThoughTheConnectionSaysThatItIsPaused() {
    nas.behaviours().add("tasks-lag=4s");

    wire.data("pause", "connection_id=1");

    assertThat(status(1)).isEqualTo("pause");
    assertThat(taskStatuses(1)).isEqualTo("syncing");
    assertThat(nas.truth().atRest(1)).isFalse();
    clock.forward(4);
    assertThat(taskStatuses(1)).isEqualTo("pause");
    assertThat(nas.truth().atRest(1)).isTrue();
    assertThat(kinds()).containsExactly(Event.Kind.RESTED);
  }

  @Test
  void tasksAtWorkAreForgottenOnceTheConnectionIsResumed() {
    nas.behaviours().add("tasks-lag=2looks");
    wire.data("pause", "connection_id=1");
    wire.data("resume", "connection_id=1");

    assertThat(List.of(taskStatuses(1), taskStatuses(1), taskStatuses(1))).containsOnly("uptodate");
    assertThat(nas.timeline()).isEmpty();
  }

  @Test
  void tasksOfAPausedConnectionMaySayThatTheySyncForEver() {
    nas.behaviours().add("busy-tasks", "busy-tasks=scanning@5");

    wire.data("pause");
    clock.forward(1_000_000);

    assertThat(taskStatuses(1)).isEqualTo("syncing");
    assertThat(status(1)).isEqualTo("pause");
    assertThat(nas.truth().atRest(1)).isTrue();
    wire.data("resume", "connection_id=1");
    assertThat(taskStatuses(1)).isEqualTo("uptodate");
  }

  @ParameterizedTest
  @CsvSource({"error", "suspended"})
  void aStatusMayOutlastAPause(String status) {
    nas.behaviours().add("outlasts-pause=" + status);
    nas.person("status 1 " + status);

    wire.data("pause", "connection_id=1");

    assertThat(status(1)).isEqualTo(status);
    assertThat(nas.truth().atRest(1)).isFalse();
    nas.behaviours().clear();
    wire.data("pause", "connection_id=1");
    assertThat(status(1)).isEqualTo("pause");
  }

  @Test
  void aConnectionInErrorStaysSoUntilItsLatePauseComes() {
    nas.behaviours().add("pause-lag=4s");
    nas.person("status 1 error");

    wire.data("pause", "connection_id=1");

    assertThat(status(1)).isEqualTo("error");
    clock.forward(4);
    assertThat(status(1)).isEqualTo("pause");
  }

  @Test
  void isPauseMaySayWhatIsNotSo() {
    nas.behaviours().add("is-pause=true");
    assertThat(wire.data("list_conn").path("is_pause").booleanValue()).isTrue();

    nas.behaviours().set("is-pause=false");
    wire.data("pause");
    assertThat(wire.data("list_conn").path("is_pause").booleanValue()).isFalse();
  }

  @Test
  void whatIsRemovedMeanwhileIsNotPausedAnyMore() {
    nas.behaviours().add("pause-lag=4s");
    wire.data("pause", "connection_id=1");
    wire.data("unlink_connection", "connection_id=1");

    clock.forward(4);

    assertThat(wire.data("list_conn").path("total").intValue()).isEqualTo(3);
    assertThat(kinds()).doesNotContain(Event.Kind.RESTED);
  }

  @Test
  void whatIsUnderWayStaysSoWhenTheBehaviourEnds() {
    nas.behaviours().add("pause-lag=4s");
    wire.data("pause", "connection_id=1");
    nas.behaviours().clear();

    assertThat(status(1)).isEqualTo("syncing");
    clock.forward(4);
    assertThat(status(1)).isEqualTo("pause");
  }
}
