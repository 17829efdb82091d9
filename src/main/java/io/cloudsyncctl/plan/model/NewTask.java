package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WireValue;

/**
 * A task to be created (the API document, create_sync_task_s3).
 *
 * @param storageClass {@code STANDARD} where nothing is declared
 * @param serverSideEncryption as the connection has it
 * @param maxUploadSize bytes, 0 for no limit
 * @param userDefinedNames the NAS's bookkeeping: which names a person, or Git, added to its dialog
 * @param userDefinedExtensions likewise
 */
public record NewTask(
    TaskPaths paths,
    SyncDirection direction,
    boolean consistencyCheck,
    boolean noDeleteOnCloud,
    boolean convertGoogleDocuments,
    String storageClass,
    boolean serverSideEncryption,
    ImmutableList<String> filteredPaths,
    ImmutableList<String> filteredNames,
    ImmutableList<String> filteredExtensions,
    long maxUploadSize,
    ImmutableList<String> userDefinedNames,
    ImmutableList<String> userDefinedExtensions) {

  /** A task that never was: all that it filters was added by Git. */
  public NewTask(
      TaskPaths paths,
      SyncDirection direction,
      boolean consistencyCheck,
      boolean noDeleteOnCloud,
      boolean convertGoogleDocuments,
      String storageClass,
      boolean serverSideEncryption,
      ImmutableList<String> filteredPaths,
      ImmutableList<String> filteredNames,
      ImmutableList<String> filteredExtensions,
      long maxUploadSize) {
    this(
        paths,
        direction,
        consistencyCheck,
        noDeleteOnCloud,
        convertGoogleDocuments,
        storageClass,
        serverSideEncryption,
        filteredPaths,
        filteredNames,
        filteredExtensions,
        maxUploadSize,
        filteredNames,
        filteredExtensions);
  }

  /** What {@code set_session_setting} gets once the task is there. */
  public GroupWrite settingsWrite() {
    return new GroupWrite(
        SettingGroup.TASK,
        ImmutableMap.of(
            TaskSettings.SYNC_DIRECTION.parameter(),
            WireValue.of(direction.name()),
            TaskSettings.CONSISTENCY_CHECK.parameter(),
            WireValue.of(consistencyCheck),
            TaskSettings.NO_DELETE_ON_CLOUD.parameter(),
            WireValue.of(noDeleteOnCloud),
            TaskSettings.CONVERT_GD.parameter(),
            WireValue.of(convertGoogleDocuments)),
        ImmutableMap.of());
  }

  /** What {@code set_selective_sync_config} gets once the task is there. */
  public GroupWrite filtersWrite() {
    return new GroupWrite(
        SettingGroup.FILTERS,
        ImmutableMap.of(
            TaskSettings.FILTERED_PATHS.parameter(),
            WireValue.Items.ofTexts(filteredPaths),
            TaskSettings.FILTERED_FILENAMES.parameter(),
            WireValue.Items.ofTexts(filteredNames),
            TaskSettings.FILTERED_EXTENSIONS.parameter(),
            WireValue.Items.ofTexts(filteredExtensions),
            TaskSettings.MAX_UPLOAD_SIZE.parameter(),
            WireValue.of(maxUploadSize),
            FilterBookkeeping.NAMES,
            WireValue.Items.ofTexts(userDefinedNames),
            FilterBookkeeping.EXTENSIONS,
            WireValue.Items.ofTexts(userDefinedExtensions)),
        ImmutableMap.of());
  }
}
