package io.cloudsyncctl.catalog;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.RiskRule;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.Unit;

/** The settings of a task (the API document, set_task_settings and set_task_filters). */
public final class TaskSettings {
  private static final RiskFinding UNVERIFIABLE =
      new RiskFinding(
          Risk.UNVERIFIABLE, "no getter answers it: that the NAS took it cannot be proved");

  private static final ChoiceType<SyncDirection> DIRECTION =
      ChoiceType.named(SyncDirection.values());
  private static final IntegerType SIZE_LIMIT = IntegerType.limit(Unit.BYTES);

  private TaskSettings() {}

  public static final Setting<SyncDirection> SYNC_DIRECTION =
      new Setting<>(
          "connections[].tasks[].sync_direction",
          SettingGroup.TASK,
          DIRECTION,
          "sync_direction",
          "sync_direction",
          new Codecs.ChoiceCodec<>(DIRECTION),
          TaskRisks::direction,
          "Which way the task syncs.");

  public static final Setting<Boolean> CONSISTENCY_CHECK =
      option(
          "consistency_check",
          "sync_attr_check_option",
          TaskRisks::consistencyCheck,
          "Whether the advanced consistency check is on.");

  public static final Setting<Boolean> NO_DELETE_ON_CLOUD =
      option(
          "no_delete_on_cloud",
          "no_delete",
          TaskRisks::noDeleteOnCloud,
          "Whether files deleted locally stay in the cloud.");

  public static final Setting<Boolean> CONVERT_GD =
      option(
          "convert_gd",
          "google_drive_convert_online_doc",
          TaskRisks::convertGoogleDocuments,
          "Whether Google's online documents are converted to Office formats.");

  public static final Setting<ImmutableList<String>> FILTERED_PATHS =
      filterList(
          "filtered_paths",
          "filtered_paths",
          Kind.PATHS,
          "The folders that are left out, relative to the task's folder.");

  public static final Setting<ImmutableList<String>> FILTERED_FILENAMES =
      filterList(
          "filtered_filenames", "filtered_names", Kind.NAMES, "The file names that are left out.");

  public static final Setting<ImmutableList<String>> FILTERED_EXTENSIONS =
      filterList(
          "filtered_extensions",
          "filtered_extensions",
          Kind.EXTENSIONS,
          "The file name extensions that are left out.");

  public static final Setting<Long> MAX_UPLOAD_SIZE =
      new Setting<>(
          "connections[].tasks[].filters.max_upload_size",
          SettingGroup.FILTERS,
          SIZE_LIMIT,
          "filtered_max_upload_size",
          "filtered_max_upload_size",
          Codecs.WHOLE_NUMBER,
          TaskRisks.maximumSize(SIZE_LIMIT),
          "The size in bytes above which files are left out; 0 is no limit.");

  /** All, in the order in which they are shown. */
  public static final ImmutableList<Setting<?>> ALL =
      ImmutableList.of(
          SYNC_DIRECTION,
          CONSISTENCY_CHECK,
          NO_DELETE_ON_CLOUD,
          CONVERT_GD,
          FILTERED_PATHS,
          FILTERED_FILENAMES,
          FILTERED_EXTENSIONS,
          MAX_UPLOAD_SIZE);

  /**
   * Those that {@code get_session_setting} alone reports. Packages of Cloud Sync that have no such
   * method cannot report them: there the record tells what was last written.
   */
  public static final ImmutableList<Setting<Boolean>> OPTIONS =
      ImmutableList.of(CONSISTENCY_CHECK, NO_DELETE_ON_CLOUD, CONVERT_GD);

  private static Setting<Boolean> option(
      String key, String parameter, RiskRule<Boolean> risk, String summary) {
    return new Setting<>(
        "connections[].tasks[]." + key,
        SettingGroup.TASK,
        new BooleanType(),
        parameter,
        parameter,
        Codecs.BOOLEAN,
        (before, after) -> unverifiable(before, risk.judge(before, after)),
        summary);
  }

  private static ImmutableList<RiskFinding> unverifiable(
      Value<Boolean> before, ImmutableList<RiskFinding> findings) {
    return before instanceof Value.Unreadable<Boolean>
        ? ImmutableList.<RiskFinding>builder().addAll(findings).add(UNVERIFIABLE).build()
        : findings;
  }

  private static Setting<ImmutableList<String>> filterList(
      String key, String wireName, Kind kind, String summary) {
    return new Setting<>(
        "connections[].tasks[].filters." + key,
        SettingGroup.FILTERS,
        new TextSetType(kind),
        wireName,
        wireName,
        new Codecs.TextListCodec(),
        TaskRisks.filterList(kind),
        summary);
  }
}
