package io.cloudsyncctl.cli.option;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.config.yaml.FileView;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  /** Why a NAS is left alone in this run, where it is: what came of it when it was last tried. */
  public Function<String, Optional<NasOutcome.Failed<Plan>>> resting = _ -> Optional.empty();

  /** The names of the variables that fill a secret in the files that were loaded. */
  public Set<String> secretVariables = Set.of();

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** The options with which the files are to be read, as they can be typed again. */
  public List<String> besideFiles() {
    List<String> words = new ArrayList<>();
    variables.forEach((name, value) -> words.addAll(List.of("--var", name + "=" + value)));
    variableFiles.forEach(file -> words.addAll(List.of("--var-file", file.toString())));
    roots.forEach(root -> words.addAll(List.of("--root", root.toString())));
    return words;
  }

  /**
   * Loads the files.
   *
   * @param credentialsNeeded whether user and password must be there
   */
  public LoadResult load(Console console, boolean credentialsNeeded) {
    LoadResult result = new ConfigLoader().load(files, options(console, credentialsNeeded));
    secretVariables = result.secretVariables();
    return result;
  }

  /**
   * Loads files from elsewhere, with the same variables and without credentials.
   *
   * @param named those of the user's files that are there
   */
  public LoadResult load(Console console, FileView view, List<Path> named) {
    return new ConfigLoader(view).load(named, options(console, false));
  }

  private LoadOptions options(Console console, boolean credentialsNeeded) {
    return new LoadOptions(
        ImmutableMap.copyOf(variables),
        ImmutableList.copyOf(variableFiles),
        console.environment(),
        credentialsNeeded,
        ImmutableList.copyOf(roots));
  }
}
