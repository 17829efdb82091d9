package io.cloudsyncctl.cloudsync.method;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.model.setting.WireValue;

/** The calls of the getters. */
public final class Getters {
  public static final String CONFIG = "get_config";
  public static final String CONNECTIONS = "list_conn";
  public static final String CONNECTION_SETTINGS = "get_connection_setting";
  public static final String PROPERTY = "get_property";
  public static final String AUTHENTICATION = "get_conn_auth_info";
  public static final String LOGS = "get_log";
  public static final String TASKS = "list_sess";
  public static final String FILTERS = "get_selective_sync_config";
  public static final String TASK_SETTINGS = "get_session_setting";
  static final String FOLDERS = "get_selective_folder_list";
  public static final String RECENT = "get_recently_change";

  /** The methods that change nothing. */
  public static final ImmutableSet<String> METHODS =
      ImmutableSet.of(
          CONFIG,
          CONNECTIONS,
          CONNECTION_SETTINGS,
          PROPERTY,
          AUTHENTICATION,
          LOGS,
          TASKS,
          FILTERS,
          TASK_SETTINGS,
          FOLDERS,
          RECENT);

  private Getters() {}

  public static ApiCall config() {
    return CloudSyncApi.call(CONFIG, ImmutableMap.of());
  }

  public static ApiCall connections() {
    return CloudSyncApi.call(
        CONNECTIONS,
        ImmutableMap.of("is_tray", WireValue.of(false), "group_by", WireValue.of("group_by_user")));
  }

  public static ApiCall connectionSettings(long id) {
    return ofConnection(CONNECTION_SETTINGS, id);
  }

  public static ApiCall property(long id) {
    return ofConnection(PROPERTY, id);
  }

  public static ApiCall authentication(long id) {
    return CloudSyncApi.confidential(
        AUTHENTICATION, ImmutableMap.of("connection_id", WireValue.of(id)));
  }

  public static ApiCall logs(long id, LogQuery query) {
    return CloudSyncApi.call(
        LOGS,
        ImmutableMap.<String, WireValue>builder()
            .put("connection_id", WireValue.of(id))
            .put("offset", WireValue.of(query.offset()))
            .put("limit", WireValue.of(query.limit()))
            .put("keyword", WireValue.of(query.keyword()))
            .put("date_from", WireValue.of(query.dateFrom()))
            .put("date_to", WireValue.of(query.dateTo()))
            .put("log_level", WireValue.of(query.logLevel()))
            .put("action", WireValue.of(query.action()))
            .buildOrThrow());
  }

  public static ApiCall tasks(long id) {
    return ofConnection(TASKS, id);
  }

  public static ApiCall filters(long sessionId) {
    return CloudSyncApi.call(FILTERS, ImmutableMap.of("session_id", WireValue.of(sessionId)));
  }

  /** The settings of a task but its filters, which packages of old do not report (error 103). */
  public static ApiCall taskSettings(long sessionId) {
    return CloudSyncApi.call(TASK_SETTINGS, ImmutableMap.of("session_id", WireValue.of(sessionId)));
  }

  public static ApiCall folders(long sessionId, String fileId, String path) {
    return CloudSyncApi.call(
        FOLDERS,
        ImmutableMap.of(
            "session_id", WireValue.of(sessionId),
            "path", WireValue.of(path),
            "file_id", WireValue.of(fileId),
            "exists_type", new WireValue.Null()));
  }

  public static ApiCall recent() {
    return CloudSyncApi.call(RECENT, ImmutableMap.of());
  }

  private static ApiCall ofConnection(String method, long id) {
    return CloudSyncApi.call(method, ImmutableMap.of("connection_id", WireValue.of(id)));
  }
}
