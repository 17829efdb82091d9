package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.run.StateStore;
import io.cloudsyncctl.state.StateFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what a run leaves is kept. */
public final class StateOptions {
  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "File of the record of the last apply; with several NAS, or where it is there as a"
              + " folder, the folder of their records. Without it, the file that the YAML names as"
              + " its record, else one in the state folder.")
  @Nullable Path file;

  @Option(
      names = "--state-dir",
      paramLabel = "FOLDER",
      description =
          "Keep journals, locks and records here; else in the user's state folder. For machines"
              + " that keep nothing, name a folder that outlives the run.")
  @Nullable Path stateFolder;

  /** Where a run keeps what outlives it. */
  public StateStore store(Console console, boolean simulated) {
    return new StateStore(
        Optional.ofNullable(file),
        folder(console),
        stateFolder != null,
        simulated,
        console.clock());
  }

  /** The state folder. */
  public Path folder(Console console) {
    return stateFolder == null
        ? StateFolder.of(console.environment(), console.home().toString())
        : stateFolder;
  }
}
