package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.report.model.ReportKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where reports go: no two to one place, and none to a file that the run needs or writes. */
final class ReportFiles {
  /** Whatever is written there is gone anyway. */
  private static final Path NOWHERE = Path.of("/dev/null");

  private ReportFiles() {}

  /**
   * Refuses reports that would replace each other or something else.
   *
   * @param read the files that the run reads
   * @param out what else it writes; null for nothing
   */
  static void check(List<ReportRequest> requests, Collection<Path> read, @Nullable Path out) {
    Map<Path, String> taken = new HashMap<>();
    for (Path file : read) {
      if (Files.isRegularFile(file)) {
        taken.put(real(file), "a file that is read, " + file);
      }
    }
    if (out != null) {
      taken.put(real(out), "the plan, --out " + out);
    }
    @Nullable ReportRequest first = null;
    for (ReportRequest request : requests) {
      if (request.toStandardOutput()) {
        // GitHub reads its commands between the lines of anything else.
        if (request.kind() != ReportKind.GITHUB) {
          if (first != null) {
            throw refused(
                "two reports go to standard output: " + name(first) + " and " + name(request),
                "write all but one to files");
          }
          first = request;
        }
      } else {
        Path file = path(request);
        @Nullable String other =
            NOWHERE.equals(file) ? null : taken.putIfAbsent(file, "the report " + name(request));
        if (other != null) {
          throw refused(
              "the report " + name(request) + " would be written over " + other,
              "give each a file of its own");
        }
      }
    }
  }

  private static String name(ReportRequest request) {
    return request.kind().word() + "=" + request.file();
  }

  private static Path path(ReportRequest request) {
    try {
      return real(Path.of(request.file()));
    } catch (InvalidPathException e) {
      throw refused(
          "no file can be called as in the report " + name(request) + ": " + e.getReason(),
          "name another file");
    }
  }

  /** One name for a file, however it is named and whether it is there yet or not. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path folder = absolute.getParent();
      Path name = absolute.getFileName();
      if (folder == null || name == null) {
        return absolute.normalize();
      }
      return real(folder).resolve(target(absolute, name)).normalize();
    }
  }

  /** Of a link to a file that is not there yet, that file. */
  private static Path target(Path link, Path name) {
    try {
      return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link) : name;
    } catch (IOException e) {
      return name;
    }
  }

  private static DiagnosticException refused(String why, String hint) {
    return new DiagnosticException(
        FailureKind.USAGE, Diagnostic.error(DiagnosticCode.REPORTS_COLLIDE, why, null, hint));
  }
}
