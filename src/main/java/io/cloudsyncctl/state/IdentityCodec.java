package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Identities of connections and tasks as members of an object, and back. Files of earlier versions
 * hold the id and the name of a connection, and of a task no {@code remote_folder_id}: these read
 * as incomplete.
 */
public final class IdentityCodec {
  private IdentityCodec() {}

  /** A connection, as members that may stand beside others. */
  public static void put(Map<String, WireValue> fields, ConnectionIdentity connection) {
    fields.put("connection_id", WireValue.of(connection.id()));
    fields.put("connection_name", WireValue.of(connection.name()));
    put(fields, "provider", connection.provider());
    put(fields, "account", connection.account());
    put(fields, "user_id", connection.userId());
  }

  /** The connection of an object. */
  public static ConnectionIdentity connection(JsonFields fields) throws WireFormatException {
    return new ConnectionIdentity(
        fields.whole("connection_id"),
        fields.text("connection_name"),
        fields.textOrNull("provider"),
        fields.textOrNull("account"),
        fields.textOrNull("user_id"));
  }

  /** A task, as members that may stand beside others. */
  public static void put(Map<String, WireValue> fields, TaskIdentity task) {
    fields.put("session_id", WireValue.of(task.sessionId()));
    put(fields, task.paths());
    put(fields, "remote_folder_id", task.remoteFolderId());
  }

  private static void put(Map<String, WireValue> fields, TaskPaths paths) {
    fields.put("local_path", WireValue.of(paths.local()));
    fields.put("cloud_path", WireValue.of(paths.cloud()));
  }

  /** The task of an object. */
  public static TaskIdentity task(JsonFields fields) throws WireFormatException {
    return new TaskIdentity(
        fields.whole("session_id"), paths(fields), fields.textOrNull("remote_folder_id"));
  }

  /** Several tasks. */
  public static WireValue.Items encodeTasks(List<TaskIdentity> tasks) {
    List<WireValue> encoded = new ArrayList<>();
    for (TaskIdentity task : tasks) {
      Map<String, WireValue> fields = new LinkedHashMap<>();
      put(fields, task);
      encoded.add(WireValue.Members.of(fields));
    }
    return WireValue.Items.of(encoded);
  }

  private static WireValue encode(KnownConnection.AskedTask task) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    put(fields, task.declared());
    fields.put("at", WireValue.of(task.at().toString()));
    fields.put("before", WireValue.Items.of(task.before().stream().map(WireValue::of).toList()));
    return WireValue.Members.of(fields);
  }

  private static KnownConnection.AskedTask asked(JsonFields task) throws WireFormatException {
    return new KnownConnection.AskedTask(
        paths(task), ImmutableSet.copyOf(task.wholes("before")), task.time("at"));
  }

  private static TaskPaths paths(JsonFields fields) throws WireFormatException {
    return new TaskPaths(fields.text("local_path"), fields.text("cloud_path"));
  }

  /** Which connections and tasks the declared ones are. */
  public static WireValue.Items encode(List<KnownConnection> known) {
    List<WireValue> connections = new ArrayList<>();
    for (KnownConnection connection : known) {
      Map<String, WireValue> fields = new LinkedHashMap<>();
      fields.put("name", WireValue.of(connection.name()));
      put(fields, connection.identity());
      List<WireValue> tasks = new ArrayList<>();
      for (KnownConnection.KnownTask task : connection.tasks()) {
        Map<String, WireValue> its = new LinkedHashMap<>();
        put(its, task.declared());
        Map<String, WireValue> identity = new LinkedHashMap<>();
        put(identity, task.identity());
        its.put("is", WireValue.Members.of(identity));
        tasks.add(WireValue.Members.of(its));
      }
      fields.put("tasks", WireValue.Items.of(tasks));
      if (!connection.asked().isEmpty()) {
        fields.put(
            "asked",
            WireValue.Items.of(connection.asked().stream().map(IdentityCodec::encode).toList()));
      }
      connections.add(WireValue.Members.of(fields));
    }
    return WireValue.Items.of(connections);
  }

  /** The same, back. */
  public static KnownConnection known(JsonFields connection) throws WireFormatException {
    return new KnownConnection(
        connection.text("name"),
        connection(connection),
        connection.objects(
            "tasks", task -> new KnownConnection.KnownTask(paths(task), task(task.object("is")))),
        connection.has("asked")
            ? connection.objects("asked", IdentityCodec::asked)
            : ImmutableList.of());
  }

  private static void put(Map<String, WireValue> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, WireValue.of(value));
    }
  }
}
