package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.dsm.WireFields;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record says, as members of an object, and back. */
final class RecordCodec {
  private static final String TASKS = "tasks";
  private static final String RELINK = "relink";
  private static final String DECLARED = "declared";
  private static final String KNOWN = "known";
  private static final String DIRECTION = "sync_direction";
  private static final String WRITTEN_AT = "written_at";

  private RecordCodec() {}

  /** Adds what a record says. */
  static void put(Map<String, WireValue> fields, SettingsRecord record) {
    List<WireValue> tasks = new ArrayList<>();
    record.tasks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(task -> tasks.add(encode(task.getValue())));
    fields.put(TASKS, WireValue.Items.of(tasks));
    record.relink().ifPresent(relink -> fields.put(RELINK, encode(relink)));
    record
        .declared()
        .ifPresent(declared -> {
          Map<String, WireValue> its = new LinkedHashMap<>();
          its.put("at", WireValue.of(declared.at().toString()));
          its.putAll(DeclarationCodec.encode(declared.declaration()).values());
          fields.put(DECLARED, WireValue.Members.of(its));
        });
    if (!record.known().isEmpty()) {
      fields.put(KNOWN, IdentityCodec.encode(record.known()));
    }
  }

  private static WireValue encode(SettingsRecord.Entry entry) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    IdentityCodec.put(fields, entry.task());
    ConnectionIdentity connection = entry.connection();
    if (connection != null) {
      IdentityCodec.put(fields, connection);
    }
    SyncDirection direction = entry.direction();
    if (direction != null) {
      fields.put(DIRECTION, WireValue.of(direction.name()));
    }
    fields.put(WRITTEN_AT, WireValue.of(entry.writtenAt().toString()));
    Map<String, WireValue> values = new LinkedHashMap<>();
    for (Setting<Boolean> setting : TaskSettings.OPTIONS) {
      Boolean value = entry.values().get(setting.parameter());
      if (value != null) {
        values.put(setting.key(), WireValue.of(value.booleanValue()));
      }
    }
    fields.put("values", WireValue.Members.of(values));
    return WireValue.Members.of(fields);
  }

  private static WireValue encode(SettingsRecord.Relink relink) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    fields.put(PackageSettings.DELETE_FROM_CLOUD.key(), WireValue.of(relink.written()));
    relink.answered().ifPresent(answered -> fields.put("answered", WireValue.of(answered)));
    fields.put(WRITTEN_AT, WireValue.of(relink.writtenAt().toString()));
    return WireValue.Members.of(fields);
  }

  /** The record of a NAS. */
  static SettingsRecord decode(String identity, JsonFields root) throws WireFormatException {
    SettingsRecord record = SettingsRecord.empty(identity);
    for (SettingsRecord.Entry entry : objectsIfAny(root, TASKS, RecordCodec::entry)) {
      record = record.with(entry);
    }
    return record
        .with(relink(root))
        .declaring(declared(root))
        .knowing(objectsIfAny(root, KNOWN, IdentityCodec::known));
  }

  private static <T> ImmutableList<T> objectsIfAny(
      JsonFields fields, String name, WireFields.Reader<JsonFields, T, WireFormatException> reader)
      throws WireFormatException {
    return fields.has(name) ? fields.objects(name, reader) : ImmutableList.of();
  }

  private static SettingsRecord.Entry entry(JsonFields task) throws WireFormatException {
    JsonFields written = task.object("values");
    ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
    for (Setting<Boolean> setting : TaskSettings.OPTIONS) {
      if (written.has(setting.key())) {
        values.put(setting.parameter(), written.flag(setting.key()));
      }
    }
    return new SettingsRecord.Entry(
        task.has("connection_id") ? IdentityCodec.connection(task) : null,
        IdentityCodec.task(task),
        direction(task),
        values.buildOrThrow(),
        task.time(WRITTEN_AT));
  }

  private static @Nullable SyncDirection direction(JsonFields task) throws WireFormatException {
    String word = task.textOrNull(DIRECTION);
    return word == null
        ? null
        : TaskSettings.SYNC_DIRECTION
            .kept(WireValue.of(word))
            .orElseThrow(() -> new WireFormatException(DIRECTION + " is not a direction"));
  }

  private static Optional<SettingsRecord.Relink> relink(JsonFields root)
      throws WireFormatException {
    if (!root.has(RELINK)) {
      return Optional.empty();
    }
    JsonFields relink = root.object(RELINK);
    return Optional.of(
        new SettingsRecord.Relink(
            relink.flag(PackageSettings.DELETE_FROM_CLOUD.key()),
            relink.has("answered") ? Optional.of(relink.flag("answered")) : Optional.empty(),
            relink.time(WRITTEN_AT)));
  }

  private static Optional<SettingsRecord.Declared> declared(JsonFields root)
      throws WireFormatException {
    if (!root.has(DECLARED)) {
      return Optional.empty();
    }
    JsonFields declared = root.object(DECLARED);
    return Optional.of(
        new SettingsRecord.Declared(
            DeclarationCodec.decode(declared.members()), declared.time("at")));
  }
}
