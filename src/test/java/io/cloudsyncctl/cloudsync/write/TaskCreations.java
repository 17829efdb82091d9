package io.cloudsyncctl.cloudsync.write;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;

/** Tasks to be created in tests. */
public final class TaskCreations {
  private TaskCreations() {}

  /** A task with the documented defaults for everything but its place. */
  public static TaskCreation withDefaults(long connectionId, TaskPaths paths) {
    return new TaskCreation(
        connectionId,
        paths,
        SyncDirection.BIDIRECTION,
        "STANDARD",
        ImmutableList.of(),
        ImmutableList.of(),
        0,
        false,
        true,
        false);
  }
}
