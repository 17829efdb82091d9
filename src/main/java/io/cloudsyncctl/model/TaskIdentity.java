package io.cloudsyncctl.model;

import org.jspecify.annotations.Nullable;

/**
 * What tells a task from every other that its connection has or had.
 *
 * @param sessionId {@code session_id}
 * @param paths as the NAS reports them
 * @param remoteFolderId {@code remote_folder_id}; null where a file of an earlier version lacks it
 */
public record TaskIdentity(long sessionId, TaskPaths paths, @Nullable String remoteFolderId) {

  /** Whether this and another are one task; never where one lacks something. */
  public boolean isSame(TaskIdentity other) {
    return remoteFolderId != null
        && remoteFolderId.equals(other.remoteFolderId)
        && sessionId == other.sessionId
        && paths.same(other.paths);
  }
}
