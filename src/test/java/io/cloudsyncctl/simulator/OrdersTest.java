package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists come in another order each time. */
class OrdersTest extends DeviceTestCase {

  @Test
  void everyAnswerHasAnotherOrderAndTheSameEntries() {
    setFilters(1, Map.of("filtered_names", List.of("a", "b", "c", "d", "e")));
    List<String> stored = List.of("a", "b", "c", "d", "e");
    nas.behaviours().add("reorder");
    List<List<String>> filters = new ArrayList<>(List.of(stored));
    List<List<Integer>> tasks = new ArrayList<>(List.of(List.of(10, 11, 12, 14)));
    List<List<Integer>> connections = new ArrayList<>(List.of(List.of(1, 2, 4, 5)));
    for (int i = 0; i < 20; i++) {
      filters.add(texts(filters(1).path("filtered_names")));
      tasks.add(taskIds(5));
      connections.add(connectionIds());
    }
    assertAlwaysAnother(filters);
    assertAlwaysAnother(tasks);
    assertAlwaysAnother(connections);
    assertThat(texts(nas.truth().task(1).setting("filtered_names"))).isEqualTo(stored);
  }

  private static <T> void assertAlwaysAnother(List<List<T>> orders) {
    assertThat(orders)
        .allSatisfy(
            order -> assertThat(order).containsExactlyInAnyOrderElementsOf(orders.getFirst()));
    IntStream.range(1, orders.size())
        .forEach(i -> assertThat(orders.get(i)).isNotEqualTo(orders.get(i - 1)));
  }

  @Test
  void theSameSeedGivesTheSameOrders() {
    List<List<List<Integer>>> runs =
        IntStream.of(7, 7, 8)
            .mapToObj(seed -> {
              SimulatedNas other = start(SimulatorOptions.builder().behave("reorder=" + seed));
              Wire client = wire(other).login();
              return IntStream.range(0, 8)
                  .mapToObj(_ ->
                      client
                          .data("list_conn")
                          .path("conn")
                          .valueStream()
                          .map(entry -> entry.path("id").intValue())
                          .toList())
                  .toList();
            })
            .toList();
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
    assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
  }

  @Test
  void onlyOneTaskMayBeConcerned() {
    nas.behaviours().add("reorder@2");
    String before = filters(1).toString();
    assertThat(filters(1)).hasToString(before);
    assertThat(taskIds(5)).containsExactly(10, 11, 12, 14);
  }

  @Test
  void logEntriesOfOneSecondChangePlacesAndOthersDoNot() {
    for (String name : List.of("a", "b", "c")) {
      nas.appendLog(1, 1, "/projects/Templates/" + name);
    }
    clock.forward(1);
    nas.appendLog(1, 1, "/projects/Templates/later");
    nas.behaviours().add("reorder");
    List<List<String>> orders = new ArrayList<>(List.of(List.of("c", "b", "a")));
    for (int i = 0; i < 10; i++) {
      List<String> names =
          wire.data("get_log", "connection_id=1", "limit=4")
              .path("items")
              .valueStream()
              .map((JsonNode entry) -> entry.path("file_name").asString())
              .toList();
      assertThat(names.getFirst()).isEqualTo("later");
      orders.add(names.subList(1, 4));
    }
    assertAlwaysAnother(orders);
  }
}
