package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.model.desired.DesiredState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes files and loads them, for tests. */
public final class Loading {
  public static final String NAS =
      """
      version: 1
      nas:
        name: office
        url: https://nas.example.lan:5001
      """;

  private Loading() {}

  /** No variables, an empty environment, no login. */
  public static LoadOptions offline() {
    return with(Map.of());
  }

  /** Whether anything is wrong enough that some NAS has no state. */
  public static boolean hasErrors(LoadResult result) {
    return result.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  public static LoadOptions with(Map<String, String> environment) {
    return new LoadOptions(
        ImmutableMap.of(), ImmutableList.of(), environment::get, false, ImmutableList.of());
  }

  public static Path write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name).resolveSibling("."));
    return Files.writeString(file, text);
  }

  public static LoadResult load(LoadOptions options, Path... paths) {
    return new ConfigLoader().load(List.of(paths), options);
  }

  /** The one state of files without anything wrong. */
  public static DesiredState state(LoadOptions options, Path... paths) {
    LoadResult result = load(options, paths);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.states()).hasSize(1);
    return result.states().getFirst();
  }

  /** The state of a text below {@link #NAS}. */
  public static DesiredState state(Path folder, String text) throws IOException {
    return state(offline(), write(folder, "state.yaml", NAS + text));
  }

  public static ImmutableList<String> texts(LoadResult result, Path folder) {
    return result.diagnostics().stream()
        .map(diagnostic -> diagnostic.text().replace(folder + "/", ""))
        .collect(ImmutableList.toImmutableList());
  }
}
