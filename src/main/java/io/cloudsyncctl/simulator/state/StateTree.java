package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.device.Habits;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state as the JSON that the getters answer, with ways to find things in it. Parts that the
 * state file left out are answered from {@link Defaults} and stored once something is written to
 * them. Not safe for threads: {@link SimulatedState} holds the lock.
 */
public final class StateTree {
  private static final String SETTINGS = "get_connection_setting";
  private static final String FILTERS = "get_selective_sync_config";
  private static final String TASK_OPTIONS = "get_session_setting";
  private static final String WRITTEN_OPTIONS = "write_only";

  private final ObjectNode root;
  private final Map<Long, Long> connectionOfTask = new HashMap<>();
  private final Map<Long, String> suspendedBefore = new HashMap<>();
  private long lastTask;
  private long lastConnection;
  private Habits habits = Habits.PERFECT;
  private String optionsKey;
  private boolean oldPackage;

  public StateTree(ObjectNode root) {
    this.root = root;
    for (ObjectNode listed : listed()) {
      long connection = listed.path("id").longValue();
      lastConnection = Math.max(lastConnection, connection);
      for (ObjectNode task : Json.objects(tasks(connection).path("sess"))) {
        long id = task.path("sess_id").longValue();
        connectionOfTask.put(id, connection);
        lastTask = Math.max(lastTask, id);
      }
    }
    oldPackage =
        connectionOfTask.keySet().stream().noneMatch(id -> taskParts(id).has(TASK_OPTIONS));
    optionsKey = oldPackage ? WRITTEN_OPTIONS : TASK_OPTIONS;
  }

  public ObjectNode root() {
    return root;
  }

  /** A tree of its own with the same content, to try something with. */
  public StateTree copy() {
    StateTree copy = new StateTree(root.deepCopy());
    copy.succeed(this);
    copy.habits = Habits.PERFECT;
    return copy;
  }

  /** Takes over what a tree knows that does not stand in its JSON. */
  void succeed(StateTree earlier) {
    suspendedBefore.putAll(earlier.suspendedBefore);
    lastTask = Math.max(lastTask, earlier.lastTask);
    lastConnection = Math.max(lastConnection, earlier.lastConnection);
    habits = earlier.habits;
    oldPackage = earlier.oldPackage;
    optionsKey = earlier.optionsKey;
  }

  Habits habits() {
    return habits;
  }

  void habits(Habits value) {
    habits = value;
  }

  public ObjectNode config() {
    return child(root, "get_config");
  }

  public ObjectNode connectionList() {
    return child(root, "list_conn");
  }

  public List<ObjectNode> listed() {
    return Json.objects(connectionList().path("conn"));
  }

  /** The entry of list_conn, or 120 where no connection has that id. */
  public ObjectNode listed(long connection) {
    for (ObjectNode entry : listed()) {
      if (entry.path("id").longValue() == connection) {
        return entry;
      }
    }
    throw ApiException.wrong("connection_id", "not found");
  }

  /** Who owns a connection, where the state says so; a missing node else. */
  public JsonNode owner(long connection) {
    return connection(connection).path("owner");
  }

  /** Why connections were suspended when they were paused: they are so again when resumed. */
  Map<Long, String> suspendedBefore() {
    return suspendedBefore;
  }

  private JsonNode connection(long id) {
    return root.path("connections").path(Long.toString(id));
  }

  private ObjectNode writableConnection(long id) {
    return child(child(root, "connections"), Long.toString(id));
  }

  public ObjectNode settings(long connection) {
    return part(connection(connection), SETTINGS, () -> Defaults.settings(listed(connection)));
  }

  public ObjectNode property(long connection) {
    return part(
        connection(connection), "get_property", () -> Defaults.property(listed(connection)));
  }

  public ObjectNode credentials(long connection) {
    return part(
        connection(connection),
        "get_conn_auth_info",
        () -> Defaults.credentials(listed(connection), property(connection)));
  }

  public ObjectNode tasks(long connection) {
    return part(connection(connection), "list_sess", Defaults::tasks);
  }

  ObjectNode logs(long connection) {
    return part(connection(connection), "get_log", Defaults::logs);
  }

  /** The log of a connection as the device shows it. */
  public ObjectNode shownLogs(long connection) {
    return habits.shownLogs(connection, logs(connection));
  }

  public boolean hasTask(long task) {
    return connectionOfTask.containsKey(task);
  }

  /** The connection that a task belongs to, or 120 where no task has that id. */
  public long connectionOf(long task) {
    Long connection = connectionOfTask.get(task);
    if (connection == null) {
      throw ApiException.wrong("session_id", "not found");
    }
    return connection;
  }

  /** The task's entry of list_sess. */
  public ObjectNode task(long id) {
    for (ObjectNode task : Json.objects(tasks(connectionOf(id)).path("sess"))) {
      if (task.path("sess_id").longValue() == id) {
        return task;
      }
    }
    throw ApiException.wrong("session_id", "not found");
  }

  private JsonNode taskParts(long task) {
    return root.path("tasks").path(Long.toString(task));
  }

