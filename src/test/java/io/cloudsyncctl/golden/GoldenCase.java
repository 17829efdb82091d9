package io.cloudsyncctl.golden;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

  /** All cases, sorted by name. */
  static Stream<GoldenCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith(GoldenState.FOLDER))
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
    return GoldenState.of(folder, description);
  }

  /** Starts the NAS of this case. */
  SimulatedNas start(SimulatedState state) {
    SimulatedNas nas = SimulatedNas.start(state, GoldenState.options(description, user()));
    nas.injectFaults(GoldenState.refusing(description));
    return nas;
  }

  @Override
  public String toString() {
    return name();
  }
}
