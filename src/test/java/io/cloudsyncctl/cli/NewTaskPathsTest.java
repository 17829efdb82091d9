package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudsyncctl.cloudsync.write.TaskCreations;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What the API cannot create is never begun: nothing is paused for it. */
class NewTaskPathsTest {
  @TempDir Path folder;

  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).isZero();
    nas.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, /new, 3",
    "/archive, /new, 3",
    "/archive/, /new, 3",
    "/archive/new/, /new, 3",
    "archive/new, /new, 3",
    "//archive, /new, 65",
    "/archive//new, /new, 65",
    "/archive/../archive/2021, /new, 65",
    "/archive/./x, /new, 65",
    "/archive/.//2021, /new, 65",
    "/archive/new/.., /new, 65",
    "/../new, /new, 65",
    "/archive/new, /, 3",
    "/archive/new, new, 3",
    "/archive/new, /new/, 3",
    "/archive/new, /new/../2021, 65",
    "/archive/new, /., 65",
  })
  void whatCannotBeCreatedIsRefusedBeforeAnythingIsWritten(String local, String cloud, int code) {
    assertThatThrownBy(() -> TaskCreations.withDefaults(4, new TaskPaths(local, cloud)))
        .isInstanceOf(IllegalArgumentException.class);
    Shell shell = new Shell(folder);
    Path file = declare(shell, local, cloud);

    Shell.Result validate = shell.run("validate", file.toString());
    Shell.Result plan = shell.run("plan", file.toString());
    Shell.Result apply = shell.run("apply", "--yes", file.toString());

    assertThat(apply.code()).isEqualTo(code);
    if (code == 65) {
      assertThat(validate.code()).isEqualTo(65);
      assertThat(validate.err()).contains("office.yaml:10:21: error[bad-path]: ");
    } else {
      assertThat(validate.code()).isZero();
      assertThat(plan.out()).contains("! blocked: to create a task, ");
    }
    assertThat(writes()).isEmpty();
  }

  @Test
  void twoSpellingsOfOneFolderAreNoTwoTasks() {
    Shell shell = new Shell(folder);
    Shell.Result result =
        shell.run("validate", declare(shell, "/archive/../archive/2021", "/new").toString());
    assertThat(result.err())
        .isEqualTo(
            """
            FOLDER/office.yaml:10:21: error[bad-path]: local_path must be the plain path of a \
            folder, without . or .. or an empty name in it
              hint: write the path as DSM shows it
            1 error
            """);
  }

  @Test
  void anExportLeavesOutWhatNoFileMayDeclareAndSaysSo() {
    Shell shell = new Shell(folder);
    move("/archive/../archive/2021");
    Path file = shell.declare("office", nas, "");

    Shell.Result export = shell.run("export", file.toString());
    assertThat(export.out())
        .contains("# This task has a path that is not plain, so that it cannot be declared.\n")
        .contains("        # local_path: /archive/../archive/2021\n");

    Path exported =
        shell.write(
            "exported.yaml",
            export.out().replace("${env:CLOUDSYNC_", "${env:NAS_").replace("USERNAME", "USER"));
    Shell.Result plan =
        shell.environment("NAS_USER", "admin").run("plan", exported.toString(), "--color", "never");
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("No changes. office is as declared.");
  }

  @Test
  void undoDoesNotTryToCreateATaskWhereNoneCanBeCreated() {
    Shell shell = new Shell(folder);
    move("/archive");
    String task =
        """
        connections:
          - name: Amazon S3
            tasks:
              - local_path: /archive
                cloud_path: /archive/2021
                sync_direction: ONLY_UPLOAD
                consistency_check: true
                no_delete_on_cloud: true
                convert_gd: false
        """;
    Path file = shell.declare("office", nas, task);
    assertThat(shell.run("apply", "--yes", file.toString()).code()).isZero();
    shell.declare("office", nas, task + "        state: absent\n");
    Shell.Result removed =
        shell.run("apply", "--yes", "--accept-risk", "disconnect:*", file.toString());
    assertThat(removed.code()).as(removed.err()).isZero();
    nas.clearRequests();

    String newest = shell.run("runs").out().split(" ", 2)[0];
    Shell.Result undo = shell.run("undo", newest, file.toString(), "--yes");
    assertThat(undo.code()).as(undo.out() + undo.err()).isEqualTo(6);
    assertThat(undo.out())
        .contains(
            "the run removed the task, and tasks of such paths cannot be created\n"
                + "      through the API");
    assertThat(writes()).isEmpty();
  }

  private void move(String local) {
    nas.state()
        .edit(state ->
            ((ObjectNode) state.at("/connections/5/list_sess/sess/0"))
                .put("local_sync_path", local));
  }

  private Path declare(Shell shell, String local, String cloud) {
    boolean localIsBad = local.contains("..") || local.contains("/.") || local.contains("//");
    String paths =
        localIsBad
            ? "local_path: %s\n        cloud_path: %s"
            : "cloud_path: %2$s\n        local_path: %1$s";
    return shell.declare(
        "office",
        nas,
        """
        connections:
          - name: Amazon S3
            tasks:
              - %s
                sync_direction: ONLY_UPLOAD
                consistency_check: true
                no_delete_on_cloud: true
                convert_gd: false
        """
            .formatted(paths.formatted(local, cloud)));
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
