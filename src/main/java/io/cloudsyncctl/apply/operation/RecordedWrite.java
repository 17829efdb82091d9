package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.plan.model.GroupWrite;
import java.time.Instant;

/** What the record keeps of a write of task settings. */
public final class RecordedWrite {
  private RecordedWrite() {}

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
