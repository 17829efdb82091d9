package io.cloudsyncctl.witness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a YAML file declares, read without the program: values stand under their names on the wire.
 *
 * @param ofPackage the settings of the package
 */
public record Declared(Map<String, JsonNode> ofPackage, List<OfConnection> connections) {

  /** Reads a file. */
  public static Declared parse(String yaml) {
    return new DeclaredReader().read(yaml);
  }

  /**
   * A connection.
   *
   * @param renamedFrom its name so far, null where it keeps its name
   * @param paused null where that is not declared
   * @param settings its settings and its schedule
   */
  public record OfConnection(
      String name,
      @Nullable String renamedFrom,
      @Nullable String provider,
      @Nullable String account,
      @Nullable Boolean paused,
      boolean absent,
      Map<String, JsonNode> settings,
      List<OfTask> tasks) {

    /** The task that is declared at nearly these paths. */
    Optional<OfTask> task(String local, String cloud) {
      return tasks.stream().filter(task -> Forms.isNearly(task, local, cloud)).findFirst();
    }
  }

  /**
   * A task.
   *
   * @param settings its settings and its filters
   */
  public record OfTask(
      String local, String cloud, boolean absent, Map<String, JsonNode> settings) {}
}
