package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists that are wrong for a while. */
class AnswerShaperTest extends DeviceTestCase {

  private String list(int connection) {
    return taskIds(connection)
        + " of "
        + wire.data("list_sess", "connection_id=" + connection).path("total");
  }

  @Test
  void aListOfTasksIsEmptyForAWhileForEachConnection() {
    nas.behaviours().add("forget-tasks=2");
    for (int connection : new int[] {1, 5}) {
      assertThat(list(connection)).isEqualTo("[] of 0");
      assertThat(taskIds(connection)).hasSizeGreaterThan(2);
    }
    assertThat(nas.truth().tasksOf(1)).hasSize(3);
  }

  @Test
  void aListOfTasksIsEmptyForOneConnection() {
    nas.behaviours().add("forget-tasks=1@5");
    assertThat(taskIds(1)).hasSize(3);
    assertThat(taskIds(5)).isEmpty();
    assertThat(taskIds(5)).hasSize(4);
  }

  @Test
  void aListOfTasksHoldsTheFirstHalfAndTellsHowManyThereAre() {
    nas.behaviours().add("partial-tasks=2");
    assertThat(list(5)).isEqualTo("[10, 11] of 4");
    assertThat(list(5)).isEqualTo("[10, 11, 12, 14] of 4");
  }

  @Test
  void aListOfTasksIsThatOfAnotherConnection() {
    nas.behaviours().add("foreign-tasks=1@5");
    JsonNode list = wire.data("list_sess", "connection_id=5");
    assertThat(list.path("sess").valueStream().map(task -> task.path("conn_id").intValue()))
        .containsOnly(1);
    assertThat(list.path("total").intValue()).isEqualTo(3);
    assertThat(taskIds(5)).hasSize(4);
  }

  @Test
  void theListThatFollowsACreationMayBeWrongToo() {
    nas.behaviours().add("forget-tasks=1@5");
    JsonNode results = create("/archive/2024", "/2024");
    assertThat(results.get(1).path("data").path("sess")).isEmpty();
    assertThat(nas.truth().tasksOf(5)).hasSize(5);
  }

  @Test
  void aListOfConnectionsIsEmptyOrHalfForAWhile() {
    nas.behaviours().add("forget-connections=1 partial-connections=1");
    JsonNode none = wire.data("list_conn");
    assertThat(none.path("conn")).isEmpty();
    assertThat(none.path("total").intValue()).isZero();
    JsonNode half = wire.data("list_conn");
    assertThat(half.path("conn")).hasSize(2);
    assertThat(half.path("total").intValue()).isEqualTo(4);
    assertThat(connectionIds()).containsExactly(1, 2, 4, 5);
  }

  @Test
  void oneConnectionIsMissingForAWhile() {
    nas.behaviours().add("forget-connections=1@2");
    JsonNode list = wire.data("list_conn");
    assertThat(list.path("conn").valueStream().map(entry -> entry.path("id").intValue()))
        .containsExactly(1, 4, 5);
    assertThat(list.path("total").intValue()).isEqualTo(3);
    assertThat(connectionIds()).containsExactly(1, 2, 4, 5);
  }

  @Test
  void whatIsForgottenCanBeReadByItsIdAllTheSame() {
    nas.behaviours().add("forget-tasks=1 forget-connections=1");
    assertThat(List.of(connectionIds(), taskIds(1))).containsOnly(List.of());
    assertThat(filters(1).isObject()).isTrue();
    assertThat(settings(1).isObject()).isTrue();
  }

  @Test
  void anOmissionThatBeginsAgainCountsAnew() {
    nas.behaviours().set("forget-tasks=1");
    assertThat(taskIds(1)).isEmpty();
    assertThat(taskIds(1)).hasSize(3);
    nas.behaviours().set("forget-tasks=1");
    assertThat(taskIds(1)).isEmpty();
  }
}
