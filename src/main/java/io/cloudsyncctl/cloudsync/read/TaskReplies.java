package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import java.util.List;

/**
 * What was answered of one task beside its entry in the list of tasks.
 *
 * @param filters the reply of {@code get_selective_sync_config}
 * @param settings the reply of {@code get_session_setting}
 */
record TaskReplies(Reply filters, Reply settings) {
  private static final int CALLS = 2;
  private static final int NO_SUCH_METHOD = 103;

  static ImmutableList<ApiCall> calls(List<Long> sessions) {
    return sessions.stream()
        .flatMap(id -> List.of(Getters.filters(id), Getters.taskSettings(id)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The replies of one of several tasks.
   *
   * @param index the place of the task among those that were asked for
   */
  static TaskReplies of(
      String nas, List<Long> sessions, int index, List<ApiCall> calls, List<ApiResult> results) {
    String subject = CloudSyncApi.task(sessions.get(index));
    int at = index * CALLS;
    Reply settings = Reply.of(nas, calls.get(at + 1), subject, results.get(at + 1));
    return new TaskReplies(
        Reply.of(nas, calls.get(at), subject, results.get(at)),
        settings instanceof Reply.Withheld(String _, int code) && code == NO_SUCH_METHOD
            ? new Reply.Withheld("no getter answers it", code)
            : settings);
  }

  /** Whether the NAS refused the settings for another reason than that its package is too old. */
  boolean refusesSettings() {
    return settings instanceof Reply.Withheld(String _, int code) && code != NO_SUCH_METHOD;
  }

  /** By method. */
  ImmutableMap<String, Reply> byMethod() {
    return ImmutableMap.of(Getters.FILTERS, filters, Getters.TASK_SETTINGS, settings);
  }
}
