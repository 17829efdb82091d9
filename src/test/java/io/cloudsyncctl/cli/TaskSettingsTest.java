package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All settings of a task, on a NAS that reports them, and while it does not. */
class TaskSettingsTest {
  private static final int TEMPLATES = 3;

  private static final String NO_DELETE =
      """
      connections:
        - name: Dropbox
          tasks:
            - local_path: /projects/Templates
              cloud_path: /Office templates
              no_delete_on_cloud: true
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

  private String declare(String yaml) {
    return shell.declare("office", nas, yaml).toString();
  }

  @Test
  void oneOfThemNeedsNoOtherToBeDeclaredAndTheOthersStay() {
    nas.person("set-task 3 sync_attr_check_option false");
    Shell.Result applied = shell.run("apply", "--yes", declare(NO_DELETE));
    assertThat(applied.code()).as(applied.err() + applied.out()).isZero();
    assertThat(nas.state().taskOptions(TEMPLATES)).hasValue(new TaskOptions(false, true, false));
    assertThat(applied.out()).contains("no_delete_on_cloud  false → true").endsWith("declared.\n");
  }

  @Test
  void whatSomebodyChangesIsDriftAndIsWrittenOnceMore() {
    String file = declare(NO_DELETE);
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    nas.person("set-task 3 no_delete false");

    Shell.Result drift = shell.run("drift", file);
    assertThat(drift.code()).isEqualTo(2);
    assertThat(drift.out()).contains("no_delete_on_cloud  false → true", "changed on the NAS");
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    assertThat(nas.state().taskOptions(TEMPLATES)).hasValue(new TaskOptions(true, true, false));
  }

  /** What was once written does not speak for a NAS that could report it, and somebody changed. */
  @Test
  void whileTheNasRefusesThemNobodyKnowsThem() {
    String file = declare(NO_DELETE);
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    nas.person("set-task 3 no_delete false");
    nas.behaviours().set("error-answers=get_session_setting:105");

    Shell.Result drift = shell.run("drift", file);
    assertThat(drift.code()).isEqualTo(2);
    assertThat(drift.out().replaceAll("\\s+", " "))
        .contains(
            "no_delete_on_cloud: this login may not read it (get_session_setting answers 105)")
        .contains(
            "No drift, but office cannot be read in full, so it is not known to be as declared")
        .doesNotContain("last written");
    assertThat(shell.run("apply", "--yes", file).code()).isEqualTo(4);
    assertThat(nas.state().taskOptions(TEMPLATES)).hasValue(new TaskOptions(true, false, false));
  }

  /** A record would be wrong once somebody has changed what the NAS reports. */
  @Test
  void theRecordHoldsNothingOfThem() throws IOException {
    assertThat(shell.run("apply", "--yes", declare(NO_DELETE)).code()).isZero();
    try (Stream<Path> records = Files.walk(folder)) {
      assertThat(records.filter(path -> path.toString().contains("records/")))
          .hasSize(1)
          .allSatisfy(record -> assertThat(Files.readString(record)).contains("\"tasks\" : [ ]"));
    }
  }

  @Test
  void whatThePlanReadAndTheNasThenRefusesIsNotWrittenOver() {
    String file = declare(NO_DELETE);
    String plan = shell.file("office.plan.json").toString();
    assertThat(shell.run("plan", file, "--out", plan).code()).isZero();
    nas.behaviours().set("error-answers=get_session_setting:105");

    Shell.Result applied = shell.run("apply", plan);
    assertThat(applied.code()).isEqualTo(1);
    assertThat(applied.err()).contains("error[api-refused]", "no_delete_on_cloud");
    assertThat(nas.state().taskOptions(TEMPLATES)).hasValue(new TaskOptions(true, false, false));
  }

  @Test
  void aWriteThatTheNasIgnoresIsNotConverged() {
    nas.behaviours().set("ignore=set_session_setting");
    Shell.Result applied = shell.run("apply", "--yes", declare(NO_DELETE));
    assertThat(applied.code()).isEqualTo(4);
    assertThat(applied.err() + applied.out()).contains("not-converged", "no_delete (true → false)");
  }

  @Test
  void aWriteThatShowsLateIsWaitedFor() {
    nas.behaviours().set("lag=3looks");
    Shell.Result applied = shell.run("apply", "--yes", declare(NO_DELETE));
    assertThat(applied.code()).as(applied.err() + applied.out()).isZero();
    assertThat(applied.out()).endsWith("declared.\n");
  }

  /** The two getters that report the direction then disagree for a while. */
  @Test
  void aDirectionThatOneGetterShowsLaterThanTheOtherIsWaitedFor() {
    nas.behaviours().set("lag=5looks");
    String both = NO_DELETE.replace("no_delete_on_cloud: true", "sync_direction: BIDIRECTION");
    Shell.Result applied =
        shell.run("apply", "--yes", "--accept-risk", "data-loss:*", declare(both));
    assertThat(applied.code()).as(applied.err() + applied.out()).isZero();
    assertThat(applied.out()).endsWith("declared.\n");
    assertThat(nas.state().taskOptions(TEMPLATES)).hasValue(new TaskOptions(true, false, false));
  }

  @Test
  void undoPutsBackWhatWasReadBeforeTheRun() {
    nas.person("set-task 3 sync_attr_check_option false");
    String file = declare(NO_DELETE);
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    Shell.Result undone =
        shell.run("undo", "20260301T120000Z", file, "--yes", "--accept-risk", "data-loss:*");
    assertThat(undone.code()).as(undone.err() + undone.out()).isZero();
    assertThat(nas.state().taskOptions(TEMPLATES)).hasValue(new TaskOptions(false, false, false));
  }

  @Test
  void aDryRunTakesThemFromTheNas() {
    Shell.Result rehearsed = shell.run("apply", "--dry-run", declare(NO_DELETE));
    assertThat(rehearsed.code()).isZero();
    assertThat(rehearsed.out()).endsWith("office is as declared.\n");
    assertThat(nas.state().taskOptions(TEMPLATES)).hasValue(new TaskOptions(true, false, false));
  }
}
