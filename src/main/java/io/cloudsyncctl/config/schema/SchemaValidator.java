package io.cloudsyncctl.config.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Validates documents against the schema, and finds the places that its errors speak of. */
public final class SchemaValidator {
  private final SchemaWalk walk;
  private final NodeJson json;
  private final Schema schema;

  private final String subject;

  /** A validator of desired states. */
  public SchemaValidator() {
    this(SchemaGenerator.schema(), "the language");
  }

  /**
   * A validator of something else.
   *
   * @param subject what has the schema's version, for messages
   */
  public SchemaValidator(JsonNode generated, String subject) {
    this.subject = subject;
    this.walk = new SchemaWalk(generated);
    this.json = new NodeJson(walk);
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(generated);
  }

  /** The document in which what was substituted has the type that its place wants. */
  public Node.Mapping retyped(Node.Mapping root) {
    return json.retyped(root);
  }

  /** Reports all that the schema says against a document. */
  public void validate(Node.Mapping root, Problems problems) {
    SchemaMessages messages = new SchemaMessages(subject, problems);
    for (Error error : schema.validate(json.json(root))) {
      Place place = place(root, error.getInstanceLocation());
      if (place != null && !place.node.isUndefined()) {
        messages.report(error.getKeyword(), error.getProperty(), place);
      }
    }
  }

  /**
   * A part of a document.
   *
   * @param name what messages call it: its key, or that of the list that it is in
   * @param item whether it is an entry of a list
   * @param root whether it is the whole document
   * @param key the key in the file; null for entries of lists and the document
   * @param schema what the schema says of it
   */
  record Place(
      String name,
      boolean item,
      boolean root,
      Node.@Nullable Scalar key,
      Node node,
      JsonNode schema) {}

  /** Null where the schema does not speak of the place. */
  private @Nullable Place place(Node.Mapping root, NodePath path) {
    Place place = new Place("the file", false, true, null, root, walk.root());
    for (int i = 0; i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      Place inner = null;
      if (place.node instanceof Node.Mapping mapping) {
        String key = String.valueOf(element);
        Node.Entry entry = mapping.entries().get(key);
        JsonNode part = walk.property(place.schema, key);
        if (entry != null && part != null) {
          inner = new Place(key, false, false, entry.key(), entry.value(), part);
        }
      } else if (place.node instanceof Node.Sequence sequence && element instanceof Integer index) {
        JsonNode part = walk.items(place.schema);
        if (part != null) {
          inner = new Place(place.name, true, false, null, sequence.items().get(index), part);
        }
      }
      if (inner == null) {
        return null;
      }
      place = inner;
    }
    return place;
  }
}
