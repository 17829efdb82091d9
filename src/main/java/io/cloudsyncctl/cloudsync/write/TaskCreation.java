package io.cloudsyncctl.cloudsync.write;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.TaskPathRule;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import java.util.Optional;

/**
 * A task to be created (the API document, test_task_setting and create_sync_task_s3; protocol note
 * §4).
 *
 * @param paths the local one {@code /share/folder…}, the cloud one {@code /…} without a slash at
 *     its end
 * @param maxUploadSize bytes; 0 is no limit
 * @param noDelete {@code no_delete}
 * @param consistencyCheck {@code sync_attr_check_option}
 * @param serverSideEncryption {@code isSSE} and {@code server_encryption}
 */
public record TaskCreation(
    long connectionId,
    TaskPaths paths,
    SyncDirection direction,
    String storageClass,
    ImmutableList<String> filteredNames,
    ImmutableList<String> filteredExtensions,
    long maxUploadSize,
    boolean noDelete,
    boolean consistencyCheck,
    boolean serverSideEncryption) {
  public TaskCreation {
    refuse("local_path", TaskPathRule.creatableLocal(paths.local()));
    refuse("cloud_path", TaskPathRule.creatableCloud(paths.cloud()));
  }

  private static void refuse(String key, Optional<String> problem) {
    problem.ifPresent(why -> {
      throw new IllegalArgumentException(key + " " + why);
    });
  }

  /** The share of the local path. */
  String share() {
    return paths.local().substring(1, paths.local().indexOf('/', 1));
  }

  /** The local path inside its share. */
  String pathInShare() {
    return paths.local().substring(paths.local().indexOf('/', 1));
  }
}
