package io.cloudsyncctl.config.schema;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the part of the schema that speaks of a part of a document. */
final class SchemaWalk {
  private final JsonNode root;

  SchemaWalk(JsonNode root) {
    this.root = root;
  }

  JsonNode root() {
    return root;
  }

  /** What editors know of the hours of a week. */
  JsonNode hours() {
    return root.path("$defs").path("hours");
  }

  /** The schema of a key's value; null where the key is unknown. */
  @Nullable JsonNode property(JsonNode schema, String key) {
    JsonNode property = schema.path("properties").path(key);
    if (property.isMissingNode()) {
      property = schema.path("additionalProperties");
    }
    return property.isObject() ? resolved(property) : null;
  }

  /** The schema of a list's entries; null where it is no list. */
  @Nullable JsonNode items(JsonNode schema) {
    JsonNode items = schema.path("items");
    return items.isObject() ? resolved(items) : null;
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty()
        ? schema
        : root.path("$defs").path(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** The kinds of value that a schema takes. */
  static ImmutableSet<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isString()) {
      return ImmutableSet.of(type.asString());
    }
    ImmutableSet.Builder<String> types = ImmutableSet.builder();
    type.forEach(entry -> types.add(entry.asString()));
    return types.build();
  }
}
