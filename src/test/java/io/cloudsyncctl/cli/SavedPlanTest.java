package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.RecordedCall;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatedState;
import io.cloudsyncctl.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A plan that one command saves and another carries out. */
class SavedPlanTest {
  private static final String FASTER =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
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
  void aSavedPlanIsCarriedOutWithoutAskingAgain() {
    String plan = saved();
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(writes()).containsExactly("set_connection_setting");
  }

  @Test
  void itIsForItsOwnerAndHoldsNoSecret() throws IOException {
    Path plan = Path.of(saved());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(plan))
        .doesNotContain("\"simulated\"")
        .contains("${env:NAS_PASSWORD}");
  }

  @Test
  void itIsShownAsItWas() {
    String plan = saved();
    assertThat(shell.run("show", plan).out())
        .startsWith("NAS office\n==========\n")
        .contains("max_upload_speed  2048 → 4096");
  }

  @Test
  void aPlanThatWasEditedIsRefused() throws IOException {
    Path plan = Path.of(saved());
    Files.writeString(plan, Files.readString(plan).replace("4096", "9999"));
    Shell.Result result = shell.run("apply", plan.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err())
        .contains("error[plan-file-unusable]")
        .contains("it was changed after it was written");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aPlanOfAnotherVersionIsRefused() throws IOException {
    Path plan = Path.of(saved());
    Files.writeString(plan, Files.readString(plan).replace("\"version\" : 1", "\"version\" : 2"));
    Shell.Result result = shell.run("apply", plan.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err()).contains("it is of version 2, this program knows version 1");
  }

  @Test
  void aNasThatMovedInWhatThePlanTouchesIsNotWritten() {
    String plan = saved();
    editDropbox("pull_event_period", 30);
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("error[nas-moved]");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aNasThatMovedElsewhereIsNoReasonToRefuse() {
    String plan = saved();
    nas.state().edit(state -> ((ObjectNode) state.path("get_config")).put("worker_count", 5));
    assertThat(shell.run("apply", plan).code()).isZero();
    assertThat(nas.state().toJson().at("/get_config/worker_count").asInt()).isEqualTo(5);
  }

  @Test
  void aFileThatChangedSinceIsRefused() {
    String plan = saved();
    shell.declare("office", nas, FASTER.replace("4096", "8192"));
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("error[plan-stale]");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aPlanOfAnotherNasIsRefused() throws IOException {
    String plan = saved();
    try (SimulatedNas other =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      Path file = shell.file("office.yaml");
      String before = Files.readString(file);
      shell.declare("office", other, FASTER);
      assertThat(shell.run("apply", plan).code()).isEqualTo(3);
      Files.writeString(file, before);
    }
    assertThat(writes()).isEmpty();
  }

  private String saved() {
    Path file = shell.declare("office", nas, FASTER);
    Path plan = shell.file("office.plan");
    Shell.Result result = shell.run("plan", file.toString(), "--out", plan.toString());
    assertThat(result.code()).as(result.err()).isZero();
    nas.clearRequests();
    return plan.toString();
  }

  private void editDropbox(String field, int value) {
    nas.state()
        .edit(state ->
            ((ObjectNode) state.at("/connections/1/get_connection_setting")).put(field, value));
  }

  private List<String> writes() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.api().equals("SYNO.CloudSync"))
        .map(RecordedCall::method)
        .filter(method -> !method.startsWith("get_") && !method.startsWith("list_"))
        .toList();
  }
}
