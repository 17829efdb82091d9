package io.cloudsyncctl.cli;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.state.JournalStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A place to run commands in: a folder with files, an environment, and a home of its own. */
public final class Shell {
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private boolean interactive;
  private JournalStore journals = JournalStore.DISK;

  public Shell(Path folder) {
    this.folder = folder;
  }

  /** What a command left behind. */
  public record Result(int code, String out, String err) {}

  public Shell environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** A person at the terminal, who types this. */
  public Shell typing(String text) {
    interactive = true;
    input = text;
    return this;
  }

  /** Standard input that is no terminal. */
  Shell piping(String text) {
    interactive = false;
    input = text;
    return this;
  }

  /** Journals are kept elsewhere. */
  Shell journals(JournalStore store) {
    journals = store;
    return this;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  public Path write(String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(folder.resolve(name).getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file for a NAS that listens at a simulated one, followed by the given YAML. */
  public Path declare(String name, SimulatedNas nas, String yaml) {
    return write(
        name + ".yaml",
        """
        version: 1
        nas:
          name: %s
          url: %s
          username: admin
          password: ${env:NAS_PASSWORD}
        """
                .formatted(name, nas.url())
            + yaml);
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> variables = new HashMap<>(environment);
    variables.putIfAbsent("NAS_PASSWORD", "simulated");
    int code =
        new Terminal(variables, folder.resolve("home"), NOW, journals)
            .run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                interactive,
                arguments);
    return new Result(
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replace(folder.toString(), "FOLDER"));
  }
}
