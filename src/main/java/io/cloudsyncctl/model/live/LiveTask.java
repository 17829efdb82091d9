package io.cloudsyncctl.model.live;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Value;

/**
 * A task as the NAS tells it ({@code list_sess} and {@code get_selective_sync_config}).
 *
 * @param sessionId {@code sess_id}
 * @param optionsRefused whether the NAS has a getter for {@code TaskSettings.OPTIONS} and refused
 *     it just now: then nobody knows them, not even the record
 * @param userDefinedNames {@code user_defined_names}, sent back with the filters
 * @param userDefinedExtensions {@code user_defined_extensions}, likewise
 */
public record LiveTask(
    long sessionId,
    TaskPaths paths,
    String remoteFolderId,
    LiveSettings settings,
    boolean optionsRefused,
    Value<ImmutableList<String>> userDefinedNames,
    Value<ImmutableList<String>> userDefinedExtensions) {

  /** What tells it from other tasks. */
  public TaskIdentity identity() {
    return new TaskIdentity(sessionId, paths, remoteFolderId);
  }
}
