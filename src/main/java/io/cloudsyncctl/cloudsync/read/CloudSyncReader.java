package io.cloudsyncctl.cloudsync.read;

import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.connection;

import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.answer.ConnectionAuthentication;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import java.util.Optional;

/**
 * Reads one thing of a NAS by one call. Every method throws {@link
 * io.cloudsyncctl.dsm.ApiRefusedException} where the NAS refuses and {@link
 * io.cloudsyncctl.dsm.BadAnswerException} where a field is missing or of a wrong type.
 */
public final class CloudSyncReader {
  private final ReadGateway gateway;

  public CloudSyncReader(ReadGateway gateway) {
    this.gateway = gateway;
  }

  /** get_connections: {@code list_conn}. */
  public ConnectionList connections() {
    return ConnectionList.read(list());
  }

  /** One connection of that list; empty where it is certainly not on it. */
  public Optional<ConnectionEntry> listed(long id) {
    return ConnectionList.about(list(), id).find(id);
  }

  /** The same list, as far as it can be read. */
  public ConnectionList readableConnections() {
    return ConnectionList.readable(list());
  }

  private AnswerFields list() {
    return gateway.read(Getters.connections(), null);
  }

  /** get_connection_information: the {@code type} in {@code get_property}, such as {@code az}. */
  public String connectionType(long connectionId) {
    return gateway.read(Getters.property(connectionId), connection(connectionId)).text("type");
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
}
