package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.state.ConnectionPauses;
import io.cloudsyncctl.simulator.state.StateTree;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings, schedule, information, credentials and log of one connection, and its removal. */
final class ConnectionMethods {
  private static final Pattern SCHEDULE = Pattern.compile("[01]{168}");

  private ConnectionMethods() {}

  static Map<String, CloudSyncMethod> methods() {
    return Map.of(
        "get_connection_setting",
        (state, caller, parameters) -> state.settings(Ids.connection(state, caller, parameters)),
        "get_property",
        (state, caller, parameters) -> state.property(Ids.connection(state, caller, parameters)),
        "get_conn_auth_info",
        (state, caller, parameters) -> state.credentials(Ids.connection(state, caller, parameters)),
        "get_log",
        (state, caller, parameters) ->
            LogPage.of(state.shownLogs(Ids.connection(state, caller, parameters)), parameters),
        "list_sess",
        (state, caller, parameters) -> state.tasks(Ids.connection(state, caller, parameters)),
        "set_connection_setting",
        ConnectionMethods::setSettings,
        "set_schedule_setting",
        ConnectionMethods::setSchedule,
        "unlink_connection",
        ConnectionMethods::unlink);
  }

  /** Replaces the whole group: all eight parameters have to be there. */
  private static @Nullable JsonNode setSettings(
      StateTree state, Caller caller, Parameters parameters) {
    long id = Ids.connection(state, caller, parameters);
    String name = parameters.string("task_name");
    long period = parameters.integer("pull_event_period", 0, Integer.MAX_VALUE);
    long upload = parameters.integer("max_upload_speed", 0, Long.MAX_VALUE);
    long download = parameters.integer("max_download_speed", 0, Long.MAX_VALUE);
    String storageClass = parameters.quotedString("storage_class");
    boolean encryption = parameters.bool("isSSE");
    long partSize = parameters.integer("part_size", 0, Integer.MAX_VALUE);
    if (name.isBlank()) {
      throw ApiException.wrong("task_name", "empty");
    }
    ObjectNode settings = state.settings(id);
    settings.put("task_name", name);
    settings.set("pull_event_period", Json.number(period));
    settings.set("max_upload_speed", Json.number(upload));
    settings.set("max_download_speed", Json.number(download));
    settings.put("storage_class", storageClass);
    settings.put("isSSE", encryption);
    settings.set("part_size", Json.number(partSize));
    state.storeSettings(id, settings);
    state.listed(id).put("task_name", name).put("task_display_name", name);
    return null;
  }

  private static @Nullable JsonNode setSchedule(
      StateTree state, Caller caller, Parameters parameters) {
    long id = Ids.connection(state, caller, parameters);
    boolean enabled = parameters.bool("is_enabled_schedule");
    String hours = parameters.quotedString("schedule_info");
    if (!SCHEDULE.matcher(hours).matches()) {
      throw ApiException.wrong("schedule_info", "format");
    }
    ObjectNode settings = state.settings(id);
    settings.put("is_enabled_schedule", enabled);
    settings.put("schedule_info", hours);
    state.storeSettings(id, settings);
    return null;
  }

  private static @Nullable JsonNode unlink(StateTree state, Caller caller, Parameters parameters) {
    state.removeConnection(Ids.connection(state, caller, parameters));
    ConnectionPauses.summarise(state);
    return null;
  }
}
