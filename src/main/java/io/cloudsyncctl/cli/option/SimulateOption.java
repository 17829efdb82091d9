package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --simulate}: a simulated NAS in place of the real one. */
public final class SimulateOption {
  static final String NAME = "--simulate";
  static final String DEFAULT = "demo";

  @Option(
      names = NAME,
      paramLabel = "STATE",
      description =
          "Talk to a simulated NAS instead: demo (which --simulate alone means), document,"
              + " old-package (demo with a Cloud Sync that cannot report all task settings), or a"
              + " file that capture wrote. It lives in memory: the file is never changed.")
  @Nullable String state;

  public boolean isSet() {
    return state != null;
  }

  /** Finds a wrong state before anything else is done. */
  public void check() {
    if (isSet()) {
      load();
    }
  }

  /** How the NAS of a run are reached. */
  public NasConnector access(Console console) {
    return new NasConnector(console, isSet() ? Optional.of(this::load) : Optional.empty());
  }

  /** A fresh state, of which changes are never saved. */
  public SimulatedState load() {
    String name = state == null ? DEFAULT : state;
    return switch (name) {
      case "demo" -> SimulatedState.demo();
      case "document" -> SimulatedState.document();
      case "old-package" -> {
        SimulatedState old = SimulatedState.demo();
        old.becomeOldPackage();
        yield old;
      }
      default -> SimulatedStates.load(Path.of(name));
    };
  }

  /** Gives a bare {@code --simulate} its value, so that it never swallows the word behind it. */
  public static String[] withValue(String[] arguments) {
    String[] result = arguments.clone();
    for (int i = 0; i < result.length && !result[i].equals("--"); i++) {
      if (result[i].equals(NAME)) {
        result[i] = NAME + "=" + DEFAULT;
      }
    }
    return result;
  }
}
