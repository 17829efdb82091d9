package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What drift says of a NAS is never better than what was read of it, and what counts. */
class DriftCountsTest {
  private static final String IN_SYNC =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 2048 }
      """;
  private static final String THREE =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096, max_download_speed: 7, pull_event_period: 90 }
      """;
  private static final String ALL_IGNORED =
      """
      version: 1
      ignores:
        - { address: office/Dropbox, owner: it team, reason: agreed, expires: 2027-01-01 }
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final SimulatedNas other =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @AfterEach
  void close() {
    nas.close();
    other.close();
  }

  @Test
  void whatCannotBeReadIsNeverAsDeclared() {
    String file = shell.declare("office", nas, IN_SYNC).toString();
    refuse();
    Shell.Result result = shell.run("drift", file, "--unmanaged");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out())
        .contains("\n  Not readable")
        .doesNotContain("is as declared")
        .endsWith(
            """

            What is declared of office cannot be read in full.
            Not declared: 6.
            Not readable: 1.
            Causes: 6 unknown (no baseline to compare with).
            """);
  }

  @Test
  void aPartThatCannotBeReadIsNoTestCaseThatPasses() throws IOException {
    String file = shell.declare("office", nas, IN_SYNC).toString();
    refuse();
    shell.run("drift", file, "--report", "junit=" + folder.resolve("drift.xml"));
    assertThat(Files.readString(folder.resolve("drift.xml")))
        .contains("name=\"office/Dropbox: settings\">\n      <error type=\"unreadable\"");
  }

  @Test
  void whatIsOnlyIgnoredIsAsDeclaredButForThat() {
    String file = shell.declare("office", nas, THREE).toString();
    String ignores = shell.write("ignores.yaml", ALL_IGNORED).toString();
    Shell.Result result = shell.run("drift", file, "--unmanaged", "--ignore-file", ignores);
    assertThat(result.out())
        .endsWith(
            """

            What is declared of office is as declared but for what is ignored.
            Not declared: 6.
            Causes: 6 unknown (no baseline to compare with).
            Ignored: 3.
            """);
  }

  @Test
  void aNasCountsAsDeclaredOnlyWhereNothingIsIgnoredOrUndeclared() {
    String office = shell.declare("office", nas, THREE).toString();
    String home = shell.declare("home", other, IN_SYNC).toString();
    String ignores = shell.write("ignores.yaml", ALL_IGNORED).toString();
    assertThat(shell.run("drift", office, home, "--unmanaged", "--ignore-file", ignores).out())
        .contains("\n2 NAS: 0 as declared, 2 drifted, 0 failed.\nNot declared: 12.\n");
    assertThat(shell.run("drift", office, home, "--ignore-file", ignores).out())
        .contains(
            """

            2 NAS: 1 as declared, 1 as declared but for what is ignored, 0 drifted, 0
            failed.
            Ignored: 3.
            """);
  }

  @Test
  void markdownAndWebPageSayTheSameOfWhatIsIgnored() throws IOException {
    String file =
        shell
            .declare(
                "office",
                nas,
                """
                connections:
                  - name: Dropbox
                    settings: { max_upload_speed: 4096 }
                    tasks:
                      - local_path: /projects/Harbour Offices/Exchange
                        cloud_path: /Harbour Offices
                        filters: { max_upload_size: 77 }
                """)
            .toString();
    assertThat(markdown(file))
        .contains("### Drift: 2 differences, worst risk data-loss\n", "#### May delete files (1)");
    shell.write(
        "ignores.yaml",
        """
        version: 1
        ignores:
          - address: office/*
            setting: max_upload_size
            owner: it team
            reason: agreed
            expires: 2027-01-01
        """);
    String markdown = markdown(file, "--ignore-file", folder.resolve("ignores.yaml").toString());
    assertThat(markdown)
        .contains("### Drift: 1 difference; 1 ignored\n")
        .contains("<summary>Ignored, so not counted (1)</summary>")
        .doesNotContain("May delete files", "worst risk");
    assertThat(Files.readString(folder.resolve("drift.html")))
        .contains("Drift: 1 difference; 1 ignored</h1>");
  }

  @Test
  void whatNobodyDeclaredHasASectionWhereItCounts() throws IOException {
    String file = shell.declare("office", nas, IN_SYNC).toString();
    assertThat(markdown(file, "--unmanaged"))
        .contains("### Drift: 6 differences\n", "#### Not declared, but on the NAS (6)\n")
        .doesNotContain("Unmanaged, never");
    assertThat(markdown(file))
        .contains("### Drift: no difference\n", "<summary>Unmanaged, never touched (6)");
  }

  @Test
  void aReportThatDidNotCountTheUndeclaredSaysNothingOfThem() throws IOException {
    String file = shell.declare("office", nas, IN_SYNC).toString();
    reported("1", "drift", file, "--unmanaged");
    reported("2", "plan", file);
    reported("3", "drift", file);
    JsonNode last = reported("4", "drift", file, "--unmanaged", "--since", earlier());
    assertThat(last.path("undeclared_counts").asBoolean()).isTrue();
    assertThat(last.at("/nas/0/findings/0/history").toString())
        .isEqualTo("{\"first_seen\":\"2026-01-01T12:00:00Z\",\"reports\":2,\"spells\":1}");
  }

  @Test
  void aReportInWhichItCouldNotBeReadOrWasNotDeclaredSaysNothingOfIt() throws IOException {
    String file = shell.declare("office", nas, THREE).toString();
    reported("1", "drift", file);
    refuse();
    reported("2", "drift", file);
    shell.declare("office", nas, "connections: []\n");
    reported("3", "drift", file);
    shell.declare("office", nas, THREE);
    JsonNode last = reported("4", "drift", file, "--since", earlier());
    assertThat(last.at("/nas/0/findings/0/history").toString())
        .isEqualTo("{\"first_seen\":\"2026-01-01T12:00:00Z\",\"reports\":2,\"spells\":1}");
    Files.writeString(
        folder.resolve("earlier/5.json"),
        Files.readString(folder.resolve("earlier/2.json"))
            .replace("2026-01-02", "2026-01-05")
            .replace("#readable", "#other"));
    last = reported("6", "drift", file, "--since", earlier());
    assertThat(last.at("/nas/0/findings/0/history/spells").asInt())
        .as("a report that compared it and did not find it")
        .isEqualTo(2);
  }

  private String earlier() {
    return folder.resolve("earlier").toString();
  }

  /** Runs a command, and dates its report as of that day. */
  private JsonNode reported(String day, String... arguments) throws IOException {
    Path report = Files.createDirectories(folder.resolve("earlier")).resolve(day + ".json");
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--report";
    all[arguments.length + 1] = "json=" + report;
    Shell.Result result = shell.run(all);
    assertThat(result.err()).isEmpty();
    String text = Files.readString(report);
    Files.writeString(report, text.replace("2026-03-01T12", "2026-01-0" + day + "T12"));
    return JsonMapper.shared().readTree(text);
  }

  private String markdown(String file, String... options) throws IOException {
    String[] all = new String[options.length + 6];
    all[0] = "drift";
    all[1] = file;
    all[2] = "--report";
    all[3] = "markdown=" + folder.resolve("drift.md");
    all[4] = "--report";
    all[5] = "html=" + folder.resolve("drift.html");
    System.arraycopy(options, 0, all, 6, options.length);
    shell.run(all);
    return Files.readString(folder.resolve("drift.md"));
  }

  /** The settings of Dropbox, once. */
  private void refuse() {
    nas.injectFaults(
        new FaultInjector() {
          private boolean done;

          @Override
          public synchronized FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            if (done
                || !call.method().equals("get_connection_setting")
                || !call.parameters().path("connection_id").asString("").equals("1")) {
              return null;
            }
            done = true;
            return new FaultSpec.ApiError(105);
          }
        });
  }
}
