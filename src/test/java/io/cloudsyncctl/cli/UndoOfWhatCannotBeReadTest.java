package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that cannot be read is neither gone nor as the run left it. */
class UndoOfWhatCannotBeReadTest {
  private static final String TASK =
      """
      connections:
        - name: Amazon S3
          tasks:
            - local_path: /archive/2024
              cloud_path: /archive/2024
              sync_direction: ONLY_UPLOAD
              consistency_check: true
              no_delete_on_cloud: true
              convert_gd: false
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

  private String apply(String yaml) {
    String file = shell.declare("office", nas, yaml).toString();
    Shell.Result applied = shell.run("apply", "--yes", file, "--accept-risk", "disconnect:*");
    assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
    return file;
  }

  private void undoIsRefusedWhile(String method, String file, String untold) {
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals(method) ? new FaultSpec.ApiError(105) : null;
          }
        });
    String before = nas.state().toJson().toString();
    String newest = shell.run("runs").out().split(" ", 2)[0];
    Shell.Result undone = shell.run("undo", newest, file, "--yes", "--accept-risk", "disconnect:*");
    assertThat(undone.code()).isEqualTo(1);
    assertThat(undone.err())
        .contains("error[api-refused]: office/Amazon S3/archive/2024:/archive/2024: nobody can say")
        .contains("since it does not tell: " + untold);
    assertThat(nas.state().toJson().toString()).isEqualTo(before);
  }

  @Test
  void aTaskThatTheRunCreatedIsNotGoneWhereTheTasksCannotBeRead() {
    undoIsRefusedWhile("list_sess", apply(TASK), "the tasks of the connection");
  }

  @Test
  void aTaskThatTheRunCreatedIsNotAsItLeftItWhereItsFiltersCannotBeRead() {
    undoIsRefusedWhile("get_selective_sync_config", apply(TASK), "filtered_paths");
  }

  @Test
  void aTaskThatTheRunRemovedIsNotMissingWhereTheTasksCannotBeRead() {
    apply(TASK);
    undoIsRefusedWhile(
        "list_sess", apply(TASK + "        state: absent\n"), "the tasks of the connection");
  }
}
