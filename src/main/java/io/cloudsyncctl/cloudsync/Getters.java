package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.model.WireValue;

/** The calls of the ten getters. */
final class Getters {
  static final String CONFIG = "get_config";
  static final String CONNECTIONS = "list_conn";
  static final String CONNECTION_SETTINGS = "get_connection_setting";
  static final String PROPERTY = "get_property";
  static final String AUTHENTICATION = "get_conn_auth_info";
  static final String LOGS = "get_log";
  static final String TASKS = "list_sess";
  static final String FILTERS = "get_selective_sync_config";
  static final String FOLDERS = "get_selective_folder_list";
  static final String RECENT = "get_recently_change";

  /** The methods that change nothing. */
  static final ImmutableSet<String> METHODS =
      ImmutableSet.of(
          CONFIG,
          CONNECTIONS,
          CONNECTION_SETTINGS,
          PROPERTY,
          AUTHENTICATION,
          LOGS,
          TASKS,
          FILTERS,
          FOLDERS,
          RECENT);

  private Getters() {}

  static ApiCall config() {
    return CloudSyncApi.call(CONFIG, ImmutableMap.of());
  }

  static ApiCall connections(ConnectionGrouping grouping) {
    return CloudSyncApi.call(
        CONNECTIONS,
        ImmutableMap.of(
            "is_tray", WireValue.of(false), "group_by", WireValue.of(grouping.wireName())));
  }

  static ApiCall connectionSettings(long id) {
    return ofConnection(CONNECTION_SETTINGS, id);
  }

  static ApiCall property(long id) {
    return ofConnection(PROPERTY, id);
  }

  static ApiCall authentication(long id) {
    return CloudSyncApi.confidential(
        AUTHENTICATION, ImmutableMap.of("connection_id", WireValue.of(id)));
  }

  static ApiCall logs(long id, LogQuery query) {
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

  static ApiCall tasks(long id) {
    return ofConnection(TASKS, id);
  }

  static ApiCall filters(long sessionId) {
    return CloudSyncApi.call(FILTERS, ImmutableMap.of("session_id", WireValue.of(sessionId)));
  }

  static ApiCall folders(long sessionId, String fileId, String path) {
    return CloudSyncApi.call(
        FOLDERS,
        ImmutableMap.of(
            "session_id", WireValue.of(sessionId),
            "path", WireValue.of(path),
            "file_id", WireValue.of(fileId),
            "exists_type", new WireValue.Null()));
  }

  static ApiCall recent() {
    return CloudSyncApi.call(RECENT, ImmutableMap.of());
  }

  private static ApiCall ofConnection(String method, long id) {
    return CloudSyncApi.call(method, ImmutableMap.of("connection_id", WireValue.of(id)));
  }
}
