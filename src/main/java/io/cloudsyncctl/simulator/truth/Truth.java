package io.cloudsyncctl.simulator.truth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * How a simulated NAS really stands at one moment, whatever its getters show. A copy: later changes
 * do not show in it.
 *
 * @param settings the package's own, by their names on the wire
 * @param connections by id
 * @param tasks by id
 */
public record Truth(
    Map<String, JsonNode> settings, Map<Long, Connection> connections, Map<Long, Task> tasks) {

  /**
   * A connection.
   *
   * @param status what the device holds its status to be; a getter may show another
   * @param atRest whether nothing of it syncs: it is paused or unlinked, and no pause is under way
   * @param settings those of {@code get_connection_setting}, and what account it is of
   * @param listed its entry of {@code list_conn} as it is stored
   */
  public record Connection(
      long id,
      String name,
      String status,
      boolean atRest,
      Map<String, JsonNode> settings,
      JsonNode listed) {
    public Connection {
      settings = ordered(settings);
    }

    /** One setting by its name on the wire; a missing node where it has no value. */
    public JsonNode setting(String field) {
      return settings.getOrDefault(field, MissingNode.getInstance());
    }
  }

  /**
   * A task.
   *
   * @param status its own, as the device holds it
   * @param settings direction and paths, the settings that {@code set_session_setting} writes, and
   *     the filters
   * @param listed its entry of {@code list_sess} as it is stored
   */
  public record Task(
      long id,
      long connection,
      String localPath,
      String remotePath,
      String status,
      Map<String, JsonNode> settings,
      JsonNode listed) {
    public Task {
      settings = ordered(settings);
    }

    /** One setting by its name on the wire; a missing node where it has no value. */
    public JsonNode setting(String field) {
      return settings.getOrDefault(field, MissingNode.getInstance());
    }
  }

  public Truth {
    settings = ordered(settings);
    connections = ordered(connections);
    tasks = ordered(tasks);
  }

  /** One setting of the package by its name on the wire; a missing node where it has no value. */
  public JsonNode setting(String field) {
    return settings.getOrDefault(field, MissingNode.getInstance());
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Whether a connection is there and truly at rest. */
  public boolean atRest(long connection) {
    Connection found = connections.get(connection);
    return found != null && found.atRest();
  }

  /**
   * One connection.
   *
   * @throws NoSuchElementException where none has that id
   */
  public Connection connection(long id) {
    Connection found = connections.get(id);
    if (found == null) {
      throw new NoSuchElementException("no connection " + id);
    }
    return found;
  }

  /**
   * One task.
   *
   * @throws NoSuchElementException where none has that id
   */
  public Task task(long id) {
    Task found = tasks.get(id);
    if (found == null) {
      throw new NoSuchElementException("no task " + id);
    }
    return found;
  }

  /** The tasks of one connection, in the order in which they are kept. */
  public List<Task> tasksOf(long connection) {
    return tasks.values().stream().filter(task -> task.connection() == connection).toList();
  }
}
