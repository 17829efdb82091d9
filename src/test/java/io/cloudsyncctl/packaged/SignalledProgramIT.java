package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.faults.Records;
import io.cloudsyncctl.faults.Scenario;
import io.cloudsyncctl.faults.WireCall;
import io.cloudsyncctl.packaged.PackagedProgram.Result;
import io.cloudsyncctl.packaged.ProgramRuns.Plain;
import io.cloudsyncctl.simulator.SimulatedNas;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program gets Ctrl-C (SIGINT) or SIGTERM while the NAS has one of its requests. */
class SignalledProgramIT {
  private static final long MINUTES = 2;

  private static final String NOTHING_CHANGED =
      """
      office: request: error[interrupted]: the session was closed
      1 error
      Interrupted. Nothing was changed.
      """;

  private final ProgramRuns runs = new ProgramRuns(PackagedProgram.ofThisBuild());

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aWriteThatIsUnderWayIsGivenUpAndJournaled(Signals signal) throws Exception {
    Path place = Files.createTempDirectory(folder, "write");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      Result result = signalled(place, nas, HoldAt.call("set_session_setting", 0, false), signal);

      assertThat(result.exit()).as("%s", result).isEqualTo(4);
      assertThat(result.error()).endsWith(interrupted(place));
      assertThat(flat(result.output()))
          .contains(
              "FAILED office/Project clouds/projects/Riverside School/Exchange:/Riverside School:"
                  + " write the task settings office: set_session_setting: error[interrupted]: the"
                  + " session was closed The NAS may have done it all the same: plan again to see.")
          .contains(
              "office: \"Dropbox\": warning[left-paused]: the connection stays paused, since"
                  + " the apply did not come to its end hint: this finishes the work and resumes"
                  + " the connection: cloudsyncctl apply ")
          .endsWith("Apply again once the cause is mended. ");
      assertThat(nas.activeSessions()).as("sessions left on the NAS").isZero();
      assertThat(status(nas)).isEqualTo("pause");
      assertThat(events(place)).containsSubsequence("before", "interrupted", "after", "end");
      assertThat(ProgramRuns.details(place).getFirst())
          .contains("  ended    interrupted, partly applied\n")
          .contains("  uncertain  office/Project clouds/projects/Riverside School")
          .contains("  not tried  office/Project clouds: resume\n");

      Plain plain = runs.plain(Files.createTempDirectory(folder, "plain"));
      Result again = runs.assertFinishedByTheNext(place, nas, plain);
      assertThat(again.error()).contains("note[run-unfinished]");
      assertThat(again.output()).contains("done    office/Project clouds: resume");
      assertThat(status(nas)).isEqualTo("uptodate");
      assertThat(ProgramRuns.details(place).getLast())
          .contains("  ended    interrupted, partly applied, finished by a later run\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReadThatIsUnderWayAfterAWriteLeavesWhatRestsPaused(Signals signal) throws Exception {
    Path place = Files.createTempDirectory(folder, "read");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      Result result =
          signalled(place, nas, HoldAt.call("get_selective_sync_config", 2, false), signal);

      assertThat(result.exit()).as("%s", result).isEqualTo(4);
      assertThat(result.error()).endsWith(interrupted(place));
      assertThat(result.output()).doesNotContain("The NAS may have done it all the same");
      assertThat(nas.activeSessions()).as("sessions left on the NAS").isZero();
      assertThat(status(nas)).isEqualTo("pause");
      assertThat(events(place)).containsSubsequence("interrupted", "after", "end");

      runs.assertFinishedByTheNext(
          place, nas, runs.plain(Files.createTempDirectory(folder, "plain")));
      assertThat(status(nas)).isEqualTo("uptodate");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileTheApplyReadsNothingIsChanged(Signals signal) throws Exception {
    Path place = Files.createTempDirectory(folder, "reading");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      String before = nas.state().toJson().toString();
      for (int reading : List.of(0, 1)) {
        Result result = signalled(place, nas, HoldAt.call("list_conn", reading, false), signal);

        assertThat(result.exit()).as("%s", result).isEqualTo(1);
        assertThat(result.error()).isEqualTo(NOTHING_CHANGED);
        assertThat(nas.activeSessions()).as("sessions left on the NAS").isZero();
      }
      assertThat(nas.state().toJson()).hasToString(before);
      assertThat(ProgramRuns.details(place)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlanThatIsInterruptedFailsAndSaysSoInItsReport(Signals signal) throws Exception {
    Path place = Files.createTempDirectory(folder, "plan");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      Scenario.declare(place, nas.url());
      for (boolean loggingIn : List.of(true, false)) {
        HoldAt hold = HoldAt.call(loggingIn ? "login" : "list_sess", 0, false);
        nas.injectFaults(hold);
        Process process =
            runs.start(
                place,
                "plan",
                place.resolve("office.yaml").toString(),
                "--report",
                "json=" + place.resolve("report.json"));

        Result result = signalled(place, process, hold, signal);

        assertThat(result.exit()).as("%s", result).isEqualTo(1);
        assertThat(result.error())
            .isEqualTo(loggingIn ? NOTHING_CHANGED.replace("request", "login") : NOTHING_CHANGED);
        assertThat(nas.activeSessions()).as("sessions left on the NAS").isZero();
        JsonNode report =
            JsonMapper.shared().readTree(Files.readString(place.resolve("report.json")));
        assertThat(report.path("exit_code").intValue()).isEqualTo(1);
        assertThat(report.path("cut_short").stringValue()).isEqualTo("it was interrupted");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void watchEndsWellBetweenRounds(Signals signal) throws Exception {
    Path place = Files.createTempDirectory(folder, "watch");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      Scenario.declare(place, nas.url());
      Process process = runs.command(place, watch(place)).start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(lines.lines().anyMatch(line -> line.contains("; next round")))
            .as("a round has ended")
            .isTrue();
        signal.send(process);
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ended").isTrue();
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.exitValue()).isZero();
      assertThat(nas.activeSessions()).as("sessions left on the NAS").isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void watchEndsARoundAsTheCommandWould(Signals signal) throws Exception {
    Path place = Files.createTempDirectory(folder, "watch");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      Scenario.declare(place, nas.url());
      HoldAt hold = HoldAt.call("list_sess", 0, true);
      nas.injectFaults(hold);

      Result result = signalled(place, runs.start(place, watch(place)), hold, signal);

      assertThat(result.exit()).as("%s", result).isEqualTo(1);
      assertThat(result.error()).isEqualTo(NOTHING_CHANGED);
      assertThat(nas.activeSessions()).as("sessions left on the NAS").isZero();
    }
  }

  private static String[] watch(Path place) {
    String file = place.resolve("office.yaml").toString();
    return new String[] {"watch", file, "--state-dir", ProgramRuns.state(place)};
  }

  /**
   * The usual build signals once at the first write of each kind, before or after the NAS has
   * acted; {@code -Dcloudsyncctl.matrix=all} at every write, before and after.
   */
  @Test
  void whateverWriteIsUnderWayTheNextApplyFinishesTheWork() throws Exception {
    Plain plain = runs.plain(Files.createTempDirectory(folder, "plain"));
    int held = 0;
    for (WireCall write : plain.writes()) {
      for (boolean afterActing : ProgramRuns.ALL ? List.of(false, true) : List.of(held % 4 < 2)) {
        Signals signal = held % 2 == 0 ? Signals.TERM : Signals.INT;
        String pair = "%s, SIG%s, acted %s".formatted(write, signal, afterActing);
        try {
          Path place = Files.createTempDirectory(folder, "signalled");
          try (SimulatedNas nas = ProgramRuns.nas()) {
            HoldAt hold = HoldAt.request(write.number(), afterActing);
            Result result = signalled(place, nas, hold, signal);
            assertThat(result.exit()).as("%s", result).isEqualTo(4);
            assertThat(result.error()).endsWith(interrupted(place));
            assertThat(nas.activeSessions()).as("sessions left on the NAS").isZero();
            Records.assertTrue(place, nas.state());
            assertThat(ProgramRuns.details(place))
                .singleElement()
                .asString()
                .contains("interrupted");
            runs.assertFinishedByTheNext(place, nas, plain);
          }
          held++;
        } catch (AssertionError e) {
          throw new AssertionError(pair + ": " + e.getMessage(), e);
        }
      }
    }
    System.out.printf("told to end with SIGTERM or SIGINT: %d of %d pairs held%n", held, held);
  }

  private Result signalled(Path place, SimulatedNas nas, HoldAt hold, Signals signal)
      throws Exception {
    nas.injectFaults(hold);
    return signalled(place, runs.start(place, nas), hold, signal);
  }

  private static Result signalled(Path place, Process process, HoldAt hold, Signals signal)
      throws Exception {
    try {
      assertThat(hold.reached().await(MINUTES, TimeUnit.MINUTES)).as("the call came").isTrue();
      signal.send(process);
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return ProgramRuns.result(place, process);
  }

  /** The last words of an apply that was interrupted. */
  private static String interrupted(Path place) {
    String command =
        ProgramRuns.arguments(place)
            .map(word -> word.contains("*") ? "'" + word + "'" : word)
            .reduce("cloudsyncctl", (one, other) -> one + " " + other);
    return """
    Interrupted while changes were made. This finishes the work and resumes what it had paused:
      %s
    """
        .formatted(command);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String status(SimulatedNas nas) {
    return nas.state().toJson().at("/list_conn/conn/0/status").asString("");
  }

  /** The names of the events in the only journal, in their order. */
  private static List<String> events(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place.resolve("state").resolve("journals"))) {
      Path journal =
          files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
      return Files.readAllLines(journal).stream()
          .map(line -> line.replaceFirst("^\\{\"event\":\"([a-z-]+)\".*$", "$1"))
          .toList();
    }
  }
}
