package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.model.ReportKind;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes of a run, every report is written and says so. */
class ReportsTest {
  private static final String FASTER =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
      """;
  private static final String DIFFERENCE = "settings.max_upload_speed: 2048 → 4096";

  private static final Set<ReportKind> KINDS = EnumSet.allOf(ReportKind.class);

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @AfterEach
  void close() {
    nas.close();
  }

  @Test
  void aDriftIsInEveryReport() {
    Shell.Result result = all("drift", shell.declare("office", nas, FASTER).toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(json("json").at("/exit_code").asInt()).isEqualTo(2);
    assertThat(text("markdown")).contains("max_upload_speed");
    assertThat(text("junit")).contains("<failure type=\"differs\" message=\"" + DIFFERENCE);
    assertThat(json("sarif").at("/runs/0/results/0/message/text").asString()).contains(DIFFERENCE);
    assertThat(text("gitlab"))
        .isEqualTo("{\n  \"create\": 0,\n  \"update\": 1,\n  \"delete\": 0\n}\n");
    assertThat(text("github")).contains("office.yaml,line=9,").contains(DIFFERENCE);
    assertThat(text("prometheus"))
        .contains(
            "cloudsyncctl_differences{attribution=\"unattributed\",nas=\"office\",risk=\"none\"}"
                + " 1.0");
  }

  @Test
  void anApplyLeavesReportsOfWhatItDidAndOfWhatIsLeft() {
    Shell.Result result = all("apply", "--yes", shell.declare("office", nas, FASTER).toString());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(json("json").at("/nas/0/applied/status").asString()).isEqualTo("applied");
    assertThat(text("junit"))
        .contains("name=\"1. office/Dropbox: write the connection settings\"")
        .doesNotContain("<failure");
    assertThat(json("sarif").at("/runs/0/results").size()).isZero();
    assertThat(text("github")).isEmpty();
    assertThat(text("prometheus"))
        .contains("cloudsyncctl_operations{nas=\"office\",outcome=\"done\"} 1.0");
  }

  @Test
  void aNasThatIsAwayIsInEveryReport() {
    Path away =
        shell.write(
            "attic.yaml",
            """
            version: 1
            nas: { name: attic, url: "http://127.0.0.1:1", username: admin, password: x }
            """);
    Shell.Result result =
        all("drift", away.toString(), shell.declare("office", nas, FASTER).toString());
    assertThat(result.code()).isEqualTo(5);
    assertThat(json("json").at("/nas/0/plan/status").asString()).isEqualTo("failed");
    assertThat(text("markdown")).contains("attic");
    assertThat(text("junit"))
        .contains("<error type=\"nas-connection-refused\"")
        .contains("<failure type=\"differs\" message=\"" + DIFFERENCE);
    assertThat(json("sarif").at("/runs/0/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(text("gitlab")).isEqualTo("{\n  \"error\": \"no plan of attic\"\n}\n");
    assertThat(text("github"))
        .contains("::error title=nas-connection-refused::attic: ")
        .contains(DIFFERENCE);
    assertThat(text("prometheus"))
        .contains("cloudsyncctl_nas_unreachable{nas=\"attic\"} 1.0")
        .contains("cloudsyncctl_nas_unreachable{nas=\"office\"} 0.0");
  }

  @Test
  void aFileThatIsWrongIsInEveryReport() {
    Shell.Result result =
        all("plan", shell.write("wrong.yaml", "version: 1\nnas: { nam: x }\n").toString());
    assertThat(result.code()).isEqualTo(65);
    String code = json("json").at("/diagnostics/0/code").asString();
    assertThat(result.err()).contains("error[" + code + "]");
    assertThat(text("markdown")).contains("wrong.yaml:2:6");
    assertThat(text("junit")).contains("error[" + code + "]");
    assertThat(
            json("sarif")
                .at("/runs/0/invocations/0/toolExecutionNotifications/0/descriptor/id")
                .asString())
        .isEqualTo(code);
    assertThat(text("gitlab")).contains("\"error\": \"no plan of every NAS: ");
    assertThat(text("github")).contains("wrong.yaml,line=2,").contains("title=" + code);
    assertThat(text("prometheus"))
        .contains("cloudsyncctl_run_exit_code{command=\"plan\"} 65.0")
        .contains("cloudsyncctl_run_incomplete{command=\"plan\"} 1.0")
        .doesNotContain("last_success");
  }

  /** What collects metrics and artifacts is another user's. */
  @Test
  void othersMayReadAReportAsTheyMayReadAnyNewFile() throws IOException {
    all("drift", shell.declare("office", nas, FASTER).toString());
    Path usual = Files.createFile(folder.resolve("usual"));
    for (ReportKind kind : KINDS) {
      assertThat(Files.getPosixFilePermissions(file(kind.word())))
          .as(kind.word())
          .isEqualTo(Files.getPosixFilePermissions(usual));
    }
  }

  @Test
  void aReportThatCannotBeWrittenTakesNoOtherWithIt() {
    Path file = shell.write("file.txt", "in the way\n");
    List<String> arguments = new ArrayList<>(List.of("drift"));
    arguments.add("--report=junit=" + file.resolve("report.junit"));
    arguments.addAll(requests());
    arguments.add(shell.declare("office", nas, FASTER).toString());
    Shell.Result result = shell.run(arguments.toArray(String[]::new));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            """
            FOLDER/file.txt/report.junit:1:1: error[report-not-written]: the junit report cannot be written: FOLDER/file.txt is no folder
              hint: name a file in a folder that can be written to
            """);
    assertThat(text("sarif")).contains(DIFFERENCE);
    assertThat(text("junit")).contains(DIFFERENCE);
  }

  @Test
  void aRunThatFailsKeepsWhenItLastSucceeded() throws IOException {
    String declared = shell.declare("office", nas, FASTER).toString();
    all("drift", declared);
    List<String> succeeded =
        text("prometheus").lines().filter(line -> line.contains("last_success")).toList();
    assertThat(succeeded).hasSize(6);
    nas.close();
    assertThat(all("drift", declared).code()).isEqualTo(5);
    assertThat(text("prometheus"))
        .contains("cloudsyncctl_nas_unreachable{nas=\"office\"} 1.0")
        .contains(succeeded);
    Files.writeString(Path.of(declared), "version: 2\n");
    assertThat(all("drift", declared).code()).isEqualTo(65);
    assertThat(text("prometheus")).contains(succeeded);
  }

  @Test
  void theSummaryOfTheStepIsAppendedTo() throws IOException {
    Path summary = shell.write("summary.md", "What others said.\n");
    shell.environment("GITHUB_STEP_SUMMARY", summary.toString());
    all("drift", shell.declare("office", nas, FASTER).toString());
    assertThat(Files.readString(summary)).isEqualTo("What others said.\n\n" + text("markdown"));
  }

  @Test
  void aSummaryThatIsFullIsSaid() {
    Path summary = shell.write("summary.md", "x".repeat(1024 * 1024));
    shell.environment("GITHUB_STEP_SUMMARY", summary.toString());
    Shell.Result result = all("drift", shell.declare("office", nas, FASTER).toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "error[report-not-written]: the summary of the step cannot be written: the summary of"
                + " this step is full: GitHub allows 1 MiB");
    assertThat(text("github")).contains(DIFFERENCE);
  }

  @Test
  void gitHubReadsNoCommandFromThePlanOnlyFromTheReport() {
    String declared = shell.declare("office", nas, FASTER).toString();
    shell.environment("GITHUB_ACTIONS", "true");
    List<String> lines = shell.run("plan", "--report=github=-", declared).out().lines().toList();
    assertThat(lines.getFirst()).matches("::stop-commands::[0-9a-f]{32}");
    String word = lines.getFirst().substring("::stop-commands::".length());
    int end = lines.indexOf("::" + word + "::");
    assertThat(lines.subList(0, end)).contains("NAS office");
    assertThat(lines.subList(end + 1, lines.size()))
        .singleElement()
        .asString()
        .startsWith("::notice file=");
    assertThat(shell.run("plan", declared).out()).doesNotContain("::stop-commands::");
  }

  @Test
  void filesAndTheRepositoryAreNamedAsTheCodeHostDoes() {
    shell
        .environment("GITHUB_WORKSPACE", folder.resolve("..").toString())
        .environment("GITHUB_SERVER_URL", "https://github.example")
        .environment("GITHUB_REPOSITORY", "anna/nas");
    all("drift", shell.declare("office", nas, FASTER).toString());
    assertThat(
            json("sarif")
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString())
        .isEqualTo(folder.getFileName() + "/office.yaml");
    assertThat(
            json("sarif").at("/runs/0/versionControlProvenance/0/repositoryUri").asString("none"))
        .as("without a commit there is nothing to say of a repository")
        .isEqualTo("none");
    assertThat(text("github")).contains(" file=" + folder.getFileName() + "/office.yaml,line=9,");
  }

  private Shell.Result all(String command, String... rest) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(requests());
    arguments.addAll(List.of(rest));
    return shell.run(arguments.toArray(String[]::new));
  }

  private List<String> requests() {
    return KINDS.stream().map(kind -> "--report=" + kind.word() + "=" + file(kind.word())).toList();
  }

  private Path file(String kind) {
    return folder.resolve("reports").resolve("report." + kind);
  }

  private String text(String kind) {
    try {
      return Files.readString(file(kind));
    } catch (IOException e) {
      throw new AssertionError("there is no report " + kind, e);
    }
  }

  private JsonNode json(String kind) {
    return JsonMapper.shared().readTree(text(kind));
  }
}
