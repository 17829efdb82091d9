package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatedState;
import io.cloudsyncctl.simulator.SimulatorOptions;
import io.cloudsyncctl.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version kept without the path of the URL may be of another NAS behind it. */
class StateWithoutPathTest {
  @TempDir Path folder;

  @Test
  void itIsToldUntilSomebodyMovesItAway() throws IOException {
    Shell shell = new Shell(folder);
    try (SimulatedNas nas =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      URI url = URI.create(nas.url() + "/office");
      Path state = folder.resolve("home/.local/state/cloudsyncctl");
      Path old = StateFolder.journals(state, "office", StateFolder.address(url));
      Files.createDirectories(old);
      Path file = shell.declare("office", nas, "package: { workers: 3 }\n");
      Files.writeString(file, Files.readString(file).replace(nas.url().toString(), url.toString()));

      assertThat(shell.run("plan", file.toString()).err()).contains("warning[state-without-path]");
      Files.createDirectories(StateFolder.journals(state, "office", StateFolder.identity(url)));
      assertThat(shell.run("plan", file.toString()).err()).contains("warning[state-without-path]");
      Files.delete(old);
      assertThat(shell.run("plan", file.toString()).err()).doesNotContain("state-without-path");
    }
  }
}
