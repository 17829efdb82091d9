package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.faults.Records;
import io.cloudsyncctl.faults.Scenario;
import io.cloudsyncctl.packaged.PackagedProgram.Result;
import io.cloudsyncctl.packaged.ProgramRuns.Plain;
import io.cloudsyncctl.packaged.ProgramRuns.Write;
import io.cloudsyncctl.simulator.SimulatedNas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private static final long MINUTES = 2;

  private final ProgramRuns runs = new ProgramRuns(PackagedProgram.ofThisBuild());

  @TempDir private Path folder;

  @Test
  void aRunThatIsKilledIsFinishedByTheNext() throws Exception {
    Plain plain = runs.plain(Files.createTempDirectory(folder, "plain"));
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

  private void killed(Plain plain, Write write, boolean afterActing) throws Exception {
    Path place = Files.createTempDirectory(folder, "killed");
    try (SimulatedNas nas = ProgramRuns.nas()) {
      HoldAt hold = new HoldAt(write.method(), write.earlier(), afterActing);
      nas.injectFaults(hold);
      Process process = runs.start(place, nas);
      try {
        assertThat(hold.reached().await(MINUTES, TimeUnit.MINUTES)).as("the write came").isTrue();
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(process.exitValue()).as("ended by SIGKILL").isEqualTo(137);
      Records.assertTrue(place, nas.state());
      assertThat(ProgramRuns.details(place))
          .singleElement()
          .asString()
          .contains("  ended    interrupted\n");

      Result again = runs.assertFinishedByTheNext(place, nas, plain);
      assertThat(again.error()).contains("note[run-unfinished]");
    }
  }
}
