package io.cloudsyncctl.apply.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupWrite;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedWriteTest {
  @Test
  void theEntryHoldsTheDirectionAndTheFlagsThatWereSent() {
    SettingsRecord.Entry entry =
        entry(
            ImmutableMap.of(
                "sync_direction",
                WireValue.of("ONLY_UPLOAD"),
                "no_delete",
                WireValue.of(true),
                "another",
                WireValue.of(true)));
    assertThat(entry.direction()).isEqualTo(SyncDirection.ONLY_UPLOAD);
    assertThat(entry.values()).containsExactly(Map.entry("no_delete", true));
  }

  @Test
  void whatCannotBeReadIsNotKept() {
    SettingsRecord.Entry entry =
        entry(
            ImmutableMap.of(
                "sync_direction", WireValue.of("SIDEWAYS"), "no_delete", WireValue.of("yes")));
    assertThat(entry.direction()).isNull();
    assertThat(entry.values()).isEmpty();
  }

  private static SettingsRecord.Entry entry(ImmutableMap<String, WireValue> sent) {
    return RecordedWrite.entry(
        new ConnectionIdentity(1, "Dropbox", "db", "ada", "id:1"),
        new TaskIdentity(4, new TaskPaths("/projects", "/docs"), "id:4"),
        new GroupWrite(SettingGroup.TASK, sent, ImmutableMap.of()),
        Instant.EPOCH);
  }
}