  /** The parts of a task, to be written to; made where the state has none yet. */
  public ObjectNode writableTaskParts(long task) {
    return child(child(root, "tasks"), Long.toString(task));
  }

  public ObjectNode filters(long task) {
    return part(taskParts(task), FILTERS, Defaults::filters);
  }

  /**
   * Whether the package has no {@code get_session_setting}. A state that does not know one answer
   * of it is taken for one of such a package: nothing is made up.
   */
  public boolean isOldPackage() {
    return oldPackage;
  }

  void becomeOldPackage() {
    oldPackage = true;
  }

  /** The options of a task; a missing node while an old package has not been told them. */
  public JsonNode taskOptions(long task) {
    return taskParts(task).path(optionsKey);
  }

  /** Replaces those options that are given. */
  public void storeTaskOptions(long task, ObjectNode options) {
    ObjectNode stored =
        taskOptions(task) instanceof ObjectNode before
            ? before
            : oldPackage ? Json.NODES.objectNode() : Defaults.taskOptions();
    stored.setAll(options);
    writableTaskParts(task).set(optionsKey, stored);
  }

  public ObjectNode folders(long task) {
    return part(taskParts(task), "get_selective_folder_list", Defaults::folders);
  }

  public ObjectNode recentChanges() {
    return part(root, "get_recently_change", Defaults::recentChanges);
  }

  /** Stores a part once it was written to; the same object again changes nothing. */
  public void storeSettings(long connection, ObjectNode settings) {
    writableConnection(connection).set(SETTINGS, settings);
  }

  void storeLogs(long connection, ObjectNode logs) {
    writableConnection(connection).set("get_log", logs);
  }

  public void storeFilters(long task, ObjectNode filters) {
    writableTaskParts(task).set(FILTERS, filters);
  }

  /** Adds a task, as a rule under an id that was never used before. */
  public long addTask(long connection, ObjectNode task) {
    long id = habits.reusesIds() ? smallestFree(connectionOfTask.keySet()) : lastTask + 1;
    lastTask = Math.max(lastTask, id);
    connectionOfTask.put(id, connection);
    ObjectNode list = tasks(connection);
    task.set("sess_id", Json.number(id));
    ((ArrayNode) list.path("sess")).add(task);
    list.set("total", Json.number(list.path("sess").size()));
    writableConnection(connection).set("list_sess", list);
    return id;
  }

  /** Adds a connection, as a rule under an id that was never used before. */
  long addConnection(ObjectNode listed) {
    Set<Long> used =
        listed().stream().map(entry -> entry.path("id").longValue()).collect(Collectors.toSet());
    long id = habits.reusesIds() ? smallestFree(used) : lastConnection + 1;
    lastConnection = Math.max(lastConnection, id);
    listed.set("id", Json.number(id));
    ObjectNode list = connectionList();
    ((ArrayNode) list.path("conn")).add(listed);
    list.set("total", Json.number(list.path("conn").size()));
    return id;
  }

  private static long smallestFree(Set<Long> used) {
    long id = 1;
    while (used.contains(id)) {
      id++;
    }
    return id;
  }

  public void removeTask(long id) {
    ObjectNode list = tasks(connectionOf(id));
    remove(list.path("sess"), "sess_id", id);
    list.set("total", Json.number(list.path("sess").size()));
    connectionOfTask.remove(id);
    child(root, "tasks").remove(Long.toString(id));
  }

  public void removeConnection(long id) {
    for (ObjectNode task : Json.objects(tasks(id).path("sess"))) {
      removeTask(task.path("sess_id").longValue());
    }
    ObjectNode list = connectionList();
    remove(list.path("conn"), "id", id);
    list.set("total", Json.number(list.path("conn").size()));
    child(root, "connections").remove(Long.toString(id));
  }

  private static void remove(JsonNode array, String name, long id) {
    ArrayNode elements = (ArrayNode) array;
    for (int i = elements.size() - 1; i >= 0; i--) {
      if (elements.get(i).path(name).longValue() == id) {
        elements.remove(i);
      }
    }
  }

  /**
   * The shared folders of this NAS, as far as the state knows them: its {@code shares} and the
   * first component of every task's local path. Empty where the state does not list any, as a
   * capture cannot know them; then every share is taken to exist.
   */
  public Set<String> shares() {
    Set<String> shares = new LinkedHashSet<>();
    if (!root.path("shares").isArray()) {
      return shares;
    }
    root.path("shares").forEach(share -> shares.add(share.asString("")));
    for (long task : connectionOfTask.keySet()) {
      String path = task(task).path("local_sync_path").asString("");
      if (path.startsWith("/")) {
        shares.add(path.split("/", -1)[1]);
      }
    }
    return shares;
  }

  private static ObjectNode part(JsonNode holder, String name, Supplier<ObjectNode> fallback) {
    return holder.path(name) instanceof ObjectNode object ? object : fallback.get();
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    if (parent.path(name) instanceof ObjectNode object) {
      return object;
    }
    return parent.putObject(name);
  }
}
