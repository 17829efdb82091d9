package io.cloudsyncctl.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change of a task's setting and its class; no value before stands for one unreadable. */
class TaskRisksTest {
  private static <T> Value<T> read(@Nullable T value) {
    return value == null ? new Value.Unreadable<>("withheld") : new Value.Known<>(value);
  }

  private static <T> String risks(Setting<T> setting, Value<T> before, T after) {
    List<String> words =
        setting.risk().judge(before, after).stream().map(one -> one.risk().word()).toList();
    return words.isEmpty() ? "none" : String.join(" ", words);
  }

  @ParameterizedTest
  @CsvSource({
    "ONLY_UPLOAD,   ONLY_UPLOAD,   none",
    "ONLY_UPLOAD,   BIDIRECTION,   data-loss",
    "ONLY_UPLOAD,   ONLY_DOWNLOAD, data-loss",
    "ONLY_DOWNLOAD, ONLY_UPLOAD,   data-loss",
    "ONLY_DOWNLOAD, BIDIRECTION,   data-loss",
    "BIDIRECTION,   BIDIRECTION,   none",
    "BIDIRECTION,   ONLY_UPLOAD,   none",
    "BIDIRECTION,   ONLY_DOWNLOAD, none",
    ",              ONLY_UPLOAD,   data-loss",
    ",              ONLY_DOWNLOAD, data-loss",
    ",              BIDIRECTION,   data-loss",
  })
  void aDirectionThatTakesInDeletionsOrIsReversedMayDeleteFiles(
      @Nullable SyncDirection before, SyncDirection after, String risk) {
    assertThat(risks(TaskSettings.SYNC_DIRECTION, read(before), after)).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  true,  none",
    "true,  false, data-loss",
    "false, false, none",
    "false, true,  none",
    ",      false, data-loss unverifiable",
    ",      true,  unverifiable",
  })
  void whatLetsDeletionsIntoTheCloudMayDeleteFiles(
      @Nullable Boolean before, boolean after, String risk) {
    assertThat(risks(TaskSettings.NO_DELETE_ON_CLOUD, read(before), after)).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  true,  none",
    "true,  false, data-loss",
    "false, true,  traffic",
    "false, false, none",
    ",      true,  traffic unverifiable",
    ",      false, data-loss unverifiable",
  })
  void contentsThatAreNoLongerComparedMayLoseTheRightFile(
      @Nullable Boolean before, boolean after, String risk) {
    assertThat(risks(TaskSettings.CONSISTENCY_CHECK, read(before), after)).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, none",
    "true, false, traffic",
    "false, true, traffic",
    ", true, traffic unverifiable",
  })
  void documentsInAnotherFormAreFetchedAgain(@Nullable Boolean before, boolean after, String risk) {
    assertThat(risks(TaskSettings.CONVERT_GD, read(before), after)).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({
    "0,   0,   none",
    "0,   100, data-loss",
    "100, 0,   data-loss",
    "100, 100, none",
    "100, 99,  data-loss",
    ",    100, data-loss data-loss",
  })
  void aSizeLimitThatCoversOtherFilesMayDeleteThem(
      @Nullable Long before, long after, String risks) {
    assertThat(risks(TaskSettings.MAX_UPLOAD_SIZE, read(before), after)).isEqualTo(risks);
  }

  @Test
  void aLimitOfNoughtIsTheLargest() {
    assertThat(TaskSettings.MAX_UPLOAD_SIZE.risk().judge(read(0L), 100L))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).startsWith("the size limit starts to cover"));
    assertThat(TaskSettings.MAX_UPLOAD_SIZE.risk().judge(read(100L), 0L))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).startsWith("the size limit no longer covers"));
  }

  @ParameterizedTest
  @CsvSource({
    "bak,     bak,     none",
    "bak,     .BAK,    none",
    "bak,     bak tmp, data-loss",
    "bak tmp, bak,     data-loss",
    "bak,     tmp,     data-loss data-loss",
    ",        bak,     data-loss data-loss",
  })
  void aFilterThatStartsOrStopsToCoverMayDeleteFiles(
      @Nullable String before, String after, String risks) {
    Value<ImmutableList<String>> was = read(before == null ? null : entries(before));
    assertThat(risks(TaskSettings.FILTERED_EXTENSIONS, was, entries(after))).isEqualTo(risks);
  }

  private static ImmutableList<String> entries(String words) {
    return ImmutableList.copyOf(words.split(" ", -1));
  }

  @Test
  void aFilterSaysWhatItCovers() {
    assertThat(
            TaskSettings.FILTERED_PATHS
                .risk()
                .judge(read(ImmutableList.of("/a")), ImmutableList.of("/b")))
        .extracting(RiskFinding::reason)
        .containsExactly(
            "the filter starts to cover folders that may be synced: they are no longer synced, and"
                + " may be deleted on one side",
            "the filter no longer covers some folders: anything deleted on one side in the meantime"
                + " may now be deleted on the other");
  }

  @Test
  void aNewTaskChangesNothing() {
    assertThat(TaskRisks.direction(new Value.Absent<>(), SyncDirection.BIDIRECTION)).isEmpty();
    assertThat(TaskRisks.noDeleteOnCloud(new Value.Absent<>(), false)).isEmpty();
    assertThat(TaskRisks.consistencyCheck(new Value.Absent<>(), false)).isEmpty();
    assertThat(TaskRisks.convertGoogleDocuments(new Value.Absent<>(), true)).isEmpty();
    assertThat(TaskSettings.MAX_UPLOAD_SIZE.risk().judge(new Value.Absent<>(), 100L)).isEmpty();
    assertThat(
            TaskSettings.FILTERED_PATHS.risk().judge(new Value.Absent<>(), ImmutableList.of("/a")))
        .isEmpty();
  }
}
