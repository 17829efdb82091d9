package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {
  private static final String FASTER =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
      """;
  private static final String AS_IT_IS =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 2048 }
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
    assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
    nas.close();
  }

  @Test
  void aPlanOnlyReads() {
    shell.run("plan", shell.declare("office", nas, FASTER).toString());
    assertThat(methods())
        .contains("get_config", "list_conn", "get_selective_sync_config")
        .allMatch(method ->
            method.startsWith("get_")
                || method.startsWith("list_")
                || method.matches("query|login|logout|request"))
        .doesNotContain("get_conn_auth_info");
  }

  @Test
  void aDifferenceIsAnExitCodeOnlyWhereItIsAskedFor() {
    String different = shell.declare("office", nas, FASTER).toString();
    assertThat(shell.run("plan", different).code()).isZero();
    assertThat(shell.run("plan", "--detailed-exitcode", different).code()).isEqualTo(2);
    assertThat(shell.run("drift", different).code()).isEqualTo(2);
    String same = shell.declare("office", nas, AS_IT_IS).toString();
    assertThat(shell.run("plan", "--detailed-exitcode", same).code()).isZero();
    assertThat(shell.run("drift", same).code()).isZero();
  }

  @Test
  void aMisspeltPathIsSetBesideTheTaskThatItMayMean() {
    Shell.Result manual =
        shell.run(
            "plan",
            shell
                .declare(
                    "office",
                    nas,
                    """
                    connections:
                      - name: Dropbox
                        tasks:
                          - { local_path: /projects/TEMPLATES, cloud_path: /Office templates }
                          - { local_path: /projects/New, cloud_path: /New }
                    """)
                .toString());
    assertThat(manual.code()).isZero();
    assertThat(manual.out().replaceAll("\\s+", " "))
        .contains(
            "1. If the task of the local folder /projects/Templates and the cloud folder /Office"
                + " templates is meant, correct the paths in the YAML: two tasks would sync the"
                + " same files 2. In DSM open Cloud Sync")
        .containsOnlyOnce("is meant, correct the paths");

    Shell.Result created =
        shell.run(
            "plan",
            shell
                .declare(
                    "office",
                    nas,
                    """
                    connections:
                      - name: Amazon S3
                        tasks:
                          - local_path: /archive/2021
                            cloud_path: /archive/2021
                          - local_path: /Archive/2022
                            cloud_path: /archive/new
                            sync_direction: ONLY_UPLOAD
                            consistency_check: true
                            no_delete_on_cloud: true
                            convert_gd: false
                    """)
                .toString());
    assertThat(created.out().replaceAll("\\s+", " "))
        .contains(
            "If the task of the local folder /archive/2022 and the cloud folder /archive/2022 is"
                + " meant, correct the paths in the YAML");
  }

  @Test
  void oneNasThatFailsDoesNotHideTheOthers() {
    Path first = shell.declare("office", nas, FASTER);
    Path second =
        shell.write(
            "attic.yaml",
            """
            version: 1
            nas: { name: attic, url: "http://127.0.0.1:1", username: admin, password: x }
            """);
    Shell.Result result = shell.run("plan", second.toString(), first.toString());
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.out())
        .contains(
            """
            NAS attic
            =========

            Failed: attic could not be reached or refused the login.
                    (nas-connection-refused)
            """)
        .contains("max_upload_speed  2048 → 4096")
        .contains("2 NAS: 0 as declared, 1 with changes, 1 failed");
    assertThat(result.err()).contains("error[nas-connection-refused]");
  }

  @Test
  void aFileThatIsWrongDoesNotHideTheOthers() {
    Path right = shell.declare("office", nas, FASTER);
    Path wrong = shell.write("wrong.yaml", "version: 1\nnas: { nam: x }\n");
    Shell.Result result = shell.run("plan", wrong.toString(), right.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err()).contains("wrong.yaml:2:8: error[");
    assertThat(result.out()).contains("max_upload_speed  2048 → 4096");
  }

  @Test
  void aWrongPasswordIsNotTriedTwice() {
    Path file = shell.environment("NAS_PASSWORD", "s3same").declare("office", nas, FASTER);
    Shell.Result result = shell.run("plan", file.toString());
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.err()).contains("error[login-refused]").doesNotContain("s3same");
    assertThat(methods()).containsOnlyOnce("login");
  }

  @Test
  void theJsonSaysTheSame() {
    Path file = shell.declare("office", nas, FASTER);
    JsonNode json =
        JsonMapper.shared().readTree(shell.run("plan", "--format", "json", file.toString()).out());
    assertThat(json.path("format").asString("")).isEqualTo("cloudsyncctl-plan");
    assertThat(json.at("/nas/0/changes/0/fields/0/after").toString()).contains("4096");
  }

  @Test
  void anOldPackageDriftsInWhatItCannotReportOnlyWhereTheRecordHoldsAnotherValue() {
    nas.state().becomeOldPackage();
    String yaml =
        """
        connections:
          - name: Microsoft OneDrive
            tasks:
              - local_path: /finance/Invoices
                cloud_path: /Invoices
                consistency_check: true
                no_delete_on_cloud: %s
                convert_gd: false
        """;
    String file = shell.declare("office", nas, yaml.formatted("true")).toString();
    assertThat(shell.run("plan", "--detailed-exitcode", file).code()).isEqualTo(2);
    Shell.Result never = shell.run("drift", file);
    assertThat(never.code()).isZero();
    assertThat(never.out())
        .contains("no_delete_on_cloud: true is declared, but no getter answers it");

    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    Shell.Result verified = shell.run("drift", file);
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("no_delete_on_cloud  true   on 2026-03-01 12:00 UTC");

    String other = shell.declare("office", nas, yaml.formatted("false")).toString();
    assertThat(shell.run("drift", other).code()).isEqualTo(2);
  }

  @Test
  void theStateToSimulateIsCheckedBeforeAnythingElse() {
    Path file = shell.declare("office", nas, FASTER);
    Shell.Result result = shell.run("plan", file.toString(), "--simulate=/no/such.json");
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            error[state-unreadable]: /no/such.json: no such file
              hint: write one with: cloudsyncctl capture, or use a built-in state: demo, \
            document or old-package
            1 error
            """);
  }

  @Test
  void aBareSimulateNeverSwallowsTheFileBehindIt() {
    Path file = shell.declare("office", nas, FASTER);
    Shell.Result result = shell.run("plan", "--simulate", file.toString());
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("max_upload_speed  2048 → 4096");
    assertThat(nas.requests()).isEmpty();
  }

  private List<String> methods() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .map(RecordedCall::method)
        .toList();
  }
}
