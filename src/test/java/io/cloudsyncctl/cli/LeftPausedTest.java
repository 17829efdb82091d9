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
import tools.jackson.databind.node.ObjectNode;

/** Whatever leaves a connection paused names the command that resumes it, and that one does. */
class LeftPausedTest {
  private static final String ACCEPTED = "data-loss:office/Dropbox/*";
  private static final String RUN = "20260301T120000Z";
  private static final String FILTERS =
      """
      connections:
        - name: Dropbox
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
  void anApplyNamesItself() {
    String file = shell.declare("office", nas, FILTERS).toString();
    loseTheProof();

    Shell.Result failed = shell.run("apply", "--yes", "--accept-risk", ACCEPTED, file);

    assertThat(failed.code()).isEqualTo(4);
    assertThat(failed.out())
        .contains(
            """
            office: "Dropbox": warning[left-paused]: the connection stays paused, since the apply did \
            not come to its end
              hint: this finishes the work and resumes the connection: cloudsyncctl apply --yes \
            --accept-risk 'data-loss:office/Dropbox/*' %s
            """
                .formatted(file));
    assertThat(status()).isEqualTo("pause");

    mend();
    assertThat(shell.run("apply", "--yes", "--accept-risk", ACCEPTED, file).code()).isZero();
    assertThat(status()).isEqualTo("uptodate");
  }

  @Test
  void aSavedPlanNamesItsFilesSinceItNoLongerFitsTheNas() {
    String file = shell.declare("office", nas, FILTERS).toString();
    String plan = shell.file("a plan.json").toString();
    assertThat(shell.run("plan", file, "--out", plan).code()).isZero();
    loseTheProof();

    Shell.Result failed = shell.run("apply", plan, "--accept-risk", ACCEPTED);

    assertThat(failed.code()).isEqualTo(4);
    assertThat(failed.out())
        .contains(
            "resumes the connection: cloudsyncctl apply %s --accept-risk '%s'\n"
                .formatted(file, ACCEPTED));

    mend();
    assertThat(shell.run("apply", file, "--yes", "--accept-risk", ACCEPTED).code()).isZero();
    assertThat(status()).isEqualTo("uptodate");
  }

  @Test
  void itIsResumedAlsoByAnApplyThatLooksAgainInTheAdministratorsView() {
    String file = shell.declare("office", nas, FILTERS).toString();
    loseTheProof();
    assertThat(shell.run("apply", "--yes", "--accept-risk", ACCEPTED, file).code()).isEqualTo(4);
    mend();
    nas.state()
        .edit(state -> {
          ((ObjectNode) state.path("get_config")).put("admin_mode", "disable");
          ((ObjectNode) state.path("list_conn")).put("is_admin_mode", false);
        });

    String more =
        shell.declare("office", nas, "package: { admin_mode: true }\n" + FILTERS).toString();
    Shell.Result again = shell.run("apply", "--yes", "--accept-risk", ACCEPTED, more);

    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("  done    office/Dropbox: resume\n");
    assertThat(status()).isEqualTo("uptodate");
    assertThat(shell.run("runs").out()).contains("finished by a later run");
  }

  @Test
  void anUndoNamesItselfAndIsFinishedByTheSameUndo() {
    String file = shell.declare("office", nas, FILTERS).toString();
    assertThat(shell.run("apply", "--yes", "--accept-risk", ACCEPTED, file).code()).isZero();
    loseTheProof();

    Shell.Result failed = shell.run("undo", RUN, file, "--yes", "--accept-risk", ACCEPTED);

    assertThat(failed.code()).as(failed.out() + failed.err()).isEqualTo(4);
    assertThat(failed.out())
        .contains(
            "resumes the connection: cloudsyncctl undo %s %s --yes --accept-risk '%s'\n"
                .formatted(RUN, file, ACCEPTED));
    assertThat(status()).isEqualTo("pause");

    mend();
    Shell.Result again = shell.run("undo", RUN, file, "--yes", "--accept-risk", ACCEPTED);
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(again.err()).contains("note[run-unfinished]");
    assertThat(status()).isEqualTo("uptodate");
  }

  /** What was written to the filters cannot be read back. */
  private void loseTheProof() {
    nas.injectFaults(
        new FaultInjector() {
          private boolean written;

          @Override
          public synchronized FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            boolean lost = written && call.method().equals("get_selective_sync_config");
            written |= call.method().equals("set_selective_sync_config");
            return lost ? new FaultSpec.ApiError(105) : null;
          }
        });
  }

  private void mend() {
    nas.injectFaults(new FaultInjector() {});
  }

  private String status() {
    return nas.state().toJson().at("/list_conn/conn/0/status").asString("");
  }
}
