package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code total} of the lists of a state that somebody has edited. */
final class Totals {
  private static final String TOTAL = "total";

  private Totals() {}

  /** Whoever adds to a list or takes from it need not count; a total that was edited stays. */
  static void count(JsonNode before, ObjectNode after) {
    count(before.path("list_conn"), after.path("list_conn"), "conn");
    after
        .path("connections")
        .properties()
        .forEach(connection ->
            count(
                before.path("connections").path(connection.getKey()).path("list_sess"),
                connection.getValue().path("list_sess"),
                "sess"));
  }

  private static void count(JsonNode before, JsonNode after, String entries) {
    boolean counted = before.path(TOTAL).equals(after.path(TOTAL));
    if (after instanceof ObjectNode list
        && list.has(TOTAL)
        && counted
        && before.path(entries).size() != list.path(entries).size()) {
      list.set(TOTAL, Json.number(list.path(entries).size()));
    }
  }
}
