package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.TaskPaths;

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
  /** The documented default. */
  public static final String DEFAULT_STORAGE_CLASS = "STANDARD";

  public TaskCreation {
    if (!isLocalPath(paths.local())) {
      throw new IllegalArgumentException("a local path must be /share/folder…");
    }
    if (!isCloudPath(paths.cloud())) {
      throw new IllegalArgumentException("a cloud path must be /… without a slash at its end");
    }
  }

  /** A task with the documented defaults for everything but its place. */
  public static TaskCreation withDefaults(long connectionId, TaskPaths paths) {
    return new TaskCreation(
        connectionId,
        paths,
        SyncDirection.BIDIRECTION,
        DEFAULT_STORAGE_CLASS,
        ImmutableList.of(),
        ImmutableList.of(),
        0,
        false,
        true,
        false);
  }

  /** Whether a task can be created on that folder: {@code /share/folder…}. */
  public static boolean isLocalPath(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length < 3 || !parts[0].isEmpty()) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].isEmpty() || parts[i].equals(".") || parts[i].equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** Whether a task can be created with that cloud folder. */
  public static boolean isCloudPath(String path) {
    return path.startsWith("/") && !path.endsWith("/");
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
