package io.cloudsyncctl.catalog;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.RiskRule;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.ValueType;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.Unit;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireCodec;

/**
 * The settings of a connection (the API document, set_connection_settings and
 * set_connection_schedule).
 */
public final class ConnectionSettings {
  private ConnectionSettings() {}

  public static final Setting<String> NAME =
      connection(
          "connections[].name",
          "task_name",
          new TextType(),
          Codecs.TEXT,
          "The connection's name on the NAS, which is also its identity.");

  public static final Setting<Long> PULL_EVENT_PERIOD =
      connection(
          "connections[].settings.pull_event_period",
          "pull_event_period",
          new IntegerType(0, Integer.MAX_VALUE, Unit.SECONDS),
          Codecs.WHOLE_NUMBER,
          "How often the cloud is asked for changes, in seconds.");

  public static final Setting<Long> MAX_UPLOAD_SPEED =
      connection(
          "connections[].settings.max_upload_speed",
          "max_upload_speed",
          IntegerType.limit(Unit.NONE),
          Codecs.WHOLE_NUMBER,
          "The upload limit in the NAS's own unit; 0 is no limit.");

  public static final Setting<Long> MAX_DOWNLOAD_SPEED =
      connection(
          "connections[].settings.max_download_speed",
          "max_download_speed",
          IntegerType.limit(Unit.NONE),
          Codecs.WHOLE_NUMBER,
          "The download limit in the NAS's own unit; 0 is no limit.");

  public static final Setting<String> STORAGE_CLASS =
      connection(
          "connections[].settings.storage_class",
          "storage_class",
          new TextType(),
          Codecs.TEXT,
          "The storage class of uploaded objects, where the cloud has classes.");

  public static final Setting<Boolean> IS_SSE =
      connection(
          "connections[].settings.is_sse",
          "isSSE",
          new BooleanType(),
          Codecs.BOOLEAN,
          "Whether the cloud encrypts uploaded objects (server-side encryption).");

  public static final Setting<Long> PART_SIZE =
      connection(
          "connections[].settings.part_size",
          "part_size",
          new IntegerType(0, Integer.MAX_VALUE, Unit.MEGABYTES),
          Codecs.WHOLE_NUMBER,
          "The size of the parts of a multipart upload, in megabytes.");

  public static final Setting<Boolean> SCHEDULE_ENABLED =
      schedule(
          "connections[].schedule.enabled",
          "is_enabled_schedule",
          new BooleanType(),
          Codecs.BOOLEAN,
          "Whether the schedule is obeyed.");

  public static final Setting<WeekHours> SCHEDULE_HOURS =
      schedule(
          "connections[].schedule.hours",
          "schedule_info",
          new WeekHoursType(),
          new Codecs.WeekHoursCodec(),
          "The hours of the week in which the connection syncs, in the NAS's local time.");

  /** All, in the order in which they are shown. */
  public static final ImmutableList<Setting<?>> ALL =
      ImmutableList.of(
          NAME,
          PULL_EVENT_PERIOD,
          MAX_UPLOAD_SPEED,
          MAX_DOWNLOAD_SPEED,
          STORAGE_CLASS,
          IS_SSE,
          PART_SIZE,
          SCHEDULE_ENABLED,
          SCHEDULE_HOURS);

  private static <T> Setting<T> connection(
      String path, String wireName, ValueType<T> type, WireCodec<T> codec, String summary) {
    return of(SettingGroup.CONNECTION, path, wireName, type, codec, summary);
  }

  private static <T> Setting<T> schedule(
      String path, String wireName, ValueType<T> type, WireCodec<T> codec, String summary) {
    return of(SettingGroup.SCHEDULE, path, wireName, type, codec, summary);
  }

  private static <T> Setting<T> of(
      SettingGroup group,
      String path,
      String wireName,
      ValueType<T> type,
      WireCodec<T> codec,
      String summary) {
    return new Setting<>(
        path, group, type, wireName, wireName, codec, RiskRule.harmless(), summary);
  }
}
