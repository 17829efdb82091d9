package io.cloudsyncctl.config.compose;

import io.cloudsyncctl.config.yaml.SourceFile;
import io.cloudsyncctl.config.yaml.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What values outside the YAML can be had: the environment's and those of files. */
public final class References {
  private static final int LIMIT = 1024 * 1024;

  private final Sources sources;
  private final Function<String, @Nullable String> environment;

  /** A file is read once, since some, such as a pipe, can be read only once. */
  private final Map<Path, Optional<String>> texts = new HashMap<>();

  public References(Sources sources, Function<String, @Nullable String> environment) {
    this.sources = sources;
    this.environment = environment;
  }

  @Nullable String environment(String name) {
    return environment.apply(name);
  }

  /** The text of a file without the line break at its end; null where it cannot be had. */
  @Nullable
  public String file(String from, String path) {
    Path file = path(from, path);
    if (file == null || path.isEmpty()) {
      return null;
    }
    return texts.computeIfAbsent(file, this::read).orElse(null);
  }

  private Optional<String> read(Path file) {
    try (InputStream in = sources.view().referredTo().open(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String unix = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      return Optional.of(unix.endsWith("\r") ? unix.substring(0, unix.length() - 1) : unix);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The file that a path of a YAML file leads to, by the one name that it has; else the path. */
  String realFile(String from, String path) {
    Path file = path(from, path);
    return file == null ? path : sources.view().referredTo().real(file).toString();
  }

  /** A path as it stands in a YAML file; null where it is none on this machine. */
  @Nullable
  public Path path(String from, String path) {
    try {
      SourceFile file = sources.named(from);
      return file == null ? Path.of(path) : file.resolve(path);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
