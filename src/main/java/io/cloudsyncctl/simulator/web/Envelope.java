package io.cloudsyncctl.simulator.web;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What every answer is wrapped in (protocol note §1). */
final class Envelope {
  private Envelope() {}

  /** A success; methods that have nothing to say leave {@code data} out, as the document shows. */
  static ObjectNode success(@Nullable JsonNode data) {
    ObjectNode envelope = Json.NODES.objectNode();
    if (data != null) {
      envelope.set("data", data);
    }
    return envelope.put("success", true);
  }

  static ObjectNode failure(ApiException failure) {
    ObjectNode error = Json.NODES.objectNode().put("code", failure.code());
    JsonNode errors = failure.errors();
    if (errors != null) {
      error.set("errors", errors);
    }
    ObjectNode envelope = Json.NODES.objectNode();
    envelope.set("error", error);
    return envelope.put("success", false);
  }
}
