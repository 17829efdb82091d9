package io.cloudsyncctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each report goes to a place of its own, and holds the code that the run ends with. */
class ReportFilesTest {
  private static final String FASTER =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
      """;

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

  private void refused(String why, String... arguments) {
    Shell.Result result = shell.run(arguments);
    assertThat(result.err()).startsWith("error[reports-collide]: " + why);
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.out()).isEmpty();
    assertThat(nas.requests()).as("nothing is read before").isEmpty();
  }

  @Test
  void twoReportsToOneFileAreRefused() throws IOException {
    String file = shell.declare("office", nas, FASTER).toString();
    String plain = folder + "/x";
    refused(
        "the report html=FOLDER/x would be written over the report json=FOLDER/x\n",
        "drift",
        file,
        "--report",
        "json=" + plain,
        "--report",
        "html=" + plain);
    refused(
        "the report html=FOLDER/./x would be written over the report json=FOLDER/x\n",
        "plan",
        file,
        "--report",
        "json=" + plain,
        "--report",
        "html=" + folder + "/./x");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("x"));
    refused(
        "the report html=FOLDER/link would be written over the report json=FOLDER/x\n",
        "apply",
        "--yes",
        file,
        "--report",
        "json=" + plain,
        "--report",
        "html=" + folder + "/link");
    Files.createSymbolicLink(folder.resolve("here"), Path.of("."));
    refused(
        "the report html=FOLDER/here/x would be written over the report json=FOLDER/x\n",
        "watch",
        "--rounds",
        "1",
        file,
        "--report",
        "json=" + plain,
        "--report",
        "html=" + folder + "/here/x");
  }

  @Test
  void aReportOverThePlanOrOverAFileThatIsReadIsRefused() throws IOException {
    String file = shell.declare("office", nas, FASTER).toString();
    String before = Files.readString(Path.of(file));
    refused(
        "the report json=FOLDER/p would be written over the plan, --out FOLDER/p\n",
        "plan",
        file,
        "--out",
        folder + "/p",
        "--report",
        "json=" + folder + "/p");
    refused(
        "the report json=FOLDER/office.yaml would be written over a file that is read,"
            + " FOLDER/office",
        "plan",
        file,
        "--report",
        "json=" + file);
    assertThat(Files.readString(Path.of(file))).isEqualTo(before);
  }

  @Test
  void onlyOneReportGoesToStandardOutput() {
    String file = shell.declare("office", nas, FASTER).toString();
    refused(
        "two reports go to standard output: json=- and html=-\n",
        "drift",
        file,
        "--report",
        "json=-",
        "--report",
        "html=-");
    Shell.Result result = shell.run("drift", file, "--report", "json=-", "--report", "github=-");
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(
            shell
                .run("drift", file, "--report", "json=/dev/null", "--report", "html=/dev/null")
                .err())
        .doesNotContain("reports-collide");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "0", "100", "3999"})
  void aBudgetThatCannotBeKeptIsRefused(String budget) {
    String file = shell.declare("office", nas, FASTER).toString();
    Shell.Result result = shell.run("plan", file, "--report-budget", budget);
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .startsWith(
            "error[bad-usage]: --report-budget must be 4000 bytes at least, not " + budget + "\n");
    assertThat(nas.requests()).isEmpty();
  }

  @Test
  void everyReportHoldsTheCodeThatTheRunEndsWith() throws IOException {
    String file = shell.declare("office", nas, FASTER).toString();
    Files.createFile(folder.resolve("no-folder"));
    List<String> arguments = new ArrayList<>(List.of("drift", file));
    for (String report :
        List.of(
            "markdown=-",
            "json=" + folder.resolve("a.json"),
            "prometheus=" + folder.resolve("a.prom"),
            "html=" + folder.resolve("no-folder/x.html"),
            "junit=" + folder.resolve("a.xml"))) {
      arguments.add("--report");
      arguments.add(report);
    }
    Shell.Result result = shell.run(arguments.toArray(String[]::new));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("error[report-not-written]").doesNotContain("error[int");
    assertThat(Files.readString(folder.resolve("a.json")))
        .contains("\"exit_code\": 1,", "\"code\": \"report-not-written\"");
    assertThat(Files.readString(folder.resolve("a.prom")))
        .contains("cloudsyncctl_run_exit_code{command=\"drift\"} 1.0")
        .doesNotContain("cloudsyncctl_last_success_timestamp_seconds{");
    assertThat(Files.readString(folder.resolve("a.xml"))).contains("exit_code\" value=\"1: ");
    assertThat(result.out()).contains("exit code 1");
  }

  @Test
  void aReportThatFailsDoesNotChangeTheCodeOfARunThatFailedWorse() throws IOException {
    String file = shell.write("office.yaml", "version: 1\nnas: {}\n").toString();
    Files.createFile(folder.resolve("no-folder"));
    Shell.Result result =
        shell.run(
            "plan",
            file,
            "--report",
            "json=" + folder.resolve("a.json"),
            "--report",
            "html=" + folder.resolve("no-folder/x.html"));
    assertThat(result.code()).isEqualTo(65);
    assertThat(Files.readString(folder.resolve("a.json"))).contains("\"exit_code\": 65,");
  }
}
