package io.cloudsyncctl.simulator.behaviour;

import java.util.Set;
import java.util.TreeSet;

/** The methods of Cloud Sync, as behaviours and scripts name them. */
public final class Methods {
  /** Those that change something. */
  public static final Set<String> WRITERS =
      Set.of(
          "pause",
          "resume",
          "set_global_config",
          "set_personal_config",
          "set_connection_setting",
          "set_schedule_setting",
          "set_session_setting",
          "set_selective_sync_config",
          "create_session",
          "unlink_session",
          "unlink_connection");

  /** Those that only answer. */
  public static final Set<String> READERS =
      Set.of(
          "get_config",
          "list_conn",
          "get_connection_setting",
          "get_property",
          "get_conn_auth_info",
          "get_log",
          "list_sess",
          "get_selective_sync_config",
          "get_selective_folder_list",
          "get_session_setting",
          "get_recently_change",
          "test_task_setting");

  private static final Set<String> OF_TASKS =
      Set.of(
          "get_selective_sync_config",
          "get_selective_folder_list",
          "get_session_setting",
          "set_session_setting",
          "set_selective_sync_config",
          "unlink_session");

  private Methods() {}

  public static boolean writes(String method) {
    return WRITERS.contains(method);
  }

  /** Whether what the method is about is a task; else it is a connection, or the package. */
  public static boolean isOfTask(String method) {
    return OF_TASKS.contains(method);
  }

  /** All of them, by name. */
  public static Set<String> all() {
    Set<String> all = new TreeSet<>(WRITERS);
    all.addAll(READERS);
    return all;
  }
}
