package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.state.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command writes for the user. */
public final class OutputFiles {
  private OutputFiles() {}

  /**
   * Writes a text.
   *
   * @param replace whether a file that is there may be replaced
   */
  public static void write(Path path, String text, boolean replace) {
    if (!replace && Files.exists(path) && AtomicFiles.replaces(path)) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.FILE_EXISTS,
              "the file is there already",
              new Location.InFile(path.toString(), 1, 1),
              "name another file, or add --force to replace it"));
    }
    try {
      AtomicFiles.write(path, text);
    } catch (IOException e) {
      throw new DiagnosticException(
          FailureKind.FAILED,
          Diagnostic.error(
              DiagnosticCode.CANNOT_WRITE,
              "the file cannot be written: " + e.getMessage(),
              new Location.InFile(path.toString(), 1, 1),
              null),
          e);
    }
  }
}
