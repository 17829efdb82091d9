package io.cloudsyncctl.golden;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What others do while a command runs: just before a certain call reaches its NAS. */
final class Meanwhile {
  private final List<JsonNode> waiting = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final BiConsumer<String, JsonNode> edit;
  private final Consumer<JsonNode> command;

  Meanwhile(JsonNode events, BiConsumer<String, JsonNode> edit, Consumer<JsonNode> command) {
    events.forEach(waiting::add);
    this.edit = edit;
    this.command = command;
  }

  /** What has not happened yet. */
  synchronized List<JsonNode> waiting() {
    return List.copyOf(waiting);
  }

  /** Before the calls of one NAS, which besides refuses what it refuses. */
  FaultInjector of(String nas, FaultInjector refusing) {
    return new FaultInjector() {
      @Override
      public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
        return refusing.onCall(call);
      }

      @Override
      public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
        List<JsonNode> due = due(nas, request);
        return due.isEmpty()
            ? refusing.onRequest(request)
            : new FaultSpec.Held(() -> due.forEach(event -> happen(nas, event)), () -> {});
      }
    };
  }

  private synchronized List<JsonNode> due(String nas, RecordedRequest request) {
    request.calls().stream()
        .map(call -> nas + " " + call.method())
        .distinct()
        .forEach(call -> seen.merge(call, 1, Integer::sum));
    List<JsonNode> due = new ArrayList<>();
    for (JsonNode event : List.copyOf(waiting)) {
      String method = event.path("call").asString();
      boolean now =
          event.path("nas").asString().equals(nas)
              && request.calls().stream().anyMatch(call -> call.method().equals(method))
              && seen.getOrDefault(nas + " " + method, 0) == event.path("nth").asInt(1);
      if (now) {
        waiting.remove(event);
        due.add(event);
      }
    }
    return due;
  }

  private void happen(String nas, JsonNode event) {
    if (event.has("run")) {
      command.accept(event);
    } else {
      edit.accept(nas, event.path("edits"));
    }
  }
}
