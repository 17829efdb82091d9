package io.cloudsyncctl.plan.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run wrote ONLY_UPLOAD where BIDIRECTION was, and no_delete off; blank stands for unknown. */
class WriteTraceTest {
  private static ImmutableMap<String, WireValue> direction(String value) {
    return ImmutableMap.of(TaskSettings.SYNC_DIRECTION.parameter(), WireValue.of(value));
  }

  private static ImmutableMap<String, WireValue> noDelete(@Nullable Boolean value) {
    return value == null
        ? ImmutableMap.of()
        : ImmutableMap.of(TaskSettings.NO_DELETE_ON_CLOUD.parameter(), WireValue.of(value));
  }

  private static WriteTrace trace(
      @Nullable Boolean recorded, @Nullable Boolean wrote, @Nullable Boolean recordedNow) {
    return new WriteTrace(
        direction("BIDIRECTION"),
        noDelete(recorded),
        direction("ONLY_UPLOAD"),
        true,
        noDelete(wrote),
        noDelete(recordedNow));
  }

  @ParameterizedTest
  @CsvSource({
    "BIDIRECTION,   true,  false",
    "ONLY_UPLOAD,   false, false",
    "ONLY_DOWNLOAD, false, true",
  })
  void whatReadsOtherwiseThanBeforeAndAfterWasChangedSince(
      String now, boolean asBefore, boolean moved) {
    WriteTrace trace = trace(null, null, null);

    assertThat(trace.readsAsBefore(SettingGroup.TASK, direction(now))).isEqualTo(asBefore);
    assertThat(trace.moved(SettingGroup.TASK, direction(now))).isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource({
    // recorded before, wrote, recorded now, known to be as before, changed since
    ",      ,      ,      true,  false",
    "true,  false, false, false, false",
    "true,  false, true,  true,  false",
    "false, false, false, true,  false",
    ",      false, false, false, false",
    ",      false, true,  false, true",
    "true,  false, ,      false, false",
  })
  void whatCannotBeReadIsJudgedByTheRecord(
      @Nullable Boolean recorded,
      @Nullable Boolean wrote,
      @Nullable Boolean recordedNow,
      boolean asBefore,
      boolean moved) {
    WriteTrace trace = trace(recorded, wrote, recordedNow);

    assertThat(trace.unreadableAsBefore()).isEqualTo(asBefore);
    assertThat(trace.moved(SettingGroup.TASK, direction("ONLY_UPLOAD"))).isEqualTo(moved);
  }
}
