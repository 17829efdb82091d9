package io.cloudsyncctl.state;

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
    JsonFields fields = JsonFields.of(value);
    return new Declaration(
        settings(fields, "package"), fields.objects("connections", DeclarationCodec::connection));
  }

  private static Declaration.OfConnection connection(JsonFields fields) throws WireFormatException {
    return new Declaration.OfConnection(
        fields.text("name"),
        fields.textOrNull("provider"),
        fields.textOrNull("account"),
        presence(fields),
        fields.has("paused") ? fields.flag("paused") : null,
        settings(fields, "settings"),
        fields.objects("tasks", DeclarationCodec::task));
  }

  private static Declaration.OfTask task(JsonFields fields) throws WireFormatException {
    return new Declaration.OfTask(
        new TaskPaths(fields.text("local_path"), fields.text("cloud_path")),
        presence(fields),
        settings(fields, "settings"));
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
