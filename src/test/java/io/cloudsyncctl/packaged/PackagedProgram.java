package io.cloudsyncctl.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The folder that {@code mvn package} leaves, or a copy of it. */
record PackagedProgram(Path home) {

  /** What one run left: exit status and both streams. */
  record Result(int exit, String output, String error) {}

  /** The program of this build, from the system property {@code cloudsyncctl.home}. */
  static PackagedProgram ofThisBuild() {
    return new PackagedProgram(Path.of(System.getProperty("cloudsyncctl.home")));
  }

  Path launcher() {
    return home.resolve("bin/cloudsyncctl");
  }

  Path runtime() {
    return home.resolve("runtime");
  }

  Path libraries() {
    return home.resolve("lib");
  }

  Path cache() {
    return libraries().resolve("cloudsyncctl.aot");
  }

  /** Copies the folder with its time stamps, as an archive would. */
  PackagedProgram copyTo(Path target) throws IOException {
    try (var files = Files.walk(home)) {
      for (Path source : files.toList()) {
        Files.copy(
            source,
            target.resolve(home.relativize(source)),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
    return new PackagedProgram(target);
  }

  /** Runs a launcher in {@code folder} with exactly these variables: not even a search path. */
  static Result run(
      Path folder, Map<String, String> environment, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    return run(folder, folder, environment, launcher, arguments);
  }

  /** The same, with what it prints kept in another folder than the one it runs in. */
  static Result run(
      Path outputs,
      Path folder,
      Map<String, String> environment,
      Path launcher,
      String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(outputs, "output", ".txt");
    Path error = Files.createTempFile(outputs, "error", ".txt");
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(error.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Result(exit, Files.readString(output), Files.readString(error));
  }
}
