package io.cloudsyncctl.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.report.SamplePlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type of value on one line. */
class ValueTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "45, 45 s",
    "60, 60 s (1 min)",
    "90, 90 s (1 min 30 s)",
    "5400, 5400 s (1 h 30 min)",
    "86400, 86400 s (1 d)",
    "2147483647, 2147483647 s (24855 d 3 h 14 min 7 s)"
  })
  void secondsStandBesideTheirFriendlyForm(long seconds, String text) {
    assertThat(ValueText.of(ConnectionSettings.PULL_EVENT_PERIOD, seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 (no limit)",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1000 bytes (1 KB)",
    "1024, 1024 bytes (1 KiB)",
    "1048576, 1048576 bytes (1 MiB)",
    "1610612736, 1610612736 bytes (1536 MiB)",
    "5000000, 5000000 bytes (5 MB)",
    "1500001, 1500001 bytes (about 1.43 MiB)",
    "9223372036854775807, 9223372036854775807 bytes (about 8388608.00 TiB)"
  })
  void sizesStandBesideTheirFriendlyForm(long bytes, String text) {
    assertThat(ValueText.of(TaskSettings.MAX_UPLOAD_SIZE, bytes)).isEqualTo(text);
  }

  @Test
  void aSpeedHasNoUnitBecauseNobodyKnowsIt() {
    assertThat(ValueText.of(ConnectionSettings.MAX_UPLOAD_SPEED, 2048L)).isEqualTo("2048");
    assertThat(ValueText.of(ConnectionSettings.MAX_DOWNLOAD_SPEED, 0L)).isEqualTo("0 (no limit)");
  }

  @Test
  void otherNumbersTruthValuesAndDirectionsAreAsTheyAreDeclared() {
    assertThat(ValueText.of(PackageSettings.LOG_COUNT, 20_000L)).isEqualTo("20000");
    assertThat(ValueText.of(ConnectionSettings.PART_SIZE, 128L)).isEqualTo("128 MB");
    assertThat(ValueText.of(ConnectionSettings.IS_SSE, true)).isEqualTo("true");
    assertThat(ValueText.of(TaskSettings.SYNC_DIRECTION, SyncDirection.ONLY_UPLOAD))
        .isEqualTo("ONLY_UPLOAD");
  }

  @Test
  void aWeekIsCountedInHours() {
    assertThat(ValueText.of(ConnectionSettings.SCHEDULE_HOURS, WeekHours.ALL))
        .isEqualTo("every hour of the week");
    assertThat(ValueText.of(ConnectionSettings.SCHEDULE_HOURS, WeekHours.NONE))
        .isEqualTo("no hour of the week");
    assertThat(ValueText.of(ConnectionSettings.SCHEDULE_HOURS, SamplePlans.weekdays()))
        .isEqualTo("60 hours a week");
  }

  @Test
  void aTextThatCouldBeMisreadStandsInQuotes() {
    assertThat(ValueText.text("STANDARD_IA")).isEqualTo("STANDARD_IA");
    assertThat(ValueText.text("")).isEqualTo("\"\"");
    assertThat(ValueText.text(" a")).isEqualTo("\" a\"");
    assertThat(ValueText.text("a, b")).isEqualTo("\"a, b\"");
    assertThat(ValueText.text("(unknown)")).isEqualTo("\"(unknown)\"");
    assertThat(ValueText.text("+ iso")).isEqualTo("\"+ iso\"");
    assertThat(ValueText.text("say \"hi\"")).isEqualTo("\"say \\\"hi\\\"\"");
    assertThat(ValueText.text("a → b")).isEqualTo("\"a → b\"");
  }

  @Test
  void aListIsItsEntries() {
    assertThat(ValueText.of(TaskSettings.FILTERED_EXTENSIONS, ImmutableList.of("iso", "a,b")))
        .isEqualTo("iso, \"a,b\"");
    assertThat(ValueText.of(TaskSettings.FILTERED_EXTENSIONS, ImmutableList.of()))
        .isEqualTo("(no entries)");
  }

  @Test
  void whatIsNotKnownSaysSo() {
    assertThat(ValueText.of(TaskSettings.CONVERT_GD, new Value.Unreadable<>("why")))
        .isEqualTo("(unknown)");
    assertThat(ValueText.of(TaskSettings.CONVERT_GD, new Value.Absent<>())).isEqualTo("(absent)");
  }

  @Test
  void widthsAreThoseOfATerminal() {
    assertThat(DisplayWidth.of("Größe")).isEqualTo(5);
    assertThat(DisplayWidth.of("Gro\u0308ße")).isEqualTo(5);
    assertThat(DisplayWidth.of("共有")).isEqualTo(4);
    assertThat(DisplayWidth.of("😀")).isEqualTo(2);
    assertThat(DisplayWidth.of("→…‖▶")).isEqualTo(4);
  }
}
