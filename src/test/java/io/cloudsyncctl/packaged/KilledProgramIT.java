package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.faults.Records;
import io.cloudsyncctl.faults.Scenario;
import io.cloudsyncctl.packaged.PackagedProgram.Result;
import io.cloudsyncctl.simulator.FaultInjector;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program is killed while the NAS has one of its writes, before and after the NAS has
 * acted, and then run again: that ends as if nothing had happened.
 *
 * <p>The usual build kills it at the first write of each kind; {@code -Dcloudsyncctl.matrix=all} at
 * every write.
 */
class KilledProgramIT {
  private static final boolean ALL = "all".equals(System.getProperty("cloudsyncctl.matrix"));
  private static final long MINUTES = 2;

  private final PackagedProgram program = PackagedProgram.ofThisBuild();

  @TempDir private Path folder;

  /** A write of the undisturbed apply: a method, and how often it came before. */
  private record Write(String method, int earlier) {}

  /** What the undisturbed apply left. */
  private record Plain(List<Write> writes, String state, String record) {}

  @Test
  void aRunThatIsKilledIsFinishedByTheNext() throws Exception {
    Plain plain = plain();
    assertThat(plain.writes().stream().map(Write::method).distinct())
        .containsExactlyInAnyOrderElementsOf(Scenario.WRITES);
    int held = 0;
    for (Write write : plain.writes()) {
      for (boolean afterActing : List.of(false, true)) {
        String pair = write + (afterActing ? ", killed after" : ", killed before") + " it acted";
        try {
          killed(plain, write, afterActing);
          held++;
        } catch (AssertionError e) {
          throw new AssertionError(pair + ": " + e.getMessage(), e);
        }
      }
    }
    System.out.printf("killed with SIGKILL: %d of %d pairs held%n", held, held);
    assertThat(held).isGreaterThanOrEqualTo(2 * Scenario.WRITES.size());
  }

  private Plain plain() throws Exception {
    Path place = Files.createTempDirectory(folder, "plain");
    try (SimulatedNas nas = SimulatedNas.start(Scenario.state(), SimulatorOptions.defaults())) {
      Result applied = apply(place, nas);
      assertThat(applied.exit()).as("%s", applied).isZero();
      List<Write> writes = new ArrayList<>();
      Set<String> kinds = new HashSet<>();
      nas.requests().stream()
          .flatMap(request -> request.calls().stream())
          .filter(call -> Scenario.WRITES.contains(call.method()))
          .forEach(call -> {
            if (kinds.add(call.method()) || ALL) {
              int earlier =
                  (int) writes.stream().filter(one -> one.method().equals(call.method())).count();
              writes.add(new Write(call.method(), earlier));
            }
          });
      return new Plain(
          List.copyOf(writes), Scenario.settled(nas.state().toJson()), Records.text(place));
    }
  }

  private void killed(Plain plain, Write write, boolean afterActing) throws Exception {
    Path place = Files.createTempDirectory(folder, "killed");
    try (SimulatedNas nas = SimulatedNas.start(Scenario.state(), SimulatorOptions.defaults())) {
      HoldAt hold = new HoldAt(write.method(), write.earlier(), afterActing);
      nas.injectFaults(hold);
      Process process = start(place, nas);
      try {
        assertThat(hold.reached().await(MINUTES, TimeUnit.MINUTES)).as("the write came").isTrue();
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(process.exitValue()).as("ended by SIGKILL").isEqualTo(137);
      Records.assertTrue(place, nas.state());
      assertThat(run(place, "runs", "--state-dir", state(place)).output())
          .hasLineCount(1)
          .contains("office");

      nas.injectFaults(new FaultInjector() {});
      int left = nas.activeSessions();
      Result again = apply(place, nas);
      assertThat(again.exit()).as("%s", again).isZero();
      assertThat(again.error()).contains("note[run-unfinished]");
      assertThat(Scenario.settled(nas.state().toJson())).as("%s", again).isEqualTo(plain.state());
      Records.assertTrue(place, nas.state());
      assertThat(Records.text(place)).isEqualTo(plain.record());
      assertThat(nas.activeSessions()).as("sessions that the next run left").isEqualTo(left);
      Result planned =
          run(
              place,
              "plan",
              place.resolve("office.yaml").toString(),
              "--state-dir",
              state(place),
              "--detailed-exitcode");
      assertThat(planned.exit()).as("%s", planned).isZero();
      assertJournalsRead(place);
    }
  }

  private void assertJournalsRead(Path place) throws Exception {
    Result runs = run(place, "runs", "--state-dir", state(place));
    assertThat(runs.exit()).as("%s", runs).isZero();
    for (String line : runs.output().lines().toList()) {
      String id = line.split(" ", 2)[0];
      Result shown = run(place, "show", id, "--state-dir", state(place));
      assertThat(shown.exit()).as("%s", shown).isZero();
      assertThat(shown.output()).contains("Run " + id);
    }
  }

  private Process start(Path place, SimulatedNas nas) throws IOException {
    Scenario.declare(place, nas.url());
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(program.launcher().toString()), arguments(place)).toList())
            .directory(place.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(Scenario.ENVIRONMENT);
    return builder.start();
  }

  private Result apply(Path place, SimulatedNas nas) throws Exception {
    Scenario.declare(place, nas.url());
    return run(place, arguments(place).toArray(String[]::new));
  }

  private static Stream<String> arguments(Path place) {
    return Stream.concat(
        Stream.of("apply", place.resolve("office.yaml").toString(), "--state-dir", state(place)),
        Scenario.CONSENT.stream());
  }

  private static String state(Path place) {
    return place.resolve("state").toString();
  }

  private Result run(Path place, String... arguments) throws Exception {
    return PackagedProgram.run(place, Scenario.ENVIRONMENT, program.launcher(), arguments);
  }
}
