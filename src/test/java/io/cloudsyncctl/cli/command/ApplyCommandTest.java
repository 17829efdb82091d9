package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
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

class ApplyCommandTest {
  private static final String FASTER =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private SimulatedNas nas = SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

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
  void withoutATerminalItWantsConsentInTheCommand() {
    Path file = shell.declare("office", nas, FASTER);
    Shell.Result result = shell.run("apply", file.toString());
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .isEqualTo(
            """
            error[consent-needed]: there is no terminal to ask on
              hint: look at the plan first, then run apply with --yes; or rehearse with --dry-run
            1 error
            """);
    assertThat(nas.requests()).isEmpty();
  }

  @Test
  void onATerminalItAsksAndTakesOnlyTheWholeWordYes() {
    Path file = shell.declare("office", nas, FASTER);
    Shell.Result no = shell.typing("y\n").run("apply", file.toString());
    assertThat(no.code()).isEqualTo(1);
    assertThat(no.err()).contains("Type 'yes' to continue").contains("Nothing was changed");
    assertThat(writes()).isEmpty();

    Shell.Result yes = shell.typing("yes\n").run("apply", file.toString());
    assertThat(yes.code()).isZero();
    assertThat(writes()).containsExactly("set_connection_setting");
    assertThat(uploadSpeed()).isEqualTo(4096);
  }

  @Test
  void applyingTwiceWritesNothingTheSecondTime() {
    Path file = shell.declare("office", nas, FASTER);
    assertThat(shell.run("apply", "--yes", file.toString()).code()).isZero();
    nas.clearRequests();
    Shell.Result second = shell.run("apply", "--yes", file.toString());
    assertThat(second.code()).isZero();
    assertThat(writes()).isEmpty();
    assertThat(second.out()).contains("No changes. office is as declared.");
  }

  @Test
  void aDangerousChangeIsRefusedAndNothingElseIsWrittenEither() {
    Path file =
        shell.declare(
            "office",
            nas,
            FASTER
                + """
                    tasks:
                      - local_path: /projects/Templates
                        cloud_path: /Office templates
                        state: absent
                """);
    Shell.Result refused = shell.run("apply", "--yes", file.toString());
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .isEqualTo(
            """
            FOLDER/office.yaml:11:9: error[risk-not-accepted]: \
            office/Dropbox/projects/Templates:/Office templates: disconnect: the task is removed: \
            these folders no longer sync; files stay on both sides
              hint: if that is what you want, add --accept-risk \
            'disconnect:office/Dropbox/projects/Templates:/Office templates'
            1 error
            Nothing was changed on office.
            """);
    assertThat(writes()).isEmpty();

    assertThat(
            shell
                .run(
                    "apply",
                    "--yes",
                    "--accept-risk",
                    "disconnect:office/Dropbox/*",
                    file.toString())
                .code())
        .isZero();
    assertThat(writes()).containsExactly("unlink_session", "set_connection_setting");
  }

  @Test
  void whatIsProtectedIsRefusedWhateverTheFlagsSay() {
    Path file =
        shell.declare(
            "office",
            nas,
            """
            connections:
              - name: Dropbox
                tasks:
                  - local_path: /projects/Templates
                    cloud_path: /Office templates
                    protect: true
                    state: absent
            """);
    Shell.Result result =
        shell.run("apply", "--yes", "--accept-risk", "disconnect:*", file.toString());
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains("error[protected]")
        .contains("protect: true, which no flag overrides");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aNasThatMovedWhileThePersonThoughtIsNotWritten() {
    Path file = shell.declare("office", nas, FASTER);
    nas.injectFaults(
        new FaultInjector() {
          private int reads;

          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            if (call.method().equals("get_config") && ++reads == 2) {
              setUploadSpeed(1);
            }
            return null;
          }
        });
    Shell.Result result = shell.typing("yes\n").run("apply", "--color", "never", file.toString());
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .endsWith(
            """

            Changed on office since the plan was made:

              office/Dropbox
                settings.max_upload_speed  2048 → 1

            """);
    assertThat(result.err()).contains("error[nas-moved]").contains("look at it and apply again\n");
    assertThat(writes()).isEmpty();
    assertThat(uploadSpeed()).isEqualTo(1);
  }

