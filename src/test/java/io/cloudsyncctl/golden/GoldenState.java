package io.cloudsyncctl.golden;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the NAS of a case starts, as its {@code case.json} describes it. */
final class GoldenState {
  /** The folder of the states that several cases start from. */
  static final String FOLDER = "states";

  private GoldenState() {}

  /** What it holds: {@code state}, with {@code edits}. */
  static SimulatedState of(Path folder, JsonNode description) {
    JsonNode root = start(folder, description.path("state").asString(""));
    edit(root, description.path("edits"));
    return SimulatedState.load(root);
  }

  /** How it behaves: {@code simulator} and {@code login}. */
  static SimulatorOptions options(JsonNode description, String user) {
    return options(description, user, InstantSource.system());
  }

  /** The same, with a clock of its own, and with {@code behave} and {@code script}. */
  static SimulatorOptions options(JsonNode description, String user, InstantSource clock) {
    JsonNode switches = description.path("simulator");
    boolean administrator = description.path("login").path("administrator").asBoolean(true);
    return SimulatorOptions.builder()
        .syncModeReadable(switches.path("sync_mode_readable").asBoolean(true))
        .compoundSupported(switches.path("compound_supported").asBoolean(true))
        .maxCompound(switches.path("max_compound").asInt(0))
        .nonAdministrators(administrator ? Map.of() : Map.of(user, "simulated"))
        .clock(clock)
        .behave(description.path("behave").asString(""))
        .script(
            Script.parse(
                String.join(
                    "\n",
                    description.path("script").valueStream().map(JsonNode::asString).toList())))
        .build();
  }

  /**
   * The calls that it refuses: {@code refused} maps methods to codes, or to a code and how many
   * calls, from the {@code first}, it refuses, or which, by what their parameters are {@code when}
   * it does.
   */
  static FaultInjector refusing(JsonNode description) {
    JsonNode refused = description.path("refused");
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    return new FaultInjector() {
      @Override
      public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
        JsonNode how = refused.path(call.method());
        int count = seen.merge(call.method(), 1, Integer::sum);
        boolean over = how.has("first") && count > how.path("first").asInt();
        boolean another =
            how.path("when").properties().stream()
                .anyMatch(e -> !e.getValue().equals(call.parameters().path(e.getKey())));
        int code = (how.isObject() ? how.path("code") : how).asInt(0);
        return code == 0 || over || another ? null : new FaultSpec.ApiError(code);
      }

      // `lost` lists methods whose calls take effect and whose answers never come.
      @Override
      public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
        return description
                .path("lost")
                .valueStream()
                .map(JsonNode::asString)
                .anyMatch(
                    lost -> request.calls().stream().anyMatch(call -> call.method().equals(lost)))
            ? new FaultSpec.ClosedConnection(true)
            : null;
      }
    };
  }

  private static JsonNode start(Path folder, String state) {
    return switch (state) {
      case "" -> GoldenJson.read(folder.resolve("live.json"));
      case "document" -> SimulatedState.document().toJson();
      case "demo" -> SimulatedState.demo().toJson();
      default -> GoldenJson.read(GoldenCase.ROOT.resolve(FOLDER).resolve(state));
    };
  }

  /** Changes a state by JSON pointers; one that ends in {@code /-} appends. */
  static void edit(JsonNode root, JsonNode edits) {
    edits.properties().forEach(e -> edit(root, e.getKey(), e.getValue()));
  }

  private static void edit(JsonNode root, String at, JsonNode value) {
    JsonPointer pointer = JsonPointer.compile(at);
    JsonNode parent = root.at(pointer.head());
    String last = pointer.last().getMatchingProperty();
    if (parent instanceof ObjectNode object) {
      object.set(last, value);
    } else if (parent instanceof ArrayNode array && last.equals("-")) {
      array.add(value);
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else {
      throw new IllegalArgumentException("the state has nothing at " + pointer.head());
    }
  }
}
