package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Logs that grow, lose their beginning, turn round or have a clock of their own. */
class LogBookTest extends DeviceTestCase {
  private static final int DELETE_REMOTE = 0;

  @BeforeEach
  void beginAnew() {
    nas.state().edit(root -> ((ObjectNode) root.path("connections").path("1")).remove("get_log"));
    for (String name : List.of("first", "second", "third")) {
      nas.appendLog(1, DELETE_REMOTE, "/projects/Templates/" + name);
      clock.forward(10);
    }
  }

  private List<String> names(String... parameters) {
    String[] all = new String[parameters.length + 1];
    all[0] = "connection_id=1";
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return wire.data("get_log", all)
        .path("items")
        .valueStream()
        .map(entry -> entry.path("file_name").asString())
        .toList();
  }

  @Test
  void anEntryIsOfNowAndOfTheTaskOfItsPath() {
    JsonNode newest = wire.data("get_log", "connection_id=1").path("items").get(0);
    assertThat(newest)
        .hasToString(
            "{\"action\":0,\"error_code\":0,\"file_name\":\"third\",\"file_type\":\"file\","
                + "\"log_level\":0,\"path\":\"/projects/Templates/third\",\"session_id\":3,"
                + "\"time\":"
                + HandClock.BEGINNING.plusSeconds(20).getEpochSecond()
                + "}");
    assertThat(names()).containsExactly("third", "second", "first");
  }

  @Test
  void theOldestMayComeFirstAlsoOverPages() {
    nas.behaviours().add("log-oldest-first");
    assertThat(names()).containsExactly("first", "second", "third");
    assertThat(names("limit=1", "offset=1")).containsExactly("second");
    assertThat(names("limit=1")).containsExactly("first");
  }

  @Test
  void onlyTheNewestMayBeKept() {
    nas.behaviours().add("log-keeps=2");
    assertThat(names()).containsExactly("third", "second");
    assertThat(wire.data("get_log", "connection_id=1").path("total").intValue()).isEqualTo(2);
    nas.appendLog(1, DELETE_REMOTE, "/projects/Templates/fourth");
    assertThat(names()).containsExactly("fourth", "third");
    nas.behaviours().add("log-oldest-first");
    assertThat(names()).containsExactly("third", "fourth");
  }

  @Test
  void theClockOfTheLogMayBeBehind() {
    nas.behaviours().add("log-clock=-3600@1");
    nas.appendLog(1, DELETE_REMOTE, "/projects/Templates/fourth");
    assertThat(names()).containsExactly("fourth", "third", "second", "first");
    long earlier = HandClock.BEGINNING.getEpochSecond() - 60;
    assertThat(names("date_from=" + earlier)).containsExactly("third", "second", "first");
    assertThat(wire.data("get_log", "connection_id=1").path("items").get(0).path("time").asLong())
        .isEqualTo(clock.instant().getEpochSecond() - 3600);
  }

  @Test
  void otherConnectionsHaveLogsOfTheirOwn() {
    nas.behaviours().add("log-keeps=1@5");
    assertThat(names()).hasSize(3);
    nas.person("log 5 2 /archive/2022/x");
    JsonNode log = wire.data("get_log", "connection_id=5");
    assertThat(log.path("items")).hasSize(1);
    assertThat(log.path("items").get(0).path("session_id").intValue()).isEqualTo(11);
  }
}
