package io.cloudsyncctl.simulator.script;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Something that a person does at the NAS, or lets happen to it. */
public sealed interface Deed {

  /**
   * Reads one deed, such as {@code rename 3 "Old name"}.
   *
   * @throws ScriptException where it is none
   */
  static Deed parse(String text) {
    return DeedParser.parse(1, text);
  }

  record Pause(long connection) implements Deed {}

  record Resume(long connection) implements Deed {}

  record Rename(long connection, String name) implements Deed {}

  /** Another setting of a connection, by its name on the wire. */
  record SetConnection(long connection, String field, JsonNode value) implements Deed {}

  /**
   * The schedule.
   *
   * @param hours 168 digits, Sunday first; empty leaves them as they are
   */
  record Schedule(long connection, boolean enabled, String hours) implements Deed {}

  record SetDirection(long task, String direction) implements Deed {}

  /** One of the settings of a task that are yes or no, by its name on the wire. */
  record SetTask(long task, String field, boolean value) implements Deed {}

  /** One list of filters. */
  record SetFilter(long task, String field, List<String> entries) implements Deed {
    public SetFilter {
      entries = List.copyOf(entries);
    }
  }

  /** The filter of large files, in bytes. */
  record SetLargest(long task, long bytes) implements Deed {}

  /** One setting of the package, by its name on the wire. */
  record SetPackage(String field, JsonNode value) implements Deed {}

  record AddTask(long connection, String localPath, String remotePath, String direction)
      implements Deed {}

  record RemoveTask(long task) implements Deed {}

  record AddConnection(String type, String name, String user) implements Deed {}

  record RemoveConnection(long connection) implements Deed {}

  /** The connection and its tasks get another status: an error, say, or the end of one. */
  record Status(long connection, String status) implements Deed {}

  /** Something is synced, and the log gets an entry of it. */
  record Log(long connection, int action, String path) implements Deed {}

  /** The NAS behaves in these ways as well; an empty list ends all. */
  record Behave(List<Behaviour> behaviours) implements Deed {
    static final String NONE = "none";

    public Behave {
      behaviours = List.copyOf(behaviours);
    }
  }
}
