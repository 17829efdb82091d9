package io.cloudsyncctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The record of task settings, beside what the NAS really holds of them. */
public final class Records {
  private Records() {}

  /** What the program has recorded, without when, and of which NAS: that differs by its port. */
  public static String text(Path folder) throws IOException {
    JsonNode record = read(folder).orElse(null);
    if (record == null) {
      return "none";
    }
    ((ObjectNode) record).remove("nas");
    record.path("tasks").forEach(task -> ((ObjectNode) task).remove("written_at"));
    if (record.path("declared") instanceof ObjectNode declared) {
      declared.remove("at");
    }
    return record.toString();
  }

  /** Every value that is recorded is what the NAS holds. */
  public static void assertTrue(Path folder, SimulatedState state) throws IOException {
    JsonNode record = read(folder).orElse(null);
    if (record == null) {
      return;
    }
    for (JsonNode task : record.path("tasks")) {
      long session = task.path("session_id").longValue();
      JsonNode values = task.path("values");
      assertThat(state.taskOptions(session))
          .as("the record of the task %d", session)
          .contains(
              new TaskOptions(
                  values.path("consistency_check").booleanValue(),
                  values.path("no_delete_on_cloud").booleanValue(),
                  values.path("convert_gd").booleanValue()));
    }
  }

  private static Optional<JsonNode> read(Path folder) throws IOException {
    Path records = folder.resolve("state").resolve("records");
    if (!Files.isDirectory(records)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(records)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".json")).toList();
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(JsonMapper.shared().readTree(Files.readString(found.getFirst())));
    }
  }
}
