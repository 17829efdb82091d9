package io.cloudsyncctl.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same state or declaration in another order, wherever order means nothing. */
final class Shuffling {
  /** The lists whose order means nothing; all others have one, such as the days of a schedule. */
  private static final Set<String> LISTS =
      Set.of(
          "conn",
          "sess",
          "filtered_paths",
          "filtered_names",
          "filtered_extensions",
          "user_defined_names",
          "user_defined_extensions",
          "connections",
          "tasks",
          "filtered_filenames");

  private Shuffling() {}

  static JsonNode ofState(JsonNode node, Dice dice) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : dice.shuffled(List.copyOf(object.properties()))) {
      JsonNode value = member.getValue();
      if (value instanceof ArrayNode array && LISTS.contains(member.getKey())) {
        ArrayNode elements = shuffled.putArray(member.getKey());
        dice.shuffled(List.copyOf(array.values()))
            .forEach(element -> elements.add(ofState(element, dice)));
      } else {
        shuffled.set(member.getKey(), ofState(value, dice));
      }
    }
    return shuffled;
  }

  static Map<String, Object> ofDeclaration(Map<?, ?> map, Dice dice) {
    Map<String, Object> shuffled = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : dice.shuffled(List.copyOf(map.entrySet()))) {
      String key = String.valueOf(entry.getKey());
      Object value = entry.getValue();
      if (value instanceof Map<?, ?> inner) {
        value = ofDeclaration(inner, dice);
      } else if (value instanceof List<?> list && LISTS.contains(key)) {
        List<Object> elements = new ArrayList<>();
        for (Object element : dice.shuffled(list)) {
          elements.add(element instanceof Map<?, ?> inner ? ofDeclaration(inner, dice) : element);
        }
        value = elements;
      }
      shuffled.put(key, value);
    }
    return shuffled;
  }
}