  @Test
  void aGroupThatMovedJustBeforeItsWriteIsNotWritten() {
    Path file = shell.declare("office", nas, FASTER);
    nas.injectFaults(
        new FaultInjector() {
          private int reads;

          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            if (call.method().equals("get_connection_setting")
                && call.parameters().path("connection_id").asString("").equals("1")
                && ++reads == 3) {
              setUploadSpeed(1);
            }
            return null;
          }
        });
    Shell.Result result = shell.run("apply", "--yes", file.toString());
    assertThat(result.out())
        .contains("settings: the NAS has changed since the plan: max_upload_speed (2048 → 1)");
    assertThat(result.code()).isEqualTo(3);
    assertThat(writes()).isEmpty();
  }

  @Test
  void theDryRunRehearsesOnATwinAndOnlyReadsTheNas() {
    Path file = shell.declare("office", nas, FASTER);
    JsonNode before = nas.state().toJson();
    Shell.Result result = shell.run("apply", "--dry-run", file.toString());
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("Rehearsal on a simulated twin; the NAS was only read")
        .contains("done    office/Dropbox: write the connection settings")
        .contains("Rehearsal complete: 1 operation, and a new plan is empty.");
    assertThat(writes()).isEmpty();
    assertThat(nas.state().toJson()).isEqualTo(before);
  }

  @Test
  void aTaskThatTheNasRefusesLeavesTheConnectionAsItWas() {
    Path file = shell.declare("office", nas, newTask("/nosuchshare/2024"));
    Shell.Result result = shell.run("apply", "--yes", file.toString());
    assertThat(writes()).containsExactly("pause", "test_task_setting", "resume");
    assertThat(result.out()).contains("FAILED  office/Amazon S3/nosuchshare/2024:/2024");
    assertThat(result.code()).isEqualTo(4);
    assertThat(status("Amazon S3")).isEqualTo("uptodate");
  }

  @Test
  void aTaskIsCreatedWithItsSettingsWhileTheConnectionRests() {
    Path file = shell.declare("office", nas, newTask("/archive/2024"));
    Shell.Result result = shell.run("apply", "--yes", file.toString());
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(writes())
        .containsExactly(
            "pause",
            "test_task_setting",
            "create_session",
            "set_session_setting",
            "set_selective_sync_config",
            "resume");
    assertThat(shell.run("plan", "--detailed-exitcode", file.toString()).code()).isZero();
  }

  @Test
  void aWriteThatFailsHalfWayIsReportedAsPartlyApplied() {
    Path file =
        shell.declare(
            "office",
            nas,
            """
            package: { workers: 9 }
            connections:
              - name: Dropbox
                settings: { max_upload_speed: 4096 }
            """);
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals("set_connection_setting")
                ? new FaultSpec.ApiError(105)
                : null;
          }
        });
    Shell.Result result = shell.run("apply", "--yes", file.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.out())
        .contains("done    office/package: write the package settings")
        .contains("FAILED  office/Dropbox: write the connection settings")
        .contains("the NAS refused with code 105");
  }

  @Test
  void manualStepsThatRemainHaveAnExitCodeOfTheirOwn() {
    Path file =
        shell.declare(
            "office",
            nas,
            FASTER
                + """
                  - name: WebDAV
                    provider: wd
                """);
    assertThat(shell.run("apply", "--yes", file.toString()).code()).isEqualTo(6);
    nas.clearRequests();
    assertThat(shell.run("apply", "--yes", file.toString()).code()).isEqualTo(6);
    assertThat(writes()).isEmpty();
  }

  private static String newTask(String localPath) {
    return """
    connections:
      - name: Amazon S3
        tasks:
          - local_path: %s
            cloud_path: /2024
            sync_direction: ONLY_UPLOAD
            consistency_check: true
            no_delete_on_cloud: true
            convert_gd: false
    """
        .formatted(localPath);
  }

  private List<String> writes() {
    return nas.requests().stream()
        .map(RecordedRequest::calls)
        .flatMap(List::stream)
        .filter(call -> call.api().equals("SYNO.CloudSync"))
        .map(RecordedCall::method)
        .filter(method -> !method.startsWith("get_") && !method.startsWith("list_"))
        .toList();
  }

  private void setUploadSpeed(int speed) {
    nas.state()
        .edit(state ->
            ((tools.jackson.databind.node.ObjectNode)
                    state.at("/connections/1/get_connection_setting"))
                .put("max_upload_speed", speed));
  }

  private int uploadSpeed() {
    return nas.state()
        .toJson()
        .at("/connections/1/get_connection_setting/max_upload_speed")
        .asInt();
  }

  private String status(String connection) {
    for (JsonNode entry : nas.state().toJson().at("/list_conn/conn")) {
      if (entry.path("task_name").asString("").equals(connection)) {
        return entry.path("status").asString("");
      }
    }
    return "not there";
  }
}
