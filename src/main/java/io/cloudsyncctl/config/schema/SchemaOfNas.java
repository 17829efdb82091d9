package io.cloudsyncctl.config.schema;

import static io.cloudsyncctl.config.schema.SchemaParts.closed;
import static io.cloudsyncctl.config.schema.SchemaParts.flag;
import static io.cloudsyncctl.config.schema.SchemaParts.object;
import static io.cloudsyncctl.config.schema.SchemaParts.shaped;
import static io.cloudsyncctl.config.schema.SchemaParts.text;
import static io.cloudsyncctl.config.schema.SchemaParts.texts;
import static io.cloudsyncctl.config.schema.SchemaParts.typed;

import io.cloudsyncctl.config.notation.Shape;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The schema of the {@code nas:} block. */
final class SchemaOfNas {
  private SchemaOfNas() {}

  static ObjectNode nas() {
    ObjectNode properties = object();
    properties.set(
        "name",
        shaped(typed("Its name, the first part of every address.", "string"), Shape.NAS_NAME));
    properties.set(
        "url", shaped(typed("Where DSM listens, such as https://HOST:5001.", "string"), Shape.URL));
    properties.set("allow_http", flag("Allows http to a host other than this machine."));
    properties.set("username", text("The login; better ${env:NAME}."));
    properties.set("password", text("The password: ${env:NAME} or ${file:PATH}."));
    properties.set("password_file", text("A file that holds the password and nothing else."));
    ObjectNode labels = typed("Labels for selecting in a fleet.", "object", "null");
    labels.set("additionalProperties", text("The label's value."));
    properties.set("labels", labels);
    properties.set(
        "session", text("DSM's session label, where the default is refused (error 402)."));
    properties.set("record", text("Where the record of the last apply is kept."));
    properties.set("tls", tls());
    ObjectNode nas = closed("Which NAS, and how to reach it.", properties).put("type", "object");
    ObjectNode both = object().put("type", "object");
    both.set("required", texts(List.of("password", "password_file")));
    ObjectNode texts = object();
    texts.set("password", object().put("type", "string"));
    texts.set("password_file", object().put("type", "string"));
    both.set("properties", texts);
    nas.set("not", both);
    return nas;
  }

  private static ObjectNode tls() {
    ObjectNode properties = object();
    properties.set("ca_file", text("A PEM file with the authorities to trust."));
    properties.set(
        "pin_sha256", shaped(text("The SHA-256 fingerprint of the certificate."), Shape.PIN));
    properties.set(
        "insecure_skip_verify", flag("Trusts any certificate; warned about every time."));
    return closed("How the server is verified: one of these.", properties)
        .put("minProperties", 1)
        .put("maxProperties", 1);
  }
}
