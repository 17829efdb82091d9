package io.cloudsyncctl.watch;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells that files of a working tree have changed, without reading them: by their real paths, sizes
 * and times. A checkout, a pull and a symbolic link that is turned to another folder all show.
 */
public final class Fingerprint {
  private static final int DEPTH = 32;

  private Fingerprint() {}

  /** The fingerprint of a file, or of the YAML files of a folder. What is not there has one too. */
  public static String of(Path path) {
    Hasher hasher = Hashing.sha256().newHasher();
    if (Files.isDirectory(path)) {
      yamlFiles(path).forEach(file -> add(hasher, file));
    } else {
      add(hasher, path);
    }
    return hasher.hash().toString();
  }

  private static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static void add(Hasher hasher, Path file) {
    hasher.putString(file.toString(), StandardCharsets.UTF_8);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      hasher
          .putString(file.toRealPath().toString(), StandardCharsets.UTF_8)
          .putLong(attributes.size())
          .putLong(attributes.lastModifiedTime().toMillis());
    } catch (IOException e) {
      hasher.putString("is not there", StandardCharsets.UTF_8);
    }
  }
}
