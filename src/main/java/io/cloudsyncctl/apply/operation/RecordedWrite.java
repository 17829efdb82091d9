package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupWrite;
import java.time.Instant;
import java.util.Map;

/** What the record keeps of a write of task settings. */
public final class RecordedWrite {
  private RecordedWrite() {}

  /**
   * Whether the NAS reports what the record would keep.
   *
   * @param preImage what was read before the write
   */
  public static boolean isReported(Map<String, WireValue> preImage) {
    return TaskSettings.OPTIONS.stream().map(Setting::parameter).allMatch(preImage::containsKey);
  }

  /** The entry of a task, once the write was done. */
  public static SettingsRecord.Entry entry(
      ConnectionIdentity connection, TaskIdentity task, GroupWrite write, Instant at) {
    ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
    for (Setting<Boolean> setting : TaskSettings.OPTIONS) {
      write.value(setting).ifPresent(value -> values.put(setting.parameter(), value));
    }
    return new SettingsRecord.Entry(
        connection,
        task,
        write.value(TaskSettings.SYNC_DIRECTION).orElse(null),
        values.buildOrThrow(),
        at);
  }
}
