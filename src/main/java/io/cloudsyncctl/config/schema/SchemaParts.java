package io.cloudsyncctl.config.schema;

import io.cloudsyncctl.config.notation.Shape;
import io.cloudsyncctl.model.setting.ValueType;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.Unit;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The building blocks of the JSON schema. Optional keys also take {@code null}. */
final class SchemaParts {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SchemaParts() {}

  static ObjectNode object() {
    return JSON.objectNode();
  }

  static ArrayNode texts(List<String> values) {
    ArrayNode array = JSON.arrayNode();
    values.forEach(array::add);
    return array;
  }

  static ObjectNode typed(String description, String... types) {
    ObjectNode node = object();
    node.put("description", description);
    if (types.length == 1) {
      node.put("type", types[0]);
    } else {
      node.set("type", texts(Arrays.asList(types)));
    }
    return node;
  }

  static ObjectNode flag(String description) {
    return typed(description, "boolean", "null");
  }

  static ObjectNode text(String description) {
    return typed(description, "string", "null");
  }

  static ObjectNode requiredText(String description) {
    return typed(description, "string").put("minLength", 1);
  }

  static ObjectNode shaped(ObjectNode text, Shape shape) {
    return text.put("pattern", shape.regex());
  }

  /** One of some words. */
  static ObjectNode choice(String description, List<String> words) {
    ObjectNode node = typed(description, "string", "null");
    node.set("enum", texts(words).addNull());
    return node;
  }

  static ObjectNode list(String description, ObjectNode items) {
    ObjectNode node = typed(description, "array", "null");
    node.set("items", items);
    return node;
  }

  /** A mapping with just the keys of {@code properties}. */
  static ObjectNode closed(String description, ObjectNode properties) {
    ObjectNode node = typed(description, "object", "null");
    node.set("properties", properties);
    return node.put("additionalProperties", false);
  }

  /** A mapping that must be there, with keys that must be in it. */
  static ObjectNode required(ObjectNode closed, String... keys) {
    closed.put("type", "object");
    closed.set("required", texts(Arrays.asList(keys)));
    return closed;
  }

  static ObjectNode reference(String definition) {
    return object().put("$ref", "#/$defs/" + definition);
  }

  /** The values of a setting. */
  static ObjectNode of(ValueType<?> type, String description) {
    return switch (type) {
      case BooleanType _ -> flag(description);
      case TextType _ -> text(description);
      case ChoiceType<?> choice -> choice(description, choice.words());
      case WeekHoursType _ -> reference("hours").put("description", description);
      case TextSetType _ -> list(description, typed("An entry.", "string").put("minLength", 1));
      case IntegerType(long minimum, long maximum, Unit unit, _) ->
          switch (unit) {
            case NONE, MEGABYTES ->
                limited(typed(description, "integer", "null"), minimum, maximum);
            case SECONDS -> shaped(numberOrText(description, minimum, maximum), Shape.DURATION);
            case BYTES -> shaped(numberOrText(description, minimum, maximum), Shape.SIZE);
          };
    };
  }

  private static ObjectNode numberOrText(String description, long minimum, long maximum) {
    return limited(typed(description, "integer", "string", "null"), minimum, maximum);
  }

  private static ObjectNode limited(ObjectNode node, long minimum, long maximum) {
    return node.put("minimum", minimum).put("maximum", maximum);
  }
}
