package io.cloudsyncctl.simulator.web;

import io.cloudsyncctl.simulator.api.Answer;
import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.ApiHandler;
import io.cloudsyncctl.simulator.api.Call;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SYNO.Entry.Request: many calls in one request (protocol note §5). The calls are carried out one
 * after the other in either mode; in sequential mode {@code stop_when_error} leaves the calls after
 * a failed one out of the result.
 */
final class CompoundApi implements ApiHandler {
  static final String NAME = "SYNO.Entry.Request";
  static final Set<String> METHODS = Set.of("request");
  private static final Set<String> MODES = Set.of("sequential", "parallel");

  /** Carries out one call of a compound and answers its envelope. */
  @FunctionalInterface
  interface InnerCalls {
    ObjectNode call(ObjectNode inner, Call outer);
  }

  private final int limit;
  private final InnerCalls innerCalls;

  CompoundApi(int limit, InnerCalls innerCalls) {
    this.limit = limit;
    this.innerCalls = innerCalls;
  }

  @Override
  public Answer handle(Call call) {
    Parameters parameters = call.parameters();
    String mode = parameters.has("mode") ? parameters.choice("mode", MODES) : "sequential";
    boolean stop = parameters.has("stop_when_error") && parameters.bool("stop_when_error");
    List<ObjectNode> inner = check(parameters.array("compound"));
    ObjectNode data = Json.NODES.objectNode().put("has_fail", false);
    ArrayNode results = data.putArray("result");
    for (ObjectNode next : inner) {
      ObjectNode envelope = innerCalls.call(next, call);
      results.add(named(next, envelope));
      if (!envelope.path("success").booleanValue()) {
        data.put("has_fail", true);
        if (stop && mode.equals("sequential")) {
          break;
        }
      }
    }
    return Answer.of(data);
  }

  private List<ObjectNode> check(ArrayNode compound) {
    List<ObjectNode> calls = Json.objects(compound);
    boolean tooLong = limit > 0 && calls.size() > limit;
    if (calls.isEmpty() || calls.size() != compound.size() || tooLong) {
      throw new ApiException(ErrorCode.COMPOUND_INVALID);
    }
    for (ObjectNode call : calls) {
      if (call.path("api").asString("").equals(NAME)) {
        throw new ApiException(ErrorCode.COMPOUND_INVALID);
      }
    }
    return calls;
  }

  private static ObjectNode named(ObjectNode call, ObjectNode envelope) {
    ObjectNode result = Json.NODES.objectNode();
    for (String name : List.of("api", "method", "version")) {
      JsonNode value = call.path(name);
      if (!value.isMissingNode()) {
        result.set(name, value);
      }
    }
    return result.setAll(envelope);
  }
}
