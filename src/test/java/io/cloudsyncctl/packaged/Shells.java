package io.cloudsyncctl.packaged;

import io.cloudsyncctl.packaged.PackagedProgram.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs scripts as the machine of a CI host does: with a search path, a home and nothing else. */
record Shells(Path tools, Path home) {

  /** Runs one command in a folder; standard output and error are kept apart. */
  Result run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("PATH", tools + ":/usr/local/bin:/usr/bin:/bin");
    all.putIfAbsent("HOME", home.toString());
    all.put("GIT_CONFIG_NOSYSTEM", "1");
    Path launcher = Path.of(command.getFirst());
    String[] rest = command.subList(1, command.size()).toArray(String[]::new);
    return PackagedProgram.run(home, folder, all, launcher, rest);
  }

  /** Runs one command that must succeed and returns what it printed. */
  String output(Path folder, String... command) throws IOException, InterruptedException {
    Result result = run(folder, Map.of(), List.of(command));
    if (result.exit() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + result);
    }
    return result.output().strip();
  }
}
