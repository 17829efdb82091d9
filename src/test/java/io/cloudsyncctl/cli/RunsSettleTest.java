package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.state.JournalFile;
import io.cloudsyncctl.state.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Dismissing what a run left, wherever its journal lies, and what the journal then says. */
class RunsSettleTest {
  private static final String RUN = "20260301T120000Z";
  private static final String FILTERS =
      """
      connections:
        - name: Dropbox
          tasks:
            - local_path: /projects/Harbour Offices/Exchange
              cloud_path: /Harbour Offices
              filters: { filtered_extensions: [bak, dwl] }
        - name: Amazon S3
          tasks:
            - local_path: /archive/2023
              cloud_path: /archive/2023
              filters: { filtered_extensions: [bak, iso] }
      """;
  private static final String OTHER = "package: { workers: 3 }\n";

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
  void theCommandThatThePlanPrintsDismissesWhereverTheJournalLies() throws IOException {
    leaveBoth();
    String other = shell.declare("office", nas, OTHER).toString();
    Shell.Result plan = plan(other);
    List<String> commands =
        Pattern.compile("run: cloudsyncctl (runs settle \\S+ (?:'[^']*'|\\S+))")
            .matcher(plan.out().replaceAll("\\s+", " "))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(commands).as(plan.out()).hasSize(2);

    nas.clearRequests();
    for (String command : commands) {
      Shell.Result settled = shell.run(words(command));
      assertThat(settled.code()).as(settled.out() + settled.err()).isZero();
      assertThat(settled.out()).contains("Dismissed what the run " + RUN + " left paused:\n");
    }

    assertThat(nas.requests()).as("it needs no NAS").isEmpty();
    assertThat(plan(other).out()).contains("No changes.").doesNotContain("left paused");
    assertThat(status(0)).isEqualTo("pause");
  }

  @Test
  void oneConnectionByItselfLeavesTheOther() throws IOException {
    leaveBoth();

    Shell.Result settled = settle(RUN, "Dropbox");

    assertThat(settled.code()).as(settled.err()).isZero();
    assertThat(settled.out().replace(journal().toString(), "JOURNAL"))
        .isEqualTo(
            """
            Dismissed what the run 20260301T120000Z left paused:
              office/Dropbox
            No apply resumes it on account of that run any more. What is still paused stays
            paused until somebody resumes it in DSM or declares paused: false. It then syncs
            with what the run left there, so look at that first:
              cloudsyncctl show JOURNAL
            Still open of the run 20260301T120000Z:
              office/Amazon S3
            """);
    assertThat(JournalFile.isClosed(journal())).isFalse();
    String file = shell.declare("office", nas, FILTERS).toString();
    Shell.Result again = apply(file);
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(again.out())
        .contains("done    office/Amazon S3: resume")
        .doesNotContain("office/Dropbox: resume");
    assertThat(status(0)).isEqualTo("pause");
    assertThat(JournalFile.isClosed(journal())).isTrue();
  }

  @Test
  void allOfThemCloseTheJournal() throws IOException {
    leaveBoth();

    assertThat(settle(RUN).out())
        .contains("  office/Dropbox\n")
        .contains("  office/Amazon S3\n")
        .endsWith("The run 20260301T120000Z counts as dealt with.\n");

    assertThat(JournalFile.isClosed(journal())).isTrue();
    assertThat(settle(RUN).out()).startsWith("There is nothing to settle");
    assertThat(shell.run("runs", "--state-dir", state()).out()).contains("dismissed");
  }

  @Test
  void theFolderMayStandBeforeTheCommand() throws IOException {
    leaveBoth();

    assertThat(shell.run("runs", "--state-dir", state(), "settle", RUN, "Dropbox").code()).isZero();
  }

  @Test
  void aRunThatIsUnderWayIsLeftAlone() throws IOException {
    leaveBoth();
    Path lock;
    try (Stream<Path> files = Files.list(Path.of(state(), "locks"))) {
      lock = files.findFirst().orElseThrow();
    }

    try (RunLock _ = RunLock.take(lock, "office")) {
      Shell.Result settled = settle(RUN);
      assertThat(settled.code()).isEqualTo(3);
      assertThat(settled.err()).contains("error[nas-locked]");
      assertThat(shell.run("runs", "settle", journal().toString()).code()).isEqualTo(3);
    }

    assertThat(settle(RUN).code()).isZero();
  }

  @Test
  void aConnectionThatItDidNotLeaveIsNotDismissed() throws IOException {
    leaveBoth();
    List<String> before = Files.readAllLines(journal());

    Shell.Result wrong = settle(RUN, "Dropbox", "Google Drive");

    assertThat(wrong.code()).isEqualTo(64);
    assertThat(wrong.err())
        .contains("error[not-left-paused]")
        .contains("\"office/Dropbox\"", "\"office/Amazon S3\"");
    assertThat(Files.readAllLines(journal())).isEqualTo(before);
  }

  @Test
  void ofTwoOfOneNameTheAddressIsNamed() throws IOException {
    nas.state()
        .edit(state -> ((ObjectNode) state.at("/list_conn/conn/3")).put("task_name", "Dropbox"));
    String s3 = nas.state().toJson().at("/list_conn/conn/3/user_name").asString();
    String dropbox = nas.state().toJson().at("/list_conn/conn/0/user_name").asString();
    leave(
        FILTERS
            .replace("- name: Dropbox\n", "- name: Dropbox\n    account: " + dropbox + "\n")
            .replace("- name: Amazon S3\n", "- name: Dropbox\n    account: " + s3 + "\n"));

    Shell.Result unclear = settle(RUN, "Dropbox");
    assertThat(unclear.code()).as(unclear.out() + unclear.err()).isEqualTo(64);
    assertThat(unclear.err()).contains("error[several-left-paused]");

    Shell.Result settled = settle(RUN, "office/Dropbox(" + dropbox + ")");
    assertThat(settled.code()).as(settled.err()).isZero();
    assertThat(settled.out()).contains("Still open of the run " + RUN);
  }

  /** A run that dies before it resumes either of two connections. */
  private void leaveBoth() throws IOException {
    leave(FILTERS);
  }

  private void leave(String yaml) throws IOException {
    String file = shell.declare("office", nas, yaml).toString();
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals("resume") ? new FaultSpec.ApiError(105) : null;
          }
        });
    Shell.Result failed = apply(file);
    assertThat(failed.code()).as(failed.out() + failed.err()).isEqualTo(4);
    nas.injectFaults(new FaultInjector() {});
    assertThat(status(0)).isEqualTo("pause");
    assertThat(status(3)).isEqualTo("pause");
    assertThat(JournalFile.isClosed(journal())).isFalse();
  }

  private Shell.Result apply(String file) {
    return shell.run(
        "apply", "--yes", "--accept-risk", "data-loss:*", "--state-dir", state(), file);
  }

  private Shell.Result plan(String file) {
    return shell.run("plan", "--state-dir", state(), file);
  }

  private Shell.Result settle(String... words) {
    return shell.run(
        Stream.concat(Stream.of("runs", "settle", "--state-dir", state()), Stream.of(words))
            .toArray(String[]::new));
  }

  private String state() {
    return shell.file("state").toString();
  }

  private Path journal() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(state()))) {
      return files.filter(path -> path.endsWith(RUN + ".jsonl")).findFirst().orElseThrow();
    }
  }

  private String status(int connection) {
    return nas.state().toJson().at("/list_conn/conn/" + connection + "/status").asString("");
  }

  /** As a shell splits them. */
  private static String[] words(String command) {
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
    return word.results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toArray(String[]::new);
  }
}
