package io.cloudsyncctl.cli.option;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.run.DeclaredFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of a command and what is substituted in them. */
public final class FileOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "YAML files, or folders that are searched for such files (.yaml, .yml).")
  public List<Path> files = List.of();

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "Value of $${var:NAME} in the files; may be repeated.")
  Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--var-file",
      paramLabel = "FILE",
      description = "YAML file of names and values for $${var:NAME}; may be repeated.")
  List<Path> variableFiles = List.of();

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description =
          "Folder that extends may reach into, beside the Git repository of the file; may be"
              + " repeated.")
  List<Path> roots = List.of();

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** The files and what is substituted in them. */
  public DeclaredFiles declared(Console console) {
    return new DeclaredFiles(
        ImmutableList.copyOf(files),
        ImmutableMap.copyOf(variables),
        ImmutableList.copyOf(variableFiles),
        ImmutableList.copyOf(roots),
        console.environment());
  }
}
