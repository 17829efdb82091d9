package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads state files, refuses what is not one in words for people, and writes them. */
final class StateFile {
  static final String FORMAT = "cloudsyncctl-state";
  static final int VERSION = 1;

  private StateFile() {}

  static ObjectNode read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new SimulatorStateException(file.toString(), "no such file");
    } catch (IOException e) {
      throw new SimulatorStateException(file.toString(), "cannot be read: " + e.getMessage());
    }
    return parse(file.toString(), text);
  }

  static ObjectNode parse(String where, String text) {
    try {
      return check(where, Json.MAPPER.readTree(text));
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new SimulatorStateException(
          where + ":" + place.getLineNr() + ":" + place.getColumnNr(),
          "not JSON: " + e.getOriginalMessage());
    }
  }

  /** The state as an object of its own, once everything that the simulator relies on is there. */
  static ObjectNode check(String where, JsonNode json) {
    if (!(json instanceof ObjectNode root)) {
      throw new SimulatorStateException(where, "not a state file: a JSON object is expected");
    }
    JsonNode format = root.path("format");
    if (!format.isString() || !format.stringValue().equals(FORMAT)) {
      throw new SimulatorStateException(
          where, "not a state file: \"format\" must be \"" + FORMAT + "\"");
    }
    JsonNode version = root.path("version");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw new SimulatorStateException(
          where,
          "\"version\" is %s, but this program reads version %d"
              .formatted(version.isMissingNode() ? "missing" : version.toString(), VERSION));
    }
    object(where, root, "get_config", "get_config");
    object(where, root, "list_conn", "list_conn");
    object(where, root, "connections", "connections");
    object(where, root, "tasks", "tasks");
    checkConnections(where, root);
    return root;
  }

  private static void checkConnections(String where, ObjectNode root) {
    JsonNode listed = root.path("list_conn").path("conn");
    Set<String> connectionIds = ids(where, listed, "list_conn.conn", "id");
    ObjectNode connections = object(where, root, "connections", "connections");
    Set<String> taskIds = new HashSet<>();
    for (String id : connections.propertyNames()) {
      String place = "connections." + id;
      if (!connectionIds.contains(id)) {
        throw new SimulatorStateException(where, place + ": list_conn.conn has no such id");
      }
      ObjectNode connection = object(where, connections, id, place);
      for (String part : connection.propertyNames()) {
        if (part.startsWith("get_") || part.equals("list_sess")) {
          object(where, connection, part, place + "." + part);
        }
      }
      if (connection.has("list_sess")) {
        String list = place + ".list_sess.sess";
        for (String task : ids(where, connection.path("list_sess").path("sess"), list, "sess_id")) {
          if (!taskIds.add(task)) {
            throw new SimulatorStateException(where, list + ": sess_id " + task + " is used twice");
          }
        }
      }
    }
    ObjectNode tasks = object(where, root, "tasks", "tasks");
    for (String id : tasks.propertyNames()) {
      if (!taskIds.contains(id)) {
        throw new SimulatorStateException(
            where, "tasks." + id + ": no list_sess has such a sess_id");
      }
      ObjectNode task = object(where, tasks, id, "tasks." + id);
      for (String part : task.propertyNames()) {
        if (part.startsWith("get_") || part.equals("write_only")) {
          object(where, task, part, "tasks." + id + "." + part);
        }
      }
    }
  }

  private static Set<String> ids(String where, JsonNode array, String place, String name) {
    if (!array.isArray()) {
      throw new SimulatorStateException(where, place + ": a list is expected");
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode element : array) {
      JsonNode id = element.path(name);
      if (!id.isIntegralNumber()) {
        throw new SimulatorStateException(
            where, place + ": every entry needs a whole number \"" + name + "\"");
      }
      if (!ids.add(id.toString())) {
        throw new SimulatorStateException(where, place + ": " + name + " " + id + " is used twice");
      }
    }
    return ids;
  }

  private static ObjectNode object(String where, ObjectNode parent, String name, String place) {
    if (parent.path(name) instanceof ObjectNode object) {
      return object;
    }
    throw new SimulatorStateException(where, place + ": an object is expected");
  }

  static void write(Path file, ObjectNode root) {
    String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    try {
      Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SimulatorStateException(file.toString(), "cannot be written: " + e.getMessage());
    }
  }
}
