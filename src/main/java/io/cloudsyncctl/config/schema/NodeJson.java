package io.cloudsyncctl.config.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.yaml.Content;
import io.cloudsyncctl.config.yaml.CoreResolver;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.diagnostic.Location;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document seen with its schema beside it. */
final class NodeJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final SchemaWalk schema;

  NodeJson(SchemaWalk schema) {
    this.schema = schema;
  }

  /**
   * The document in which what was substituted is a number or boolean where one is due. A text that
   * looks like a number stays a text where a text is due, whatever the environment holds.
   */
  Node.Mapping retyped(Node.Mapping root) {
    return (Node.Mapping) retyped(root, schema.root());
  }

  private Node retyped(Node node, @Nullable JsonNode part) {
    return switch (node) {
      case Node.Mapping(ImmutableMap<String, Node.Entry> entries, Location.InFile at) -> {
        ImmutableMap.Builder<String, Node.Entry> changed = ImmutableMap.builder();
        entries.forEach((key, entry) ->
            changed.put(
                key,
                new Node.Entry(
                    entry.key(),
                    retyped(entry.value(), part == null ? null : schema.property(part, key)))));
        yield new Node.Mapping(changed.buildOrThrow(), at);
      }
      case Node.Sequence(ImmutableList<Node> items, Location.InFile at) -> {
        JsonNode inner = part == null ? null : schema.items(part);
        yield new Node.Sequence(
            items.stream()
                .map(item -> retyped(item, inner))
                .collect(ImmutableList.toImmutableList()),
            at);
      }
      case Node.Scalar scalar -> part == null ? scalar : retyped(scalar, part);
    };
  }

  private static Node.Scalar retyped(Node.Scalar scalar, JsonNode part) {
    var types = SchemaWalk.types(part);
    if (!scalar.trait().substituted()
        || !(types.contains("integer") || types.contains("boolean"))) {
      return scalar;
    }
    Content content = CoreResolver.resolve(scalar.text());
    return content instanceof Content.Null
        ? scalar
        : new Node.Scalar(content, scalar.text(), scalar.at(), -1, scalar.trait());
  }

  /** The document as JSON, without the nulls that take an optional key out of management. */
  JsonNode json(Node.Mapping root) {
    return json(root, schema.root());
  }

  private JsonNode json(Node node, @Nullable JsonNode part) {
    return switch (node) {
      case Node.Mapping(ImmutableMap<String, Node.Entry> entries, _) -> {
        ObjectNode object = JSON.objectNode();
        entries.forEach((key, entry) -> {
          JsonNode inner = part == null ? null : schema.property(part, key);
          if (inner != null && inner == schema.hours()) {
            // Hours have a grammar of their own; the schema's patterns for them are for
            // editors, and recurse too deeply over a long text.
            return;
          }
          boolean takenOut =
              entry.value().isNull() && inner != null && SchemaWalk.types(inner).contains("null");
          if (!takenOut) {
            object.set(key, json(entry.value(), inner));
          }
        });
        yield object;
      }
      case Node.Sequence(ImmutableList<Node> items, _) -> {
        ArrayNode array = JSON.arrayNode();
        JsonNode inner = part == null ? null : schema.items(part);
        items.forEach(item -> array.add(json(item, inner)));
        yield array;
      }
      case Node.Scalar scalar -> json(scalar);
    };
  }

  private static JsonNode json(Node.Scalar scalar) {
    if (scalar.isUndefined()) {
      return JSON.nullNode();
    }
    return switch (scalar.content()) {
      case Content.Text _ -> JSON.stringNode(scalar.text());
      case Content.Flag(boolean value) -> JSON.booleanNode(value);
      case Content.Null _ -> JSON.nullNode();
      case Content.Whole(var value) ->
          value.bitLength() < 64 ? JSON.numberNode(value.longValueExact()) : JSON.numberNode(value);
      // JSON has no infinity: any number that is not whole is refused in the same places.
      case Content.Decimal(var value) ->
          JSON.numberNode(value == null ? new BigDecimal("0.5") : value);
    };
  }
}
