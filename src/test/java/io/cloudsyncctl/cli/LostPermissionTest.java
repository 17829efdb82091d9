package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A login that loses a permission (105) is told so: the NAS has not changed. */
class LostPermissionTest {
  private static final String CHANGES =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
          tasks:
            - local_path: /projects/Harbour Offices/Exchange
              cloud_path: /Harbour Offices
              filters: { filtered_extensions: [bak, dwl] }
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
  void theTasksOfAConnectionBetweenPlanAndApply() {
    String file = shell.declare("office", nas, CHANGES).toString();
    refuse("list_sess", "connection_id", 1, 1, 1);

    Shell.Result result = apply(file);

    assertThat(result.err())
        .isEqualTo(
            """
            office: office/Dropbox: error[api-refused]: what could be read a moment ago cannot be \
            read any more: this login may not read it (list_sess answers 105)
              hint: apply again once it can be read; did this login lose a permission meanwhile?
            1 error
            Nothing was changed on office.
            """);
    assertThat(result.code()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void theSettingsOfAConnectionBetweenPlanAndApply() {
    String file = shell.declare("office", nas, CHANGES).toString();
    refuse("get_connection_setting", "connection_id", 1, 1, 1);

    Shell.Result result = apply(file);

    assertThat(result.err())
        .isEqualTo(
            """
            office: office/Dropbox: error[api-refused]: what could be read a moment ago cannot be \
            read any more: this login may not read it (get_connection_setting answers 105)
              hint: apply again once it can be read; did this login lose a permission meanwhile?
            1 error
            Nothing was changed on office.
            """);
    assertThat(result.code()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void aPermissionThatTheLoginGetsOnlyAfterThePlan() {
    String file = shell.declare("office", nas, CHANGES).toString();
    refuse("list_sess", "connection_id", 1, 0, 1);

    Shell.Result result = apply(file);

    assertThat(result.err())
        .isEqualTo(
            """
            office: error[plan-incomplete]: the plan was made while this login could not read all \
            that it can read now; above is the plan as it is now
              hint: look at it and apply again
            1 error
            """);
    assertThat(result.code()).isEqualTo(3);
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatNothingIsToBeChangedOfMayBeLost() {
    String file = shell.declare("office", nas, CHANGES).toString();
    refuse("list_sess", "connection_id", 2, 1, 1);

    assertThat(apply(file).code()).isZero();
  }

  @Test
  void theTasksOfAConnectionAfterTheWrites() {
    String file = shell.declare("office", nas, CHANGES).toString();
    refuse("list_sess", "connection_id", 1, 4, 9);

    Shell.Result result = apply(file);

    assertThat(result.out())
        .contains("done    office/Dropbox: write the connection settings")
        .endsWith(
            """

            office: office/Dropbox: error[api-refused]: what could be read a moment ago cannot be \
            read any more: this login may not read it (list_sess answers 105)
              hint: apply again once it can be read; did this login lose a permission meanwhile?

            Apply incomplete: 2 operations done, and office is not as declared. Apply again
            once the cause is mended.
            """);
    assertThat(result.code()).isEqualTo(4);
  }

  @Test
  void theTasksOfAConnectionThatASavedPlanChanges() {
    String file = shell.declare("office", nas, CHANGES).toString();
    String plan = shell.file("office.plan.json").toString();
    assertThat(shell.run("plan", file, "--no-quiesce", "--out", plan).code()).isZero();
    refuse("list_sess", "connection_id", 1, 0, 9);

    Shell.Result result = apply(plan);

    assertThat(result.err())
        .isEqualTo(
            """
            office: office/Dropbox/projects/Harbour Offices/Exchange:/Harbour Offices: \
            error[api-refused]: the saved plan changes it, but it cannot be read: its tasks \
            cannot be read: this login may not read it (list_sess answers 105)
              hint: did this login lose a permission since the plan was saved?
            1 error
            """);
    assertThat(result.code()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void theSettingsThatAnUndoPutsBack() {
    String file =
        shell
            .declare(
                "office",
                nas,
                "connections:\n  - {name: Dropbox, settings: {max_upload_speed: 4096}}\n")
            .toString();
    assertThat(apply(file).code()).isZero();
    nas.clearRequests();
    refuse("get_connection_setting", "connection_id", 1, 1, 9);

    Shell.Result result = shell.run("undo", "20260301T120000Z", file, "--yes");

    assertThat(result.err())
        .contains("error[api-refused]: office/Dropbox: nobody can say whether the NAS has changed")
        .doesNotContain("nas-moved");
    assertThat(result.code()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  private Shell.Result apply(String file) {
    return shell.run("apply", "--yes", "--no-quiesce", "--accept-risk", "data-loss:*", file);
  }

  /** Refuses a getter of one subject with 105, from the n-th call on, so many times. */
  private void refuse(String method, String parameter, long id, int after, int times) {
    nas.injectFaults(
        new FaultInjector() {
          private int seen;

          @Override
          public synchronized FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            boolean meant =
                call.method().equals(method)
                    && call.parameters().path(parameter).asString("").equals(Long.toString(id));
            if (!meant) {
              return null;
            }
            seen++;
            return seen > after && seen <= after + times ? new FaultSpec.ApiError(105) : null;
          }
        });
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
