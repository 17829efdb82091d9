package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What does not count in drift, and since when a difference is there. */
class DriftOptionsTest {
  private static final String TWO =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096, pull_event_period: 90 }
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

  private static String ignore(String address, String setting, String expires) {
    return """
      - address: %s
        setting: %s
        owner: it team
        reason: agreed in the review
        expires: %s
    """
        .formatted(address, setting, expires);
  }

  private String ignores(String... entries) {
    return shell
        .write("ignores.yaml", "version: 1\nignores:\n" + String.join("", entries))
        .toString();
  }

  @Test
  void whatIsIgnoredIsListedApartAndDoesNotCount() {
    String file = shell.declare("office", nas, TWO).toString();
    String ignores =
        ignores(
            ignore("office/Dropbox", "max_upload_speed", "2026-03-01"),
            ignore("office/*", "settings", "2027-01-01"));
    Shell.Result result = shell.run("drift", file, "--ignore-file", ignores);
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("\nIgnored, so not counted:\n\n  office/Dropbox\n")
        .contains("ignored: until 2026-03-01, it team: agreed in the review")
        .endsWith(
            """

            No drift that counts. office is as declared but for what is ignored.
            Ignored: 2.
            """);
    Shell.Result partly =
        shell.run(
            "drift",
            file,
            "--ignore-file",
            ignores(ignore("office/Dropbox", "max_upload_speed", "2026-03-01")));
    assertThat(partly.code()).isEqualTo(2);
    assertThat(partly.out())
        .endsWith(
            """

            Drift: 0 missing, 1 changed, 0 unexpected.
            Causes: 1 unknown (no baseline to compare with).
            Ignored: 1.
            """);
  }

  @Test
  void anIgnoreThatHasRunOutCountsAgainAndSaysWhere() throws IOException {
    String file = shell.declare("office", nas, TWO).toString();
    Shell.Result result =
        shell.run(
            "drift",
            file,
            "--ignore-file",
            ignores(ignore("office/Drop*", "max_upload_speed", "2026-02-28")),
            "--report",
            "json=" + folder.resolve("report.json"));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            """
            FOLDER/ignores.yaml:3:5: warning[ignore-expired]: the ignore of office/Drop* by it \
            team held until 2026-02-28: what it means counts again
              hint: mend the difference, or agree on another day
            1 warning
            """);
    assertThat(result.out()).contains("! counts again: ignored until 2026-02-28, it team:");
    JsonNode report = report("report.json");
    assertThat(report.at("/nas/0/findings/1/standing").asString()).isEqualTo("lapsed");
    assertThat(report.at("/nas/0/findings/1/ignore/address").asString())
        .isEqualTo("office/Drop*#max_upload_speed");
    assertThat(report.at("/diagnostics/0/code").asString()).isEqualTo("ignore-expired");
  }

  @Test
  void anIgnoreThatHasRunOutIsNoWarningWhereAnotherHolds() {
    String file = shell.declare("office", nas, TWO).toString();
    Shell.Result result =
        shell.run(
            "drift",
            file,
            "--ignore-file",
            ignores(
                ignore("office/Drop*", "max_upload_speed", "2026-02-28"),
                ignore("office/*", "settings", "2027-01-01")));
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .isEqualTo(
            """
            FOLDER/ignores.yaml:3:5: note[ignore-expired]: the ignore of office/Drop* by it team \
            held until 2026-02-28: what it means is ignored still, by another
              hint: remove it
            1 note
            """);
    String of = ignores(ignore("office/Google*", "declared", "2026-02-28"));
    assertThat(shell.run("drift", file, "--ignore-file", of).err())
        .as("what would not count anyway does not count again")
        .isEmpty();
    assertThat(shell.run("drift", file, "--unmanaged", "--ignore-file", of).err())
        .contains("warning[ignore-expired]");
  }

  @Test
  void anIgnoreThatMeansNothingIsNoted() {
    String file = shell.declare("office", nas, TWO).toString();
    String ignores = ignores(ignore("office/Nowhere", "paused", "2027-01-01"));
    Shell.Result result = shell.run("drift", file, "--ignore-file", ignores);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            """
            FOLDER/ignores.yaml:3:5: note[ignore-unused]: nothing that differs is meant by the \
            ignore of office/Nowhere
              hint: remove it, or check its address
            1 note
            """);
  }

  @Test
  void anIgnoreChangesNothingThatPlanAndApplyDo() {
    String file = shell.declare("office", nas, TWO).toString();
    String before = shell.run("plan", file, "--detailed-exitcode").out();
    shell.run(
        "drift", file, "--ignore-file", ignores(ignore("*", "max_upload_speed", "2027-01-01")));
    Shell.Result plan = shell.run("plan", file, "--detailed-exitcode");
    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.out()).isEqualTo(before);
    assertThat(shell.run("plan", file, "--ignore-file", "ignores.yaml").code()).isEqualTo(64);
    assertThat(shell.run("apply", file, "--ignore-file", "ignores.yaml").code()).isEqualTo(64);
    assertThat(shell.run("apply", "--yes", file).out()).contains("Apply complete: 1 operation");
    assertThat(shell.run("drift", file).code()).isZero();
  }

  @Test
  void everythingThatIsWrongWithAFileOfIgnoresIsToldWithItsPlace() {
    String file = shell.declare("office", nas, TWO).toString();
    Path ignores =
        shell.write(
            "ignores.yaml",
            """
            version: 2
            ignores:
              - address: office/Dropbox
                setting: max_upload
                reason: ''
                expires: 2026-02-30
                since: yesterday
              - owner: somebody
            """);
    Shell.Result result = shell.run("drift", file, "--ignore-file", ignores.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.out()).isEmpty();
    assertThat(
            result
                .err()
                .replaceAll("(?m)^  hint: .*\n", "")
                .replaceAll("one of [^\n]*", "one of …"))
        .isEqualTo(
            """
            FOLDER/ignores.yaml:1:10: error[bad-value]: this program reads version 1 of files of \
            ignores, not the number 2
            FOLDER/ignores.yaml:3:5: error[missing-key]: an entry of ignores needs the key owner
            FOLDER/ignores.yaml:4:14: error[bad-value]: setting must be one of …
            FOLDER/ignores.yaml:5:13: error[bad-value]: reason must not be empty
            FOLDER/ignores.yaml:6:14: error[bad-value]: expires names a day that no calendar has
            FOLDER/ignores.yaml:7:5: error[unknown-key]: unknown key "since" in an entry of ignores
            FOLDER/ignores.yaml:8:5: error[missing-key]: an entry of ignores needs the key address
            FOLDER/ignores.yaml:8:5: error[missing-key]: an entry of ignores needs the key reason
            FOLDER/ignores.yaml:8:5: error[missing-key]: an entry of ignores needs the key expires
            9 errors
            """);
    assertThat(nas.requests()).isEmpty();
    Shell.Result missing = shell.run("drift", file, "--ignore-file", "nowhere.yaml");
    assertThat(missing.code()).isEqualTo(65);
    assertThat(missing.err())
        .startsWith("error[file-not-found]: there is no file of ignores nowhere.yaml\n");
  }

  @Test
  void earlierReportsTellSinceWhenAndHowOften() throws IOException {
    String file = shell.declare("office", nas, TWO).toString();
    Path reports = Files.createDirectories(folder.resolve("reports/older"));
    String json = "json=" + folder.resolve("now.json");
    shell.run("drift", file, "--report", json);
    String now = Files.readString(folder.resolve("now.json"));
    String key = "office/Dropbox#settings.max_upload_speed";
    write(reports.resolve("a"), now.replace("2026-03-01T12", "2026-02-01T12"));
    write(
        reports.resolve("b.json"),
        now.replace("2026-03-01T12", "2026-02-02T12").replace(key, "office/Dropbox#other"));
    write(reports.resolve("../c.json"), now.replace("2026-03-01T12", "2026-02-03T12"));
    write(reports.resolve("broken.json"), now.substring(0, 100));
    write(reports.resolve("foreign.json"), "{\"format\": \"something\"}");
    write(reports.resolve("newer.json"), now.replace("\"version\": 1", "\"version\": 9"));
    write(reports.resolve("future.json"), now.replace("2026-03-01T12", "2027-01-01T12"));
    Shell.Result result =
        shell.run("drift", file, "--since", folder.resolve("reports").toString(), "--report", json);
    assertThat(result.out())
        .contains("cause: unknown, first seen 2026-02-01, in 3 reports, came back once\n")
        .contains("cause: unknown, since 2026-02-01, in 4 reports\n");
    assertThat(result.err())
        .isEqualTo(
            """
            FOLDER/reports/older/broken.json:1:1: warning[report-skipped]: not used as an \
            earlier report: it is no JSON
            FOLDER/reports/older/foreign.json:1:1: warning[report-skipped]: not used as an \
            earlier report: it is no report of cloudsyncctl
            FOLDER/reports/older/future.json:1:1: warning[report-skipped]: not used as an \
            earlier report: its run began later than this one
            FOLDER/reports/older/newer.json:1:1: warning[report-skipped]: not used as an \
            earlier report: it is of another version than 1, which is known here
            4 warnings
            """);
    JsonNode history = report("now.json").at("/nas/0/findings/1/history");
    assertThat(history.toString())
        .isEqualTo("{\"first_seen\":\"2026-02-01T12:00:00Z\",\"reports\":3,\"spells\":2}");
  }

  @Test
  void theFirstRunHasNoEarlierReports() {
    String file = shell.declare("office", nas, TWO).toString();
    Shell.Result result = shell.run("drift", file, "--since", folder.resolve("none").toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("cause: unknown, new\n");
    assertThat(result.err())
        .startsWith("warning[no-earlier-reports]: there is no folder FOLDER/none, so every");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private JsonNode report(String name) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
  }
}
