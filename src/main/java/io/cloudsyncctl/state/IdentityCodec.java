package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.ConnectionIdentity;
import io.cloudsyncctl.model.KnownConnection;
import io.cloudsyncctl.model.TaskIdentity;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.WireFormatException;
import io.cloudsyncctl.model.WireValue;
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
  public static ConnectionIdentity connection(Fields fields) throws WireFormatException {
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
  public static TaskIdentity task(Fields fields) throws WireFormatException {
    return new TaskIdentity(
        fields.whole("session_id"), paths(fields), fields.textOrNull("remote_folder_id"));
  }

  private static TaskPaths paths(Fields fields) throws WireFormatException {
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
      connections.add(WireValue.Members.of(fields));
    }
    return WireValue.Items.of(connections);
  }

  /** The same, back. */
  public static ImmutableList<KnownConnection> known(List<Fields> connections)
      throws WireFormatException {
    ImmutableList.Builder<KnownConnection> known = ImmutableList.builder();
    for (Fields connection : connections) {
      ImmutableList.Builder<KnownConnection.KnownTask> tasks = ImmutableList.builder();
      for (Fields task : connection.objects("tasks")) {
        tasks.add(new KnownConnection.KnownTask(paths(task), task(task.object("is"))));
      }
      known.add(
          new KnownConnection(connection.text("name"), connection(connection), tasks.build()));
    }
    return known.build();
  }

  private static void put(Map<String, WireValue> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, WireValue.of(value));
    }
  }
}
