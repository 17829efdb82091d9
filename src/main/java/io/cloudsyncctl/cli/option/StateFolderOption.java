package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.run.RunFinder;
import io.cloudsyncctl.state.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --state-dir} of commands that look at what runs left. */
public final class StateFolderOption {
  @Option(
      names = "--state-dir",
      paramLabel = "FOLDER",
      description = "Where the journals are; else in the user's state folder.")
  @Nullable Path folder;

  public boolean isSet() {
    return folder != null;
  }

  /** Finds the runs. */
  public RunFinder runs(Console console) {
    return new RunFinder(
        folder != null ? folder : StateFolder.of(console.environment(), console.home().toString()));
  }
}
