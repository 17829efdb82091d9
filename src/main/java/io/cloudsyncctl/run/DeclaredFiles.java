package io.cloudsyncctl.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.config.yaml.FileView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run was given, and what is substituted in them.
 *
 * @param named files, or folders of them
 * @param variables values of {@code ${var:NAME}}
 * @param variableFiles YAML files of such values
 * @param roots folders that {@code extends} may reach into
 * @param environment values of {@code ${env:NAME}}
 */
public record DeclaredFiles(
    ImmutableList<Path> named,
    ImmutableMap<String, String> variables,
    ImmutableList<Path> variableFiles,
    ImmutableList<Path> roots,
    Function<String, @Nullable String> environment) {

  /** Files in which nothing but the environment is substituted. */
  public static DeclaredFiles of(List<Path> named, Function<String, @Nullable String> environment) {
    return new DeclaredFiles(
        ImmutableList.copyOf(named),
        ImmutableMap.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        environment);
  }

  /** Other files, with the same variables. */
  public DeclaredFiles naming(List<Path> files) {
    return new DeclaredFiles(
        ImmutableList.copyOf(files), variables, variableFiles, roots, environment);
  }

  /**
   * Loads the files.
   *
   * @param credentialsNeeded whether user and password must be there
   */
  public LoadResult load(boolean credentialsNeeded) {
    return new ConfigLoader().load(named, options(credentialsNeeded));
  }

  /** Loads the files from elsewhere, and without credentials. */
  public LoadResult load(FileView view) {
    return new ConfigLoader(view).load(named, options(false));
  }

  private LoadOptions options(boolean credentialsNeeded) {
    return new LoadOptions(variables, variableFiles, environment, credentialsNeeded, roots);
  }

  /** The files and what is substituted in them, as they can be typed again. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    named.forEach(file -> words.add(file.toString()));
    variables.forEach((name, value) -> words.addAll(List.of("--var", name + "=" + value)));
    variableFiles.forEach(file -> words.addAll(List.of("--var-file", file.toString())));
    roots.forEach(root -> words.addAll(List.of("--root", root.toString())));
    return words;
  }
}
