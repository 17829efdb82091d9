package io.cloudsyncctl.model.identity;

import org.jspecify.annotations.Nullable;

/**
 * What tells a task from every other that its connection has or had.
 *
 * @param sessionId {@code session_id}
 * @param paths as the NAS reports them
 * @param remoteFolderId {@code remote_folder_id}; null where a file of an earlier version lacks it
 */
public record TaskIdentity(long sessionId, TaskPaths paths, @Nullable String remoteFolderId) {

  /**
   * Whether what this was then is still what another is now; never where one lacks something. A new
   * task may get its remote folder only later: where it had none, it may have any.
   */
  public boolean isSame(TaskIdentity now) {
    return remoteFolderId != null
        && now.remoteFolderId != null
        && (remoteFolderId.isEmpty() || remoteFolderId.equals(now.remoteFolderId))
        && sessionId == now.sessionId
        && paths.same(now.paths);
  }
}
