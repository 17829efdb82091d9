package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.faults.Records;
import io.cloudsyncctl.faults.Scenario;
import io.cloudsyncctl.faults.WireCall;
import io.cloudsyncctl.packaged.PackagedProgram.Result;
import io.cloudsyncctl.packaged.ProgramRuns.Plain;
import io.cloudsyncctl.simulator.SimulatedNas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program is killed while the NAS has one of its requests, before and after the NAS
 * has acted, and then run again: that ends as if nothing had happened.
 *
 * <p>The usual build kills it at the first write of each kind; {@code -Dcloudsyncctl.matrix=all} at
 * every request, reads among them.
 */
class KilledProgramIT {
  private static final long MINUTES = 2;

  private final ProgramRuns runs = new ProgramRuns(PackagedProgram.ofThisBuild());

  @TempDir private Path folder;

  @Test
  void aRunThatIsKilledIsFinishedByTheNext() throws Exception {
    Plain plain = runs.plain(Files.createTempDirectory(folder, "plain"));
    assertThat(plain.writes().stream().flatMap(call -> call.methods().stream()).distinct())
        .containsAll(Scenario.WRITES);
    int writes = 0;
    int reads = 0;
    for (WireCall call : ProgramRuns.ALL ? plain.calls() : plain.writes()) {
      for (boolean afterActing : List.of(false, true)) {
        String pair = call + (afterActing ? ", killed after" : ", killed before") + " it acted";
        try {
          killed(plain, call, afterActing);
        } catch (AssertionError e) {
          throw new AssertionError(pair + ": " + e.getMessage(), e);
        }
        if (call.writes()) {
          writes++;
        } else {
          reads++;
        }
      }
    }
    System.out.printf("killed with SIGKILL: %d pairs at writes, %d at reads held%n", writes, reads);
    assertThat(writes).isGreaterThanOrEqualTo(2 * Scenario.WRITES.size());
  }

  private void killed(Plain plain, WireCall call, boolean afterActing) throws Exception {
    Path place = Files.createTempDirectory(folder, "killed");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      String before = nas.state().toJson().toString();
      HoldAt hold = HoldAt.request(call.number(), afterActing);
      nas.injectFaults(hold);
      Process process = runs.start(place, nas);
      try {
        assertThat(hold.reached().await(MINUTES, TimeUnit.MINUTES)).as("the call came").isTrue();
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(process.exitValue()).as("ended by SIGKILL").isEqualTo(137);
      Records.assertTrue(place, nas.state());
      List<String> left = ProgramRuns.details(place);
      if (call.number() < plain.first()) {
        assertThat(left).as("journals of a run that has changed nothing").isEmpty();
        assertThat(nas.state().toJson()).hasToString(before);
      } else {
        assertThat(left)
            .singleElement()
            .asString()
            .contains(call.is("logout") ? "  ended    applied\n" : "  ended    interrupted\n");
      }
      if (call.number() > plain.last()) {
        assertThat(Scenario.settled(nas.state().toJson())).isEqualTo(plain.state());
      }

      Result again = runs.assertFinishedByTheNext(place, nas, plain);
      boolean unfinished = left.stream().anyMatch(run -> run.contains("ended    interrupted\n"));
      assertThat(again.error().contains("note[run-unfinished]")).isEqualTo(unfinished);
    }
  }
}
