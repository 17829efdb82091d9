package io.cloudsyncctl.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** What differs between two moments. */
class DifferenceTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static Truth.Connection connection(long id, boolean rests, int speed) {
    return new Truth.Connection(
        id,
        "c" + id,
        rests ? "pause" : "uptodate",
        rests,
        Map.of("max_upload_speed", NODES.numberNode(speed)),
        NODES.objectNode());
  }

  private static Truth.Task task(long id, long connection, String... names) {
    ArrayNode list = NODES.arrayNode();
    List.of(names).forEach(list::add);
    return new Truth.Task(
        id, connection, "/l", "/r", "", Map.of("filtered_names", list), NODES.objectNode());
  }

  private static Truth truth(List<Truth.Connection> connections, List<Truth.Task> tasks) {
    Map<Long, Truth.Connection> byId = new LinkedHashMap<>();
    connections.forEach(one -> byId.put(one.id(), one));
    Map<Long, Truth.Task> tasksById = new LinkedHashMap<>();
    tasks.forEach(one -> tasksById.put(one.id(), one));
    return new Truth(Map.of(), byId, tasksById);
  }

  @Test
  void nothingDiffersFromItselfAndOrderDoesNotCount() {
    Truth one = truth(List.of(connection(1, false, 5)), List.of(task(7, 1, "a", "b")));
    Truth other = truth(List.of(connection(1, false, 5)), List.of(task(7, 1, "b", "a")));
    assertThat(Difference.between(one, one)).isEmpty();
    assertThat(Difference.between(one, other)).isEmpty();
  }

  @Test
  void anEntryThatStandsTwiceOrInOtherBytesDoesCount() {
    Truth one = truth(List.of(connection(1, false, 5)), List.of(task(7, 1, "a", "b")));
    for (Truth.Task other : List.of(task(7, 1, "a", "b", "b"), task(7, 1, "A", "b"))) {
      assertThat(Difference.between(one, truth(List.of(connection(1, false, 5)), List.of(other))))
          .extracting(Difference::kind)
          .containsExactly(Event.Kind.CHANGED);
    }
  }

  @Test
  void numbersCompareByTheirValueAndNotByTheirType() {
    Truth one = new Truth(Map.of("log_count", NODES.numberNode(5)), Map.of(), Map.of());
    Truth other = new Truth(Map.of("log_count", NODES.numberNode(5L)), Map.of(), Map.of());
    assertThat(Difference.between(one, other)).isEmpty();
  }

  @Test
  void aSettingThatComesOrGoesIsAChange() {
    Truth none = new Truth(Map.of(), Map.of(), Map.of());
    Truth some = new Truth(Map.of("log_count", NODES.numberNode(5)), Map.of(), Map.of());
    JsonNode missing = MissingNode.getInstance();
    assertThat(Difference.between(none, some).getFirst().changes())
        .containsExactly(new FieldChange("log_count", missing, NODES.numberNode(5)));
    assertThat(Difference.between(some, none).getFirst().changes())
        .containsExactly(new FieldChange("log_count", NODES.numberNode(5), missing));
  }

  @Test
  void changesComeBeforeRestAndTellHowItWasBefore() {
    Truth before =
        truth(
            List.of(connection(1, true, 5), connection(2, false, 5)),
            List.of(task(7, 1, "a"), task(8, 2, "a")));
    Truth after =
        truth(
            List.of(connection(1, false, 6), connection(3, false, 5)),
            List.of(task(7, 1, "b"), task(9, 3, "a")));
    assertThat(Difference.between(before, after))
        .extracting(
            one -> "%s %d %d %s".formatted(one.kind(), one.connection(), one.task(), one.atRest()))
        .containsExactly(
            "CHANGED 1 -1 true",
            "CONNECTION_REMOVED 2 -1 false",
            "CONNECTION_ADDED 3 -1 false",
            "CHANGED 1 7 true",
            "TASK_REMOVED 2 8 false",
            "TASK_ADDED 3 9 false",
            "STARTED 1 -1 true");
  }

  @Test
  void aTaskThatIsAnotherConnectionsNowIsAnotherTask() {
    Truth before = truth(List.of(connection(1, true, 5)), List.of(task(7, 1, "a")));
    Truth after =
        truth(List.of(connection(1, true, 5), connection(2, true, 5)), List.of(task(7, 2, "a")));
    assertThat(Difference.between(before, after))
        .extracting(Difference::kind, Difference::connection)
        .contains(tuple(Event.Kind.TASK_REMOVED, 1L), tuple(Event.Kind.TASK_ADDED, 2L));
  }
}
