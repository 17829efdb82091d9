package io.cloudsyncctl.simulator.device;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small things about JSON. */
public final class Nodes {
  public static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

  private Nodes() {}

  /** A number as the parser would make it, so that a written state equals the one read back. */
  public static JsonNode number(long value) {
    if (value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE) {
      return FACTORY.numberNode((int) value);
    }
    return FACTORY.numberNode(value);
  }

  /** The elements of an array that are objects; anything else in it is passed over. */
  public static List<ObjectNode> objects(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .toList();
  }

  /** The array of that name, made where there is none. */
  static ArrayNode array(ObjectNode holder, String name) {
    return holder.path(name) instanceof ArrayNode array ? array : holder.putArray(name);
  }

  /** Replaces what an array holds. */
  static void replace(ArrayNode array, List<? extends JsonNode> elements) {
    List<JsonNode> copy = List.copyOf(elements);
    array.removeAll();
    copy.forEach(array::add);
  }
}
