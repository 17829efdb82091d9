package io.cloudsyncctl.state;

import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses and targets as data, and back. */
public final class AddressCodec {
  private AddressCodec() {}

  public static WireValue.Members encode(Address address) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    fields.put("nas", WireValue.of(address.nas()));
    put(fields, "connection", address.connection());
    put(fields, "account", address.account());
    put(fields, "provider", address.provider());
    TaskPaths task = address.task();
    put(fields, "local_path", task == null ? null : task.local());
    put(fields, "cloud_path", task == null ? null : task.cloud());
    return WireValue.Members.of(fields);
  }

  public static Address address(JsonFields fields) throws WireFormatException {
    String local = fields.textOrNull("local_path");
    String cloud = fields.textOrNull("cloud_path");
    return new Address(
        fields.text("nas"),
        fields.textOrNull("connection"),
        fields.textOrNull("account"),
        fields.textOrNull("provider"),
        local == null || cloud == null ? null : new TaskPaths(local, cloud));
  }

  public static WireValue.Members encode(Target target) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    switch (target) {
      case Target.OfPackage _ -> {}
      case Target.OfConnection connection -> IdentityCodec.put(fields, connection.identity());
      case Target.OfTask task -> {
        IdentityCodec.put(fields, task.connection().identity());
        fields.put("local_path", WireValue.of(task.paths().local()));
        fields.put("cloud_path", WireValue.of(task.paths().cloud()));
        Long sessionId = task.sessionId();
        if (sessionId != null) {
          fields.put("session_id", WireValue.of(sessionId));
        }
        put(fields, "remote_folder_id", task.remoteFolderId());
      }
    }
    return WireValue.Members.of(fields);
  }

  public static Target target(JsonFields fields) throws WireFormatException {
    if (fields.wholeOrNull("connection_id") == null) {
      return new Target.OfPackage();
    }
    Target.OfConnection connection = connection(fields);
    String local = fields.textOrNull("local_path");
    return local == null
        ? connection
        : new Target.OfTask(
            connection,
            fields.wholeOrNull("session_id"),
            new TaskPaths(local, fields.text("cloud_path")),
            fields.textOrNull("remote_folder_id"));
  }

  public static Target.OfConnection connection(JsonFields fields) throws WireFormatException {
    return new Target.OfConnection(IdentityCodec.connection(fields));
  }

  private static void put(Map<String, WireValue> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, WireValue.of(value));
    }
  }
}
