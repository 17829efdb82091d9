package io.cloudsyncctl.simulator.web;

import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.WebRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Remembers every request, in the order of arrival and without its secrets. */
public final class RequestLog {
  private static final String REDACTED = "[redacted]";
  private static final Set<String> ENVELOPE = Set.of("api", "method", "version");

  /** Login parameters, and the members of conn_info that get_conn_auth_info calls its own. */
  private static final Set<String> SECRET_NAMES =
      Set.of(
          "passwd",
          "otp_code",
          "device_id",
          "_sid",
          "access_key",
          "secret_key",
          "access_token",
          "refresh_token",
          "client_id",
          "auth_pass",
          "auth_user",
          "openstack_api_key",
          "openstack_password",
          "openstack_token");

  private final List<RecordedRequest> requests = new ArrayList<>();
  private int count;

  synchronized RecordedRequest record(WebRequest request) {
    RecordedRequest recorded = describe(++count, request);
    requests.add(recorded);
    return recorded;
  }

  public synchronized List<RecordedRequest> all() {
    return List.copyOf(requests);
  }

  public synchronized void clear() {
    requests.clear();
  }

  private static RecordedRequest describe(int number, WebRequest request) {
    RecordedCall outer = describe(Parameters.ofText(request.parameters()).toJson(), request);
    List<RecordedCall> calls = List.of(outer);
    boolean compound = false;
    if (outer.api().equals(CompoundApi.NAME)
        && outer.parameters().path("compound") instanceof ArrayNode elements
        && !elements.isEmpty()) {
      compound = true;
      calls = Json.objects(elements).stream().map(RequestLog::describe).toList();
    }
    return new RecordedRequest(
        number, request.httpMethod(), request.path(), request.queryNames(), compound, calls);
  }

  private static RecordedCall describe(ObjectNode parameters, WebRequest request) {
    ObjectNode rest = withoutEnvelope(parameters);
    return new RecordedCall(request.api(), request.method(), request.version(), rest);
  }

  /** One call of a compound. */
  static RecordedCall describe(ObjectNode call) {
    return new RecordedCall(
        call.path("api").asString(""),
        call.path("method").asString(""),
        call.path("version").asString(""),
        withoutEnvelope(call));
  }

  private static ObjectNode withoutEnvelope(ObjectNode parameters) {
    ObjectNode rest = Json.NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : parameters.properties()) {
      if (!ENVELOPE.contains(entry.getKey())) {
        rest.set(entry.getKey(), redact(entry.getKey(), entry.getValue()));
      }
    }
    return rest;
  }

  private static JsonNode redact(String name, JsonNode value) {
    if (SECRET_NAMES.contains(name)) {
      boolean empty = value.isNull() || (value.isString() && value.stringValue().isEmpty());
      return empty ? value : Json.NODES.stringNode(REDACTED);
    }
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode copy = Json.NODES.objectNode();
        object.forEachEntry((member, inner) -> copy.set(member, redact(member, inner)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = Json.NODES.arrayNode();
        array.forEach(element -> copy.add(redact("", element)));
        yield copy;
      }
      default -> value;
    };
  }
}
