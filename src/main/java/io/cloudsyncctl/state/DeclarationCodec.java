package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was declared, as JSON: settings by their paths in the YAML, values as they stand on the
 * wire, sets sorted.
 */
public final class DeclarationCodec {
  private static final String ABSENT = "absent";

  private DeclarationCodec() {}

  /** A declaration as JSON. */
  public static WireValue.Members encode(Declaration declaration) {
    Map<String, WireValue> members = new LinkedHashMap<>();
    members.put("package", WireValue.Members.of(declaration.packageSettings()));
    members.put(
        "connections",
        items(declaration.connections().stream().map(DeclarationCodec::encode).toList()));
    return WireValue.Members.of(members);
  }

  private static WireValue encode(Declaration.OfConnection connection) {
    Map<String, WireValue> members = new LinkedHashMap<>();
    members.put("name", WireValue.of(connection.name()));
    put(members, "provider", connection.provider());
    put(members, "account", connection.account());
    put(members, connection.presence());
    if (connection.paused() != null) {
      members.put("paused", WireValue.of(connection.paused()));
    }
    members.put("settings", WireValue.Members.of(connection.settings()));
    members.put("tasks", items(connection.tasks().stream().map(DeclarationCodec::encode).toList()));
    return WireValue.Members.of(members);
  }

  private static WireValue encode(Declaration.OfTask task) {
    Map<String, WireValue> members = new LinkedHashMap<>();
    members.put("local_path", WireValue.of(task.paths().local()));
    members.put("cloud_path", WireValue.of(task.paths().cloud()));
    put(members, task.presence());
    members.put("settings", WireValue.Members.of(task.settings()));
    return WireValue.Members.of(members);
  }

  private static void put(Map<String, WireValue> members, String name, @Nullable String text) {
    if (text != null) {
      members.put(name, WireValue.of(text));
    }
  }

  private static void put(Map<String, WireValue> members, Presence presence) {
    if (presence == Presence.ABSENT) {
      members.put("state", WireValue.of(ABSENT));
    }
  }

  private static WireValue items(List<WireValue> values) {
    return WireValue.Items.of(values);
  }

  /** The declaration of a JSON value that may come from anywhere. */
  public static Declaration decode(WireValue value) throws WireFormatException {
    if (!(value instanceof WireValue.Members members)) {
      throw new WireFormatException("it is not an object");
    }
    JsonFields fields = new JsonFields(members);
    ImmutableList.Builder<Declaration.OfConnection> connections = ImmutableList.builder();
    for (JsonFields connection : fields.objects("connections")) {
      connections.add(connection(connection));
    }
    return new Declaration(settings(fields, "package"), connections.build());
  }

  private static Declaration.OfConnection connection(JsonFields fields) throws WireFormatException {
    ImmutableList.Builder<Declaration.OfTask> tasks = ImmutableList.builder();
    for (JsonFields task : fields.objects("tasks")) {
      tasks.add(
          new Declaration.OfTask(
              new TaskPaths(task.text("local_path"), task.text("cloud_path")),
              presence(task),
              settings(task, "settings")));
    }
    return new Declaration.OfConnection(
        fields.text("name"),
        fields.textOrNull("provider"),
        fields.textOrNull("account"),
        presence(fields),
        fields.members().get("paused") == null ? null : fields.flag("paused"),
        settings(fields, "settings"),
        tasks.build());
  }

  private static ImmutableSortedMap<String, WireValue> settings(JsonFields fields, String name)
      throws WireFormatException {
    return ImmutableSortedMap.copyOf(fields.object(name).members().values());
  }

  private static Presence presence(JsonFields fields) throws WireFormatException {
    String state = fields.textOrNull("state");
    if (state == null) {
      return Presence.PRESENT;
    }
    if (!state.equals(ABSENT)) {
      throw new WireFormatException("state is not \"absent\"");
    }
    return Presence.ABSENT;
  }
}
