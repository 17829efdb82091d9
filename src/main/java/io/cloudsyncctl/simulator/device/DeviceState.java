package io.cloudsyncctl.simulator.device;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a device holds, as the JSON that its getters would answer if they showed all as it is. What
 * is answered may be changed in place; where a part was not there before, it has to be stored. Used
 * by one thread at a time.
 */
public interface DeviceState {
  /** The answer of {@code get_config}. */
  ObjectNode config();

  /** {@code sync_mode} of users other than the administrator, by name. */
  JsonNode personal();

  /** The answer of {@code list_conn}. */
  ObjectNode connectionList();

  /** The entries of {@code list_conn}. */
  List<ObjectNode> listed();

  boolean hasConnection(long connection);

  boolean hasTask(long task);

  ObjectNode settings(long connection);

  void storeSettings(long connection, ObjectNode settings);

  /** The answer of {@code list_sess}. */
  ObjectNode tasks(long connection);

  long connectionOf(long task);

  ObjectNode filters(long task);

  void storeFilters(long task, ObjectNode filters);

  /** What {@code set_session_setting} sets beside the direction; a missing node if unknown. */
  JsonNode taskOptions(long task);

  /** Replaces those options that are given. */
  void storeTaskOptions(long task, ObjectNode options);

  ObjectNode logs(long connection);

  void storeLogs(long connection, ObjectNode logs);

  /** Adds an entry of {@code list_sess} and gives it its id. */
  long addTask(long connection, ObjectNode task);

  /** Adds an entry of {@code list_conn} and gives it its id. */
  long addConnection(ObjectNode listed);

  void removeTask(long task);

  void removeConnection(long connection);

  /** Pauses or resumes a connection as the methods do: the device may take its time. */
  void ask(long connection, boolean pause);

  /** Pauses or resumes a connection at once. */
  void force(long connection, boolean pause);

  /** Brings what {@code list_conn} says of all connections up to date. */
  void summarise();
}
