package io.cloudsyncctl.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One folder of {@code src/test/resources/guards}: a guard that says no, as a person sees it.
 *
 * <p>It holds YAML files, {@code case.json}, and {@code transcript.txt}, which is what is expected.
 * {@code case.json} has {@code description} in one sentence; {@code nas}, which maps names to
 * {@code state}, {@code edits}, {@code simulator} and {@code login} as {@link GoldenCase} has them,
 * and to what is imperfect about it ({@code behave}) and what a person does at it meanwhile ({@code
 * script}, a list of lines), in the words of the simulator; and {@code steps}. In YAML, {@code
 * ${env:OFFICE_URL}} is the address of the NAS {@code office}.
 *
 * <p>A step is one of
 *
 * <ul>
 *   <li>{@code run}: the arguments of a command. Beside it, {@code today} is its date, {@code urls}
 *       gives a NAS the address of another, {@code written} names the NAS that it may write to
 *       although it refuses another, or takes back a pause, {@code unrest} permits it to write what
 *       may delete files while a connection does not rest, and {@code meanwhile} lists what happens
 *       before the {@code nth} call of a method ({@code call}) to a {@code nas}: {@code edits} of
 *       its state, or a command, {@code run}; {@code refused} maps names of NAS to what they refuse
 *       in this step, in the form of {@code refused} of a NAS, and {@code lost} to the methods that
 *       they carry out without an answer;
 *   <li>{@code edits}: maps names of NAS to changes of their states;
 *   <li>{@code person}: maps names of NAS to what a person does there, in the words of the
 *       simulator;
 *   <li>{@code behave}: maps names of NAS to what is imperfect about them from then on;
 *   <li>{@code journal}: puts the {@code file} of the case in as the journal of the {@code run} on
 *       the {@code nas}, <code>${identity}</code> in it being the address of the NAS;
 *   <li>{@code replace}: maps files to {@code [before, after]}, and {@code remove} lists files.
 * </ul>
 */
record GuardCase(Path folder, JsonNode description) {
  static final Path ROOT = Path.of("src", "test", "resources", "guards");
  static final String TRANSCRIPT = "transcript.txt";

  /** All cases, sorted by name. */
  static Stream<GuardCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream()
          .map(folder -> new GuardCase(folder, GoldenJson.read(folder.resolve("case.json"))));
    }
  }

  List<Path> yamlFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.valueOf(folder.getFileName());
  }
}
