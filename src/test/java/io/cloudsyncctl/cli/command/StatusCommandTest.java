package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code status} over real HTTP. */
class StatusCommandTest {
  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private String file = "";
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
    file = shell.declare("office", nas, "").toString();
  }

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
    nas.close();
  }

  @Test
  void connectionsAndTasksAreToldInTwoRoundTrips() {
    Shell.Result result = shell.run("status", file);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .startsWith(
            """
            NAS office
            ==========

              4 connections of all users

              office/Dropbox (db, office@lindqvist-baum.example)
                status              uptodate
                /projects/Riverside School/Exchange:/Riverside School
                  BIDIRECTION, uptodate
            """)
        .contains("\n    status              syncing, 3 files not finished\n")
        .doesNotContain("log", "cloud folders", "Changed last");
    assertThat(methods())
        .containsExactly(
            "query",
            "login",
            "list_conn",
            "list_sess",
            "list_sess",
            "list_sess",
            "list_sess",
            "logout");
  }

  @Test
  void theLogIsFilteredByTheNas() {
    Shell.Result result = shell.run("status", file, "--level", "error", "--log", "1");
    assertThat(result.out())
        .contains(
            """
                log, 1 entry
                  2025-11-10 22:13 UTC  upload failed, error -37
                    /archive/2022/Ferry Terminal/Point cloud.e57
            """)
        .contains("    log, 0 entries\n");
    assertThat(shell.run("status", file, "--keyword", "Roof").out())
        .contains("    log, 1 entry\n", "RS-S-201 Roof framing.pdf");
  }

  @Test
  void recentChangesAndCloudFoldersAreToldWhereTheyAreAskedFor() {
    assertThat(shell.run("status", file, "--recent", "--folders").out())
        .contains("      cloud folders: /Issued, /Internal, /Structural\n")
        .endsWith(
            """
              Changed last
                uploaded
                  /finance/Invoices/2025/2025-0412 Riverside School.pdf
                downloaded
                  /projects/Riverside School/Exchange/Structural/RS-S-201 Roof framing.pdf
              Under way
                uploading, 65535 of 411648 bytes
                  /finance/Invoices/2025/2025-0413 Mill Lane.pdf

            """);
  }

  @Test
  void whatALoginMayNotReadIsSaidAndNotLeftOut() {
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals("list_sess") || call.method().equals("get_log")
                ? new FaultSpec.ApiError(105)
                : null;
          }
        });
    Shell.Result result = shell.run("status", file, "--log", "5");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "    not readable: this login may not read it (list_sess answers 105)\n"
                + "    not readable: this login may not read it (get_log answers 105)\n");
  }

  @Test
  void namesAreHarmlessInATerminal() {
    nas.state()
        .edit(state ->
            ((ObjectNode) state.at("/list_conn/conn/0"))
                .put("task_name", "\u001b[31mred\u202e")
                .put("status", "err\u0007"));
    assertThat(shell.run("status", file).out())
        .contains("office/\\u{1B}[31mred\\u{202E} (db, ")
        .contains("status              err\\u{7}\n")
        .doesNotContain("\u001b", "\u202e", "\u0007");
  }

  @Test
  void programsReadJson() {
    JsonNode root =
        JsonMapper.shared()
            .readTree(shell.run("status", file, "--format", "json", "--log", "2").out());
    assertThat(root.path("format").stringValue()).isEqualTo("cloudsyncctl-status");
    assertThat(root.at("/nas/0/connections/1/status").stringValue()).isEqualTo("syncing");
    assertThat(root.at("/nas/0/connections/1/log_total").intValue()).isEqualTo(3);
    assertThat(root.at("/nas/0/connections/1/log")).hasSize(2);
    assertThat(root.at("/nas/0/connections/0/tasks/0/sync_direction").stringValue())
        .isEqualTo("BIDIRECTION");
    assertThat(root.at("/nas/0/connections/0/tasks/0").has("cloud_folders")).isFalse();
  }

  @Test
  void oneNasThatIsAwayDoesNotHideTheOthers() {
    String away =
        shell
            .write(
                "away.yaml",
                """
                version: 1
                nas: { name: away, url: "http://127.0.0.1:1", username: a, password: "${env:P}" }
                """)
            .toString();
    Shell.Result result = shell.environment("P", "x").run("status", away, file);
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.out()).contains("NAS office\n");
    assertThat(result.err()).contains("away: query: error[nas-connection-refused]");
  }

  @Test
  void aPageHoldsTwoHundredEntriesAtMost() {
    Shell.Result result = shell.run("status", file, "--log", "201");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("error[bad-usage]: --log must be 1 to 200");
    assertThat(nas.requests()).isEmpty();
  }

  private List<String> methods() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .map(RecordedCall::method)
        .toList();
  }
}
