package io.cloudsyncctl.golden;

import io.cloudsyncctl.simulator.FaultInjector;
import io.cloudsyncctl.simulator.FaultSpec;
import io.cloudsyncctl.simulator.RecordedCall;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatedState;
import io.cloudsyncctl.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One folder of {@code src/test/resources/golden}.
 *
 * <p>It holds {@code desired.yaml} and {@code case.json}: {@code description} in one sentence, and
 * {@code state}, the state that the NAS starts from ({@code document}, {@code demo}, or a file of
 * the folder {@code states}), or else there is a {@code live.json}. Optional members of {@code
 * case.json}: {@code edits} to that state by JSON pointer (a pointer that ends in {@code /-}
 * appends); {@code accept_everything}; {@code login} with {@code user} and {@code administrator};
 * {@code simulator} with switches; {@code refused}, the methods that the NAS answers with an error
 * code; {@code converges}, false where a second run finds the same difference again. A {@code
 * record.json} is the record before the run; {@code ${nas}} in it stands for this very NAS.
 */
record GoldenCase(Path folder, JsonNode description) {
  static final Path ROOT = Path.of("src", "test", "resources", "golden");
  private static final String STATES = "states";

  /** All cases, sorted by name. */
  static Stream<GoldenCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith(STATES))
          .sorted()
          .toList()
          .stream()
          .map(folder -> new GoldenCase(folder, GoldenJson.read(folder.resolve("case.json"))));
    }
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  boolean acceptsEverything() {
    return description.path("accept_everything").asBoolean(false);
  }

  boolean converges() {
    return description.path("converges").asBoolean(true);
  }

  String user() {
    return description.path("login").path("user").asString("admin");
  }

  String desired() {
    return text("desired.yaml");
  }

  /** The record before the run; null where there is none. */
  @Nullable String record(String identity) {
    return Files.exists(folder.resolve("record.json"))
        ? text("record.json").replace("${nas}", identity)
        : null;
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the NAS holds before the run. */
  SimulatedState state() {
    ObjectNode root = (ObjectNode) start();
    description.path("edits").properties().forEach(e -> edit(root, e.getKey(), e.getValue()));
    return SimulatedState.load(root);
  }

  private JsonNode start() {
    String state = description.path("state").asString("");
    return switch (state) {
      case "" -> GoldenJson.read(folder.resolve("live.json"));
      case "document" -> SimulatedState.document().toJson();
      case "demo" -> SimulatedState.demo().toJson();
      default -> GoldenJson.read(ROOT.resolve(STATES).resolve(state));
    };
  }

  private static void edit(ObjectNode root, String at, JsonNode value) {
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

  /** Starts the NAS of this case. */
  SimulatedNas start(SimulatedState state) {
    JsonNode switches = description.path("simulator");
    boolean administrator = description.path("login").path("administrator").asBoolean(true);
    SimulatedNas nas =
        SimulatedNas.start(
            state,
            SimulatorOptions.builder()
                .syncModeReadable(switches.path("sync_mode_readable").asBoolean(true))
                .compoundSupported(switches.path("compound_supported").asBoolean(true))
                .maxCompound(switches.path("max_compound").asInt(0))
                .nonAdministrators(administrator ? Map.of() : Map.of(user(), "simulated"))
                .build());
    Map<String, Integer> refused = new TreeMap<>();
    description
        .path("refused")
        .properties()
        .forEach(e -> refused.put(e.getKey(), e.getValue().asInt()));
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            Integer code = refused.get(call.method());
            return code == null ? null : new FaultSpec.ApiError(code);
          }
        });
    return nas;
  }

  @Override
  public String toString() {
    return name();
  }
}
