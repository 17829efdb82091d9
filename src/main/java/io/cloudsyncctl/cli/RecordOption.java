package io.cloudsyncctl.cli;

import io.cloudsyncctl.model.NasTarget;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.state.RecordFile;
import io.cloudsyncctl.state.RecordKeeper;
import io.cloudsyncctl.state.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the record of write-only settings is kept. */
final class RecordOption {
  private static final String SIMULATED = "simulated";

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "File of the record of write-only settings; with several NAS a folder. Without it, the"
              + " file that the YAML names as its record, else one in the user's state folder.")
  @Nullable Path file;

  /**
   * The record of one NAS. What is written to a simulated NAS is no fact about the real one, so it
   * is only kept where the user names a file for it.
   */
  RecordKeeper keeper(NasTarget target, boolean simulated, boolean several, Console console) {
    String identity = simulated ? SIMULATED : StateFolder.identity(target.url());
    if (file != null) {
      Path path = several ? file.resolve(target.name() + ".record.json") : file;
      return RecordKeeper.inFile(new RecordFile(path), identity);
    }
    if (simulated) {
      return RecordKeeper.inMemory(SettingsRecord.empty(identity));
    }
    Path declared = target.record();
    Path path =
        declared != null
            ? declared
            : StateFolder.record(
                StateFolder.of(console.environment(), console.home().toString()),
                target.name(),
                identity);
    return RecordKeeper.inFile(new RecordFile(path), identity);
  }
}
