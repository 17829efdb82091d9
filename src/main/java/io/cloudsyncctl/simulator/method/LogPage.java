package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a connection's log: filtered, then cut. Only the connection has to be named; a page
 * holds 200 entries at most, whatever limit is asked for.
 */
final class LogPage {
  private static final int LARGEST = 200;
  private static final long ALL = -1;

  private LogPage() {}

  static ObjectNode of(JsonNode log, Parameters parameters) {
    long offset = parameters.integer("offset", 0, Integer.MAX_VALUE, 0);
    long limit = parameters.integer("limit", 0, Integer.MAX_VALUE, LARGEST);
    String keyword = parameters.string("keyword", "").toLowerCase(Locale.ROOT);
    long from = parameters.integer("date_from", 0, Long.MAX_VALUE, 0);
    long to = parameters.integer("date_to", 0, Long.MAX_VALUE, 0);
    long level = parameters.integer("log_level", ALL, 2, ALL);
    long action = parameters.integer("action", ALL, Integer.MAX_VALUE, ALL);
    List<ObjectNode> matching =
        Json.objects(log.path("items")).stream()
            .filter(entry -> mentions(entry, keyword))
            .filter(entry -> from == 0 || entry.path("time").asLong(0) >= from)
            .filter(entry -> to == 0 || entry.path("time").asLong(0) <= to)
            .filter(entry -> level == ALL || entry.path("log_level").asLong(ALL) == level)
            .filter(entry -> action == ALL || entry.path("action").asLong(ALL) == action)
            .toList();
    ObjectNode page = Json.NODES.objectNode();
    ArrayNode items = page.putArray("items");
    matching.stream().skip(offset).limit(Math.min(limit, LARGEST)).forEach(items::add);
    page.set("total", Json.number(matching.size()));
    return page;
  }

  private static boolean mentions(ObjectNode entry, String keyword) {
    return entry.path("path").asString("").toLowerCase(Locale.ROOT).contains(keyword)
        || entry.path("file_name").asString("").toLowerCase(Locale.ROOT).contains(keyword);
  }
}
