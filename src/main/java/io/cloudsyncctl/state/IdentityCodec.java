package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.time.DateTimeException;
import java.time.Instant;
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
    fields.put(
        "before",
        WireValue.Items.of(
            task.before().stream().map(id -> WireValue.of(id.longValue())).toList()));
    return WireValue.Members.of(fields);
  }

  private static ImmutableList<KnownConnection.AskedTask> asked(JsonFields connection)
      throws WireFormatException {
    ImmutableList.Builder<KnownConnection.AskedTask> asked = ImmutableList.builder();
    if (connection.members().get("asked") != null) {
      for (JsonFields task : connection.objects("asked")) {
        ImmutableSet.Builder<Long> before = ImmutableSet.builder();
        for (WireValue id : task.items("before")) {
          if (!(id instanceof WireValue.Whole(long number))) {
            throw new WireFormatException("before is not a list of session ids");
          }
          before.add(number);
        }
        asked.add(new KnownConnection.AskedTask(paths(task), before.build(), time(task)));
      }
    }
    return asked.build();
  }

  private static Instant time(JsonFields fields) throws WireFormatException {
    try {
      return Instant.parse(fields.text("at"));
    } catch (DateTimeException e) {
      throw new WireFormatException("at is not a time such as 2026-01-31T12:00:00Z");
    }
  }

  /** The same, back. */
  public static ImmutableList<TaskIdentity> tasks(List<JsonFields> encoded)
      throws WireFormatException {
    ImmutableList.Builder<TaskIdentity> tasks = ImmutableList.builder();
    for (JsonFields task : encoded) {
      tasks.add(task(task));
    }
    return tasks.build();
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
  public static ImmutableList<KnownConnection> known(List<JsonFields> connections)
      throws WireFormatException {
    ImmutableList.Builder<KnownConnection> known = ImmutableList.builder();
    for (JsonFields connection : connections) {
      ImmutableList.Builder<KnownConnection.KnownTask> tasks = ImmutableList.builder();
      for (JsonFields task : connection.objects("tasks")) {
        tasks.add(new KnownConnection.KnownTask(paths(task), task(task.object("is"))));
      }
      known.add(
          new KnownConnection(
              connection.text("name"), connection(connection), tasks.build(), asked(connection)));
    }
    return known.build();
  }

  private static void put(Map<String, WireValue> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, WireValue.of(value));
    }
  }
}
