package io.cloudsyncctl.simulator.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatorTestCase;
import io.cloudsyncctl.simulator.Wire;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** get_log: filters, pages of at most 200, and the total of what the filters let through. */
class LogPageTest extends SimulatorTestCase {
  private final Wire wire = wire(start(withLogs(450), SimulatorOptions.builder()));

  private static SimulatedState withLogs(int count) {
    SimulatedState state = SimulatedState.demo();
    state.edit(root -> {
      ObjectNode log = (ObjectNode) root.path("connections").path("1").path("get_log");
      ArrayNode items = log.putArray("items");
      for (int i = 0; i < count; i++) {
        items
            .addObject()
            .put("action", i % 3)
            .put("error_code", 0)
            .put("file_name", "Sheet %03d.dwg".formatted(i))
            .put("file_type", "file")
            .put("log_level", i % 2)
            .put("path", "/projects/Sheet %03d.dwg".formatted(i))
            .put("session_id", 1)
            .put("time", 10_000 - i);
      }
      log.put("total", count);
    });
    return state;
  }

  @BeforeEach
  void logIn() {
    wire.login();
  }

  private JsonNode log(String... parameters) {
    String[] all = new String[parameters.length + 1];
    all[0] = "connection_id=1";
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return wire.data("get_log", all);
  }

  @ParameterizedTest(name = "offset {0}, limit {1}: {2} entries from {3}")
  @CsvSource({
    "0, 200, 200, Sheet 000.dwg",
    "200, 200, 200, Sheet 200.dwg",
    "400, 200, 50, Sheet 400.dwg",
    "10, 3, 3, Sheet 010.dwg",
    "0, 1000, 200, Sheet 000.dwg",
  })
  void pagesAreCutByOffsetAndLimit(int offset, int limit, int size, String first) {
    JsonNode page = log("offset=" + offset, "limit=" + limit);

    assertThat(page.path("items").size()).isEqualTo(size);
    assertThat(page.path("items").get(0).path("file_name").asString()).isEqualTo(first);
    assertThat(page.path("total").intValue()).isEqualTo(450);
  }

  @Test
  void pastTheEndThereIsAnEmptyPage() {
    assertThat(log("offset=450")).hasToString("{\"items\":[],\"total\":450}");
  }

  @Test
  void onlyTheConnectionHasToBeNamed() {
    assertThat(log().path("items").size()).isEqualTo(200);
    assertThat(wire.code("get_log")).isEqualTo(114);
  }

  @ParameterizedTest(name = "{0} lets {1} through")
  @CsvSource({
    "keyword=\"sheet 00\", 10",
    "keyword=sheet 44, 10",
    "keyword=, 450",
    "keyword=\"nothing\", 0",
    "date_from=9991, 10",
    "date_to=9551, 1",
    "log_level=1, 225",
    "log_level=-1, 450",
    "action=2, 150",
  })
  void filtersCountIntoTheTotal(String filter, int total) {
    assertThat(log(filter).path("total").intValue()).isEqualTo(total);
  }

  @ParameterizedTest(name = "{0} answers 120")
  @CsvSource({"offset=-1", "limit=\"all\"", "log_level=3", "keyword=7", "action=-2"})
  void wrongFiltersAreRefused(String filter) {
    assertThat(wire.code("get_log", "connection_id=1", filter)).isEqualTo(120);
  }
}
