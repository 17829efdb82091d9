package io.cloudsyncctl.cloudsync.read;

import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.connection;
import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.task;

import io.cloudsyncctl.cloudsync.answer.CloudFolders;
import io.cloudsyncctl.cloudsync.answer.ConnectionAuthentication;
import io.cloudsyncctl.cloudsync.answer.ConnectionConfig;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionInformation;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.PackageConfig;
import io.cloudsyncctl.cloudsync.answer.RecentActivity;
import io.cloudsyncctl.cloudsync.answer.TaskFilters;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.method.ConnectionGrouping;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import java.util.Optional;

/**
 * The ten getters, one call each. Every method throws {@link
 * io.cloudsyncctl.dsm.ApiRefusedException} where the NAS refuses and {@link
 * io.cloudsyncctl.dsm.BadAnswerException} where a field is missing or of a wrong type.
 */
public final class CloudSyncReader {
  private final ReadGateway gateway;

  public CloudSyncReader(ReadGateway gateway) {
    this.gateway = gateway;
  }

  /** get_pkg_config: {@code get_config}. */
  public PackageConfig packageConfig() {
    return PackageConfig.read(gateway.read(Getters.config(), null));
  }

  /** get_connections: {@code list_conn}, grouped by user. */
  public ConnectionList connections() {
    return connections(ConnectionGrouping.BY_USER);
  }

  /** get_connections: {@code list_conn}. */
  public ConnectionList connections(ConnectionGrouping grouping) {
    return ConnectionList.read(gateway.read(Getters.connections(grouping), null));
  }

  /** One connection of that list; empty where it is certainly not on it. */
  public Optional<ConnectionEntry> listed(long id) {
    return ConnectionList.about(
            gateway.read(Getters.connections(ConnectionGrouping.BY_USER), null), id)
        .find(id);
  }

  /** The same list, as far as it can be read. */
  public ConnectionList readableConnections() {
    return ConnectionList.readable(
        gateway.read(Getters.connections(ConnectionGrouping.BY_USER), null));
  }

  /** get_connection_settings: {@code get_connection_setting}. */
  public ConnectionConfig connectionSettings(long connectionId) {
    return ConnectionConfig.read(
        gateway.read(Getters.connectionSettings(connectionId), connection(connectionId)));
  }

  /** get_connection_information: {@code get_property}. */
  public ConnectionInformation connectionInformation(long connectionId) {
    return ConnectionInformation.read(
        gateway.read(Getters.property(connectionId), connection(connectionId)));
  }

  /** get_connection_auth: {@code get_conn_auth_info}; the answer holds secrets. */
  public ConnectionAuthentication connectionAuthentication(long connectionId) {
    return ConnectionAuthentication.read(
        gateway.read(Getters.authentication(connectionId), connection(connectionId)));
  }

  /** get_connection_logs: {@code get_log}. */
  public LogPage connectionLogs(long connectionId, LogQuery query) {
    return LogPage.read(gateway.read(Getters.logs(connectionId, query), connection(connectionId)));
  }

  /** get_tasks: {@code list_sess}. */
  public TaskList tasks(long connectionId) {
    return TaskList.read(
        gateway.read(Getters.tasks(connectionId), connection(connectionId)), connectionId);
  }

  /** get_task_filters: {@code get_selective_sync_config}. */
  public TaskFilters taskFilters(long sessionId) {
    return TaskFilters.read(gateway.read(Getters.filters(sessionId), task(sessionId)));
  }

  /**
   * get_task_cloud_folders: {@code get_selective_folder_list}.
   *
   * @param folderId the task's {@code remote_folder_id} at the root, a folder's own {@code file_id}
   *     below it
   * @param path the folder, relative to the task's cloud folder; {@code /} for the root
   */
  public CloudFolders taskCloudFolders(long sessionId, String folderId, String path) {
    return CloudFolders.read(
        gateway.read(Getters.folders(sessionId, folderId, path), task(sessionId)));
  }

  /** get_recently_modified: {@code get_recently_change}. */
  public RecentActivity recentlyModified() {
    return RecentActivity.read(gateway.read(Getters.recent(), null));
  }
}
