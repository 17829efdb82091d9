package io.cloudsyncctl.simulator.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of one call, decoded and checked one by one. In a form or a query they are JSON
 * text, or bare where they cannot be read as JSON; inside a compound they are JSON already
 * (protocol note §1). A parameter that is absent answers 114, one of the wrong shape 120.
 */
public final class Parameters {
  private record Value(@Nullable JsonNode json, boolean bare) {}

  private final Map<String, Value> values = new LinkedHashMap<>();

  private Parameters() {}

  /** Parameters as they stand in a query or a form body. */
  public static Parameters ofText(Map<String, String> texts) {
    Parameters parameters = new Parameters();
    texts.forEach((name, text) -> parameters.values.put(name, decode(text)));
    return parameters;
  }

  /** Parameters as they stand in an element of a compound. */
  public static Parameters ofJson(ObjectNode object) {
    Parameters parameters = new Parameters();
    object.forEachEntry((name, node) -> parameters.values.put(name, new Value(node, false)));
    return parameters;
  }

  private static Value decode(String text) {
    if (text.isBlank()) {
      return new Value(Json.NODES.stringNode(text), true);
    }
    try {
      return new Value(Json.MAPPER.readTree(text), false);
    } catch (JacksonException e) {
      // What sets out to be JSON must be JSON; anything else is a bare string.
      boolean broken = "\"[{".indexOf(text.stripLeading().charAt(0)) >= 0;
      return broken ? new Value(null, false) : new Value(Json.NODES.stringNode(text), true);
    }
  }

  /** Whether the parameter was sent with a value other than {@code null}. */
  public boolean has(String name) {
    Value value = values.get(name);
    return value != null && (value.json() == null || !value.json().isNull());
  }

  public long integer(String name, long least, long most) {
    JsonNode json = required(name);
    if (!json.isIntegralNumber() || !json.canConvertToLong()) {
      throw ApiException.wrong(name, "type");
    }
    long number = json.longValue();
    if (number < least || number > most) {
      throw ApiException.wrong(name, "range");
    }
    return number;
  }

  public long integer(String name, long least, long most, long fallback) {
    return has(name) ? integer(name, least, most) : fallback;
  }

  public boolean bool(String name) {
    JsonNode json = required(name);
    if (!json.isBoolean()) {
      throw ApiException.wrong(name, "type");
    }
    return json.booleanValue();
  }

  /** A string, quoted or bare. A bare name such as {@code 123} or {@code true} is no string. */
  public String string(String name) {
    JsonNode json = required(name);
    if (!json.isString()) {
      throw ApiException.wrong(name, "type");
    }
    return json.stringValue();
  }

  public String string(String name, String fallback) {
    return has(name) ? string(name) : fallback;
  }

  /** A string that real DSM takes only in quotes: {@code storage_class}, {@code schedule_info}. */
  public String quotedString(String name) {
    String string = string(name);
    Value value = values.get(name);
    if (value != null && value.bare()) {
      throw ApiException.wrong(name, "type");
    }
    return string;
  }

  public String choice(String name, Set<String> choices) {
    String string = string(name);
    if (!choices.contains(string)) {
      throw ApiException.wrong(name, "value");
    }
    return string;
  }

  public ArrayNode strings(String name) {
    if (!(required(name) instanceof ArrayNode array)) {
      throw ApiException.wrong(name, "type");
    }
    for (JsonNode element : array) {
      if (!element.isString()) {
        throw ApiException.wrong(name, "type");
      }
    }
    return array;
  }

  public ObjectNode object(String name) {
    if (!(required(name) instanceof ObjectNode object)) {
      throw ApiException.wrong(name, "type");
    }
    return object;
  }

  public ArrayNode array(String name) {
    if (!(required(name) instanceof ArrayNode array)) {
      throw ApiException.wrong(name, "type");
    }
    return array;
  }

  /** Everything that was sent, decoded; what could not be decoded is {@code null}. */
  public ObjectNode toJson() {
    ObjectNode object = Json.NODES.objectNode();
    values.forEach((name, value) ->
        object.set(name, value.json() == null ? Json.NODES.nullNode() : value.json()));
    return object;
  }

  private JsonNode required(String name) {
    Value value = values.get(name);
    if (value == null) {
      throw ApiException.missing(name);
    }
    JsonNode json = value.json();
    if (json == null) {
      throw ApiException.wrong(name, "malformed");
    }
    return json;
  }
}
