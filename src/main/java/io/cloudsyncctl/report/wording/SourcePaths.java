package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files as a code host names them: from the root of what was checked out, wherever in it the
 * program was started.
 *
 * @param started the absolute folder in which the program was started
 * @param root the absolute folder that was checked out; empty where that is not known
 */
public record SourcePaths(Path started, Optional<Path> root) {

  /** Files stay as the user named them. */
  public static SourcePaths asNamed() {
    return new SourcePaths(Path.of("/"), Optional.empty());
  }

  /** From the root, where the file lies below it; else as it was named. */
  public String of(String file) {
    if (root.isEmpty()) {
      return file;
    }
    try {
      Path base = root.get().normalize();
      Path absolute = started.resolve(file).normalize();
      return absolute.startsWith(base) ? base.relativize(absolute).toString() : file;
    } catch (InvalidPathException e) {
      return file;
    }
  }

  /** A reference by RFC 3986: relative, and absolute only where the file lies elsewhere. */
  public String uri(String file) {
    String named = of(file);
    String scheme = named.startsWith("/") ? "file://" : "";
    return scheme + encode(named);
  }

  private static String encode(String path) {
    StringBuilder text = new StringBuilder();
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xFF);
      boolean plain =
          c == '/'
              || c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~".indexOf(c) >= 0;
      text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return text.toString();
  }

  /** Where a finding of a file as a whole points to. */
  public static Location.InFile firstLine(String file) {
    return new Location.InFile(file, 1, 1);
  }
}
