package io.cloudsyncctl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cli.CommandRun;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A case carried out: plan as text and as JSON, apply, and then the promises that hold for every
 * case, over real HTTP to a simulated NAS.
 */
final class GoldenRun {
  private static final int OK = 0;
  private static final int MANUAL_STEPS_REMAIN = 6;
  private static final int PARTLY_APPLIED = 4;

  private final GoldenCase golden;
  private final SimulatedNas nas;
  private final CommandRun.Setting setting;
  private final DesiredState desired;

  private GoldenRun(GoldenCase golden, SimulatedNas nas, CommandRun.Setting setting) {
    this.golden = golden;
    this.nas = nas;
    this.setting = setting;
    this.desired = load(setting);
  }

  /** The expected files by name, with what they should hold. */
  static Map<String, String> of(GoldenCase golden, Path scratch) throws IOException {
    SimulatedState state = golden.state();
    // Alone in a file system of its own, the file is "desired.yaml" in every message.
    Path archive = scratch.resolve("case.zip");
    try (SimulatedNas nas = golden.start(state);
        FileSystem files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path yaml = files.getPath("desired.yaml");
      Files.writeString(yaml, golden.desired());
      Path record = scratch.resolve("record.json");
      String before = golden.record(nas.url().toString());
      if (before != null) {
        Files.writeString(record, before);
      }
      Map<String, String> environment =
          Map.of(
              "NAS_URL", nas.url().toString(),
              "NAS_USER", golden.user(),
              "NAS_PASSWORD", "simulated");
      CommandRun.Setting setting = new CommandRun.Setting(yaml, record, scratch, environment);
      return new GoldenRun(golden, nas, setting).run(before);
    }
  }

  private static DesiredState load(CommandRun.Setting setting) {
    LoadResult result =
        new ConfigLoader()
            .load(
                List.of(setting.yaml()),
                new LoadOptions(
                    ImmutableMap.of(),
                    ImmutableList.of(),
                    setting.environment()::get,
                    true,
                    ImmutableList.of()));
    assertThat(result.states()).as("%s", result.diagnostics()).hasSize(1);
    return result.states().getFirst();
  }

  private Map<String, String> run(@Nullable String recordBefore) throws IOException {
    JsonNode untouched = nas.state().toJson();
    CommandRun plan = CommandRun.plan(setting, false);
    CommandRun planJson = CommandRun.plan(setting, true);
    assertThat(planJson.exitCode()).isEqualTo(plan.exitCode());
    assertNothingWritten("plan");
    assertThat(nas.state().toJson()).as("the NAS after plan").isEqualTo(untouched);

    CommandRun apply = CommandRun.apply(setting, golden.acceptsEverything());
    ArrayNode writes = Writes.of(nas.requests());
    String recordAfter = read(setting.record());
    assertThat(Bystanders.of(desired, nas.state().toJson()))
        .as("what is not declared")
        .isEqualTo(Bystanders.of(desired, untouched));
    assertThat(nas.activeSessions()).as("sessions left open").isZero();
    assertEnd(apply, untouched, writes);

    Map<String, String> files = new LinkedHashMap<>();
    files.put("plan.txt", page(plan.out(), plan));
    files.put("plan.json", anonymous(planJson.out()));
    files.put("requests.json", anonymous(GoldenJson.print(writes)));
    files.put("apply.txt", page(withoutPlan(apply.out(), plan.out()), apply));
    if (recordAfter != null && !recordAfter.equals(recordBefore)) {
      files.put("record-after.json", anonymous(recordAfter));
    }
    return files;
  }

  private void assertEnd(CommandRun apply, JsonNode untouched, ArrayNode writes)
      throws IOException {
    switch (apply.exitCode()) {
      case OK, MANUAL_STEPS_REMAIN -> {
        if (golden.converges()) {
          assertSecondRunDoesNothing(apply.exitCode());
        }
      }
      case PARTLY_APPLIED -> {
        if (writes.isEmpty()) {
          assertThat(apply.out()).contains("cannot be read in full");
        } else if (apply.out().contains("Apply complete")) {
          assertSecondRunDoesNothing(apply.exitCode());
        }
      }
      default -> {
        assertThat(writes).as("writes of a run that was refused or failed").isEmpty();
        assertThat(nas.state().toJson()).as("the NAS").isEqualTo(untouched);
      }
    }
  }

  private void assertSecondRunDoesNothing(int exitCode) throws IOException {
    JsonNode applied = nas.state().toJson();
    String record = read(setting.record());
    nas.clearRequests();
    JsonNode second = GoldenJson.parse(CommandRun.plan(setting, true).out());
    assertThat(second.path("nas").path(0).path("status").asString()).isEqualTo("planned");
    for (JsonNode change : second.path("nas").path(0).path("changes")) {
      assertThat(change.path("kind").asString()).as("change of a second plan").isEqualTo("manual");
    }
    CommandRun again = CommandRun.apply(setting, golden.acceptsEverything());
    assertThat(again.exitCode()).as("exit code of a second apply").isEqualTo(exitCode);
    assertNothingWritten("a second apply");
    assertThat(nas.state().toJson()).as("the NAS after a second apply").isEqualTo(applied);
    assertThat(read(setting.record())).as("the record after it").isEqualTo(record);
  }

  private void assertNothingWritten(String by) {
    assertThat(Writes.of(nas.requests())).as("writes of " + by).isEmpty();
    assertThat(nas.activeSessions()).as("sessions left open by " + by).isZero();
  }

  /** Apply shows the plan first, and that it is the same one is proved rather than repeated. */
  private static String withoutPlan(String apply, String plan) {
    int summary = plan.indexOf("\nPlan: ");
    String shown = summary < 0 ? plan : plan.substring(0, summary);
    assertThat(apply).startsWith(shown);
    return "[the plan as in plan.txt]\n" + apply.substring(shown.length());
  }

  private String page(String out, CommandRun run) {
    String err = run.err().isEmpty() ? "" : "[standard error]\n" + run.err();
    return anonymous(out + err + "[exit code " + run.exitCode() + "]\n");
  }

  private String anonymous(String text) {
    return text.replace(nas.url().toString(), "http://nas.example")
        .replace(setting.record().toString(), "record.json")
        .replaceAll("\"tool_version\": \"[^\"]*\"", "\"tool_version\": \"VERSION\"");
  }

  private static @Nullable String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : null;
  }
}
