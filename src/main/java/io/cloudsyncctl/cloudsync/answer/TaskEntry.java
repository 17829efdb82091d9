package io.cloudsyncctl.cloudsync.answer;

import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;

/**
 * One task of {@link TaskList}. A text that the NAS leaves out is empty, a number 0.
 *
 * @param sessionId {@code sess_id}, the {@code session_id} of other methods
 * @param connectionId {@code conn_id}
 * @param paths {@code local_sync_path} and {@code remote_sync_path}
 * @param remoteFolderId {@code remote_folder_id}
 * @param direction {@code sync_direction} as the NAS answers it
 * @param status {@code sync_status}, such as {@code uptodate} or {@code pause}
 * @param error {@code error}, 0 or negative
 * @param errorDescription {@code error_desc}
 */
public record TaskEntry(
    long sessionId,
    long connectionId,
    TaskPaths paths,
    String remoteFolderId,
    String direction,
    String status,
    long error,
    String errorDescription) {
  public static TaskEntry read(AnswerFields fields) {
    return new TaskEntry(
        fields.whole("sess_id"),
        fields.whole("conn_id", 0),
        new TaskPaths(fields.text("local_sync_path"), fields.text("remote_sync_path")),
        fields.text("remote_folder_id", ""),
        fields.text("sync_direction", ""),
        fields.text("sync_status", ""),
        fields.whole("error", 0),
        fields.text("error_desc", ""));
  }

  /** What tells it from other tasks of its connection. */
  public TaskIdentity identity() {
    return new TaskIdentity(sessionId, paths, remoteFolderId);
  }
}
