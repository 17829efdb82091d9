package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.golden.DangerousWrites;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command that writes waits for rest, and writes down what it saw. */
class RestCommandsTest {
  private static final String RUN = "20260301T120000Z";
  private static final String[] ACCEPTED = {"--yes", "--accept-risk", "data-loss:*"};
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
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private Shell shell = new Shell(Path.of("."));
  private String file = "";

  @BeforeEach
  void declare() {
    shell = new Shell(folder);
    file = shell.declare("office", nas, FILTERS).toString();
  }

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
    DangerousWrites.assertAtRest("office", nas.timeline());
    nas.close();
  }

  @Test
  void theJournalHoldsWhatWasSeenWhereThatDecided() throws IOException {
    nas.behaviours().add("pause-lag=3looks resume-lag=2looks");
    Shell.Result applied = apply();
    assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
    assertThat(looked())
        .containsExactly(
            "paused pause true", "before pause true", "after pause true", "resumed uptodate true");
  }

  @Test
  void aResumeThatWasNotSeenIsNotDone() throws IOException {
    nas.behaviours().add("ignore=resume");
    assertThat(apply().code()).isEqualTo(4);
    assertThat(looked()).endsWith("resumed pause false");
    assertThat(shell.run("show", RUN).out()).contains("uncertain  office/Dropbox: resume");
  }

  @Test
  void anUndoWaitsForRestAsWell() {
    assertThat(apply().code()).isZero();
    nas.behaviours().add("ignore=pause");
    nas.clearRequests();
    Shell.Result undone = run("undo", "--rest-timeout", "5s", RUN, file);
    assertThat(undone.code()).as(undone.out() + undone.err()).isEqualTo(3);
    assertThat(undone.out())
        .contains(
            "error[not-at-rest]: the connection does not rest: 5s after it was told to pause");
    assertThat(writes()).containsExactly("pause", "resume");
  }

  @Test
  void aSavedPlanSaysWhatNeedsRestAndWaitsForIt() throws IOException {
    Path plan = shell.file("plan.json");
    assertThat(shell.run("plan", file, "--out", plan.toString()).code()).isZero();
    assertThat(Files.readString(plan)).contains("\"needs_rest\" : true");
    nas.behaviours().add("ignore=pause");
    nas.clearRequests();
    assertThat(run("apply", plan.toString()).code()).isEqualTo(3);
    assertThat(writes()).containsExactly("pause", "resume");
  }

  @Test
  void watchingWaitsForRestAsWell() {
    nas.behaviours().add("ignore=pause");
    Shell.Result watched =
        shell.run(
            "watch",
            "--mode",
            "apply",
            "--rounds",
            "1",
            "--rest-timeout",
            "5s",
            "--accept-risk",
            "data-loss:*",
            file);
    assertThat(watched.code()).as(watched.out() + watched.err()).isEqualTo(3);
    assertThat(watched.out()).contains("5s after it was told to pause");
    assertThat(writes()).containsExactly("pause", "resume");
  }

  @Test
  void theTimeForAllWorkEndsTheWaitingToo() {
    nas.behaviours().add("ignore=pause");
    Shell.Result applied = run("apply", "--timeout", "30s", file);
    assertThat(applied.code()).as(applied.out() + applied.err()).isEqualTo(4);
    assertThat(applied.out()).contains("error[nas-timeout]").contains("warning[left-paused]");
    assertThat(writes()).containsExactly("pause");
  }

  @ParameterizedTest
  @CsvSource({"left-paused, ignore=resume@1", "api-refused, error-answers=resume:105@1"})
  void eachConnectionIsResumedAlthoughAnotherOneDoesNotGoOn(String code, String behaviour) {
    nas.behaviours().add(behaviour);
    assertThatOnlyTheOtherOneGoesOn(code);
  }

  @Test
  void eachConnectionIsResumedAlthoughAnotherOneHasAnotherName() {
    nas.addScript(Script.parse("after set_selective_sync_config 2: rename 1 Clients"));
    assertThatOnlyTheOtherOneGoesOn("nas-moved");
  }

  @Test
  void eachConnectionIsResumedAlthoughNobodyKnowsWhetherAnotherOneGoesOn() {
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            return request.calls().stream().anyMatch(RestCommandsTest::resumesDropbox)
                ? new FaultSpec.ClosedConnection(false)
                : null;
          }
        });
    assertThatOnlyTheOtherOneGoesOn("nas-connection-lost");
  }

  private static boolean resumesDropbox(RecordedCall call) {
    return call.method().equals("resume") && call.parameters().path("connection_id").asLong() == 1;
  }

  private void assertThatOnlyTheOtherOneGoesOn(String code) {
    file =
        shell
            .declare(
                "office",
                nas,
                FILTERS
                    + """
                      - name: Microsoft OneDrive
                        tasks:
                          - local_path: /finance/Invoices
                            cloud_path: /Invoices
                            filters: { filtered_extensions: [bak] }
                    """)
            .toString();
    Shell.Result applied = apply();
    assertThat(applied.code()).isEqualTo(4);
    assertThat(applied.out())
        .contains("FAILED  office/Dropbox: resume")
        .contains("error[" + code + "]")
        .contains("done    office/Microsoft OneDrive: resume");
    assertThat(nas.truth().atRest(1)).isTrue();
    assertThat(nas.truth().atRest(2)).isFalse();
  }

  private Shell.Result apply() {
    return run("apply", file);
  }

  private Shell.Result run(String... words) {
    return shell.run(Stream.concat(Stream.of(words), Stream.of(ACCEPTED)).toArray(String[]::new));
  }

  private List<String> looked() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path journal =
          files.filter(path -> path.toString().endsWith(".jsonl")).findFirst().orElseThrow();
      return Files.readAllLines(journal).stream()
          .map(line -> JsonMapper.shared().readTree(line))
          .filter(line -> line.path("event").asString().equals("looked"))
          .map(RestCommandsTest::words)
          .toList();
    }
  }

  private static String words(JsonNode looked) {
    return looked.path("when").asString()
        + " "
        + looked.path("status").asString()
        + " "
        + looked.path("good").asBoolean();
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
