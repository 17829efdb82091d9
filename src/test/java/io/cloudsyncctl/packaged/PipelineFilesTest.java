package io.cloudsyncctl.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The files of {@code examples/ci} are valid by the schemas of those who read them, and safe. */
class PipelineFilesTest {
  private static final Path CI = Path.of("examples", "ci");
  private static final Path ACTION = Path.of("examples", "action.yml");
  private static final Path GITLAB = CI.resolve("gitlab/.gitlab-ci.yml");
  private static final Path KUBERNETES = CI.resolve("kubernetes/cloudsync-drift.yaml");
  private static final Path SCHEMAS = Path.of("src", "test", "resources", "schemas-of-others");
  private static final String CLAIM = "#/definitions/io.k8s.api.core.v1.PersistentVolumeClaim";
  private static final String CRON_JOB = "#/definitions/io.k8s.api.batch.v1.CronJob";
  private static final Pattern PINNED =
      Pattern.compile("uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

  @TempDir Path folder;

  static Stream<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(CI.resolve("github/.github/workflows"))) {
      return files.sorted().toList().stream();
    }
  }

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(CI)) {
      return files.filter(file -> file.toString().endsWith(".sh")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowIsValid(Path workflow) throws IOException {
    assertValid("github-workflow.json", "", YamlDocuments.one(workflow));
  }

  @Test
  void theActionIsValid() throws IOException {
    assertValid("github-action.json", "", YamlDocuments.one(ACTION));
  }

  @Test
  void theGitLabPipelineIsValid() throws IOException {
    assertValid("gitlab-ci.json", "", YamlDocuments.one(GITLAB));
  }

  @Test
  void theManifestIsValid() throws IOException {
    List<JsonNode> documents = YamlDocuments.all(KUBERNETES);
    assertThat(documents)
        .extracting(one -> one.path("kind").asString())
        .containsExactly("PersistentVolumeClaim", "CronJob");
    assertValid("kubernetes.json", CLAIM, documents.get(0));
    assertValid("kubernetes.json", CRON_JOB, documents.get(1));
  }

  @Test
  void whatIsNotValidIsFound() throws IOException {
    JsonNode misspelt =
        YamlDocuments.one(
            Files.writeString(
                folder.resolve("misspelt.yaml"),
                "apiVersion: batch/v1\nkind: CronJob\n"
                    + "spec: { schedule: x, jobTemplate: { spec: { backofLimit: 1 } } }\n"));
    assertThat(errors("kubernetes.json", CRON_JOB, misspelt)).isNotEmpty();
    assertThat(errors("github-workflow.json", "", misspelt)).isNotEmpty();
    assertThat(errors("github-action.json", "", misspelt)).isNotEmpty();
    JsonNode job =
        YamlDocuments.one(
            Files.writeString(folder.resolve("job.yaml"), "plan: { script: [true], stagee: a }\n"));
    assertThat(errors("gitlab-ci.json", "", job)).isNotEmpty();
  }

  private static void assertValid(String schema, String pointer, JsonNode document)
      throws IOException {
    assertThat(errors(schema, pointer, document)).isEmpty();
  }

  private static List<String> errors(String file, String pointer, JsonNode document)
      throws IOException {
    String id = "https://schemas.example/" + file;
    String text =
        Files.readString(SCHEMAS.resolve(file))
            .replaceFirst("\"\\$id\": *\"[^\"]*\"", "\"\\$id\": \"" + id + "\"");
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(id, text)))
            .getSchema(SchemaLocation.of(id + pointer));
    return schema.validate(document.toString(), InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowGrantsNothingButWhatAJobNames(Path workflow) throws IOException {
    JsonNode all = YamlDocuments.one(workflow);
    assertThat(all.path("permissions").isEmpty()).isTrue();
    assertThat(all.path("concurrency").path("group").asString("")).isNotEmpty();
    for (JsonNode job : all.path("jobs")) {
      assertThat(job.path("permissions").isObject()).isTrue();
      assertThat(job.path("timeout-minutes").asInt(0)).isPositive();
    }
    assertThat(Files.readString(workflow)).doesNotContain("pull_request_target");
  }

  /** The id of a commit cannot be moved, as a tag can. */
  @ParameterizedTest
  @MethodSource("workflows")
  void actionsOfOthersArePinnedByCommit(Path workflow) throws IOException {
    for (String line : Files.readAllLines(workflow)) {
      if (line.contains("uses: ") && !line.contains("uses: ./")) {
        assertThat(line.strip()).matches(PINNED);
      }
    }
  }

  /**
   * What somebody else may choose, such as the name of a branch, never becomes part of a script.
   */
  @Test
  void noExpressionStandsInAScript() throws IOException {
    List<JsonNode> steps = new ArrayList<>();
    for (Path workflow : workflows().toList()) {
      YamlDocuments.one(workflow)
          .path("jobs")
          .forEach(job -> job.path("steps").forEach(steps::add));
    }
    YamlDocuments.one(ACTION).path("runs").path("steps").forEach(steps::add);
    assertThat(steps).hasSizeGreaterThan(10);
    assertThat(steps)
        .allSatisfy(step -> assertThat(step.path("run").asString("")).doesNotContain("${{"));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aScriptIsOneForEveryShell(Path script) throws Exception {
    assertThat(execute("sh", "-n", script.toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shellcheckHasNothingToSayOfAScript(Path script) throws Exception {
    assumeThat(installed("shellcheck")).isTrue();
    assertThat(execute("shellcheck", "-x", "-P", "SCRIPTDIR", script.toString())).isEmpty();
  }

  @Test
  void systemdTakesTheUnits() throws Exception {
    assumeThat(installed("systemd-analyze")).isTrue();
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    try (Stream<Path> files = Files.list(CI.resolve("shell"))) {
      for (Path unit :
          files.filter(file -> file.toString().matches(".*\\.(service|timer)")).toList()) {
        Path copy = folder.resolve(unit.getFileName().toString());
        Files.copy(unit, copy);
        command.add(copy.toString());
      }
    }
    assertThat(command).hasSize(6);
    assertThat(execute(command.toArray(String[]::new)).lines())
        .noneMatch(line -> line.contains("cloudsync"));
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(part -> Files.isExecutable(Path.of(part, program)));
  }

  /** What a program prints to either stream. */
  private static String execute(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
