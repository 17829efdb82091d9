package io.cloudsyncctl.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a folder held at the moment at which a program was killed: nothing is written after that.
 */
final class Frozen {
  private final Path folder;
  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  private Frozen(Path folder) {
    this.folder = folder;
  }

  static Frozen of(Path folder) {
    Frozen frozen = new Frozen(folder);
    try {
      for (Path file : frozen.all()) {
        if (Files.isRegularFile(file)) {
          frozen.files.put(file, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return frozen;
  }

  /** Makes the folder as it was then. */
  void restore() {
    try {
      for (Path file : all()) {
        if (Files.isRegularFile(file) && !files.containsKey(file)) {
          Files.delete(file);
        }
      }
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        Files.write(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
