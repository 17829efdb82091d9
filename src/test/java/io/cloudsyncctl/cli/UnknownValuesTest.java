package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A value of a setting that nobody has seen before is one value that cannot be read, no more. */
class UnknownValuesTest {
  private static final String TASK =
      """
      connections:
        - name: Amazon S3
          tasks:
            - local_path: /archive/2021
              cloud_path: /archive/2021
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
    nas.state()
        .edit(state -> {
          ((ObjectNode) state.at("/connections/5/list_sess/sess/0"))
              .put("sync_direction", "MIRROR\u001b[2J");
          ((ObjectNode) state.at("/connections/5/get_connection_setting"))
              .put("schedule_info", "2".repeat(168));
        });
  }

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).isZero();
    nas.close();
  }

  @Test
  void theRestOfTheNasIsPlannedAndApplied() {
    Path file =
        shell.declare(
            "office", nas, "connections: [{ name: Dropbox, settings: { max_upload_speed: 7 } }]\n");
    Shell.Result plan = shell.run("plan", file.toString());
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("max_upload_speed  2048 → 7");
    assertThat(shell.run("apply", "--yes", "--dry-run", file.toString()).code()).isZero();
    assertThat(shell.run("apply", "--yes", file.toString()).code()).isZero();
    assertThat(writes()).containsExactly("set_connection_setting");
  }

  @Test
  void anExportSaysWhatItCannotRead() {
    Shell.Result export = shell.run("export", shell.declare("office", nas, "").toString());
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(export.out())
        .contains(
            "# sync_direction: cannot be read: expected one of ONLY_UPLOAD, BIDIRECTION,"
                + " ONLY_DOWNLOAD but the NAS answered text \"MIRROR\\u001b[2J\"\n")
        .contains(
            "# hours: cannot be read: expected 168 characters 0 or 1 but the NAS answered text"
                + " \"2222")
        .doesNotContain("\u001b");
  }

  @Test
  void whatIsDeclaredThereCannotBeSeenAndIsNotWritten() {
    Path file = shell.declare("office", nas, TASK + "        sync_direction: ONLY_UPLOAD\n");
    Shell.Result plan = shell.run("plan", "--detailed-exitcode", file.toString());
    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.out().replaceAll("\\s+", " "))
        .contains("sync_direction: expected one of ONLY_UPLOAD")
        .contains("the NAS answered text \"MIRROR\\u001b[2J\"")
        .doesNotContain("\u001b");
    assertThat(shell.run("apply", "--yes", file.toString()).code()).isNotEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void aGroupWithAnUndeclaredUnknownValueIsBlocked() {
    Path file =
        shell.declare(
            "office",
            nas,
            """
            connections:
              - name: Amazon S3
                schedule: { enabled: false }
            """);
    Shell.Result apply = shell.run("apply", "--yes", file.toString());
    assertThat(apply.code()).isEqualTo(3);
    assertThat(apply.err())
        .contains(
            "error[blocked-change]: office/Amazon S3: the NAS did not answer schedule.hours"
                + " readably, which would be overwritten; declare it too");
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatAWriteReplacesUnseenStandsInThePlanWithTheWorstOfItsRisks() {
    Path file =
        shell.declare(
            "office",
            nas,
            TASK
                + """
                        sync_direction: BIDIRECTION
                        consistency_check: true
                        no_delete_on_cloud: true
                        convert_gd: false
                """);
    Shell.Result apply = shell.run("apply", "--yes", file.toString(), "--color", "never");
    assertThat(apply.code()).isEqualTo(3);
    assertThat(apply.out()).containsPattern("sync_direction +\\(unknown\\) → BIDIRECTION");
    assertThat(apply.err())
        .contains("error[risk-not-accepted]: office/Amazon S3/archive/2021:/archive/2021")
        .contains("data-loss: ");
    assertThat(writes()).isEmpty();

    Shell.Result accepted =
        shell.run("apply", "--yes", "--accept-risk", "data-loss:*", file.toString());
    assertThat(accepted.code()).as(accepted.err()).isZero();
    assertThat(
            nas.state().toJson().at("/connections/5/list_sess/sess/0/sync_direction").asString(""))
        .isEqualTo("BIDIRECTION");

    String run = shell.run("runs").out().split(" ", 2)[0];
    Shell.Result undo = shell.run("undo", run, file.toString(), "--yes");
    assertThat(undo.code()).as(undo.err()).isEqualTo(6);
    assertThat(undo.out()).contains("! cannot be undone");
    assertThat(
            nas.state().toJson().at("/connections/5/list_sess/sess/0/sync_direction").asString(""))
        .isEqualTo("BIDIRECTION");
  }

  @Test
  void aStateFileOfSuchANasCanBePlannedWith() {
    Path file = shell.declare("office", nas, "package: { workers: 9 }\n");
    Path captured = folder.resolve("nas.state.json");
    assertThat(shell.run("capture", file.toString(), "-o", captured.toString()).code()).isZero();
    Shell.Result plan = shell.run("plan", file.toString(), "--simulate=" + captured);
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("workers");
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
}
