package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.script.Deed;
import io.cloudsyncctl.simulator.truth.Event;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Does to the state what a person does at the NAS. */
final class Person {
  private static final Map<String, Integer> TYPE_IDS =
      Map.of("gd", 1, "db", 2, "az", 5, "wd", 11, "od_v1", 22);

  private Person() {}

  /** The method that does the same; of a deed that none does, a name of its own. */
  static Ask ask(DeviceState state, Deed deed) {
    return switch (deed) {
      case Deed.Pause one -> new Ask("pause", one.connection(), Event.NONE);
      case Deed.Resume one -> new Ask("resume", one.connection(), Event.NONE);
      case Deed.Rename one -> new Ask("set_connection_setting", one.connection(), Event.NONE);
      case Deed.SetConnection one ->
          new Ask("set_connection_setting", one.connection(), Event.NONE);
      case Deed.Schedule one -> new Ask("set_schedule_setting", one.connection(), Event.NONE);
      case Deed.SetDirection one -> ofTask(state, "set_session_setting", one.task());
      case Deed.SetTask one -> ofTask(state, "set_session_setting", one.task());
      case Deed.SetFilter one -> ofTask(state, "set_selective_sync_config", one.task());
      case Deed.SetLargest one -> ofTask(state, "set_selective_sync_config", one.task());
      case Deed.SetPackage one ->
          new Ask(
              one.field().equals("sync_mode") ? "set_personal_config" : "set_global_config",
              Event.NONE,
              Event.NONE);
      case Deed.AddTask one -> new Ask("create_session", one.connection(), Event.NONE);
      case Deed.RemoveTask one -> ofTask(state, "unlink_session", one.task());
      case Deed.AddConnection _ -> new Ask("create_link", Event.NONE, Event.NONE);
      case Deed.RemoveConnection one -> new Ask("unlink_connection", one.connection(), Event.NONE);
      case Deed.Status one -> new Ask("status", one.connection(), Event.NONE);
      case Deed.Log one -> new Ask("log", one.connection(), Event.NONE);
      case Deed.Behave _ -> new Ask("behave", Event.NONE, Event.NONE);
    };
  }

  private static Ask ofTask(DeviceState state, String method, long task) {
    return new Ask(method, state.hasTask(task) ? state.connectionOf(task) : Event.NONE, task);
  }

  /** Whether what the deed is about is there. */
  static boolean isPossible(DeviceState state, Ask ask) {
    return (ask.task() == Event.NONE || state.hasTask(ask.task()))
        && (ask.connection() == Event.NONE || state.hasConnection(ask.connection()));
  }

  static void act(DeviceState state, Deed deed, LogBook log) {
    switch (deed) {
      case Deed.Pause one -> state.ask(one.connection(), true);
      case Deed.Resume one -> state.ask(one.connection(), false);
      case Deed.Rename one -> rename(state, one);
      case Deed.SetConnection one -> {
        ObjectNode settings = state.settings(one.connection());
        settings.set(one.field(), one.value());
        state.storeSettings(one.connection(), settings);
      }
      case Deed.Schedule one -> {
        ObjectNode settings = state.settings(one.connection());
        settings.put("is_enabled_schedule", one.enabled());
        if (!one.hours().isEmpty()) {
          settings.put("schedule_info", one.hours());
        }
        state.storeSettings(one.connection(), settings);
      }
      case Deed.SetDirection one ->
          SideEffects.entry(state, one.task()).put("sync_direction", one.direction());
      case Deed.SetTask one -> {
        ObjectNode settings =
            state.taskOptions(one.task()) instanceof ObjectNode stored
                ? stored
                : Nodes.FACTORY
                    .objectNode()
                    .put("sync_attr_check_option", true)
                    .put("no_delete", false)
                    .put("google_drive_convert_online_doc", false);
        settings.put(one.field(), one.value());
        state.storeTaskOptions(one.task(), settings);
      }
      case Deed.SetFilter one -> {
        ObjectNode filters = state.filters(one.task());
        ArrayNode entries = filters.putArray(one.field());
        one.entries().forEach(entries::add);
        state.storeFilters(one.task(), filters);
      }
      case Deed.SetLargest one -> {
        ObjectNode filters = state.filters(one.task());
        filters.set("filtered_max_upload_size", Nodes.number(one.bytes()));
        state.storeFilters(one.task(), filters);
      }
      case Deed.SetPackage one -> setPackage(state, one);
      case Deed.AddTask one -> addTask(state, one);
      case Deed.RemoveTask one -> state.removeTask(one.task());
      case Deed.AddConnection one -> addConnection(state, one);
      case Deed.RemoveConnection one -> state.removeConnection(one.connection());
      case Deed.Status one -> setStatus(state, one);
      case Deed.Log one -> log.append(state, one.connection(), one.action(), one.path());
      case Deed.Behave _ -> {
        // Whoever knows the behaviours does it.
      }
    }
    state.summarise();
  }

  private static void rename(DeviceState state, Deed.Rename deed) {
    ObjectNode settings = state.settings(deed.connection()).put("task_name", deed.name());
    state.storeSettings(deed.connection(), settings);
    for (ObjectNode entry : state.listed()) {
      if (entry.path("id").longValue() == deed.connection()) {
        entry.put("task_name", deed.name()).put("task_display_name", deed.name());
      }
    }
  }

  private static void setPackage(DeviceState state, Deed.SetPackage deed) {
    state.config().set(deed.field(), deed.value());
    if (deed.field().equals("admin_mode")) {
      boolean enabled = deed.value().asString("").equals("enable");
      state.connectionList().put("is_admin_mode", enabled);
    }
  }

  private static void addTask(DeviceState state, Deed.AddTask deed) {
    ObjectNode connection =
        state.listed().stream()
            .filter(entry -> entry.path("id").longValue() == deed.connection())
            .findFirst()
            .orElseThrow();
    boolean paused = connection.path("status").asString("").equals("pause");
    ObjectNode task =
        Nodes.FACTORY
            .objectNode()
            .put("cloud_type_str", connection.path("type").asString(""))
            .set("conn_id", Nodes.number(deed.connection()));
    task.put("error", 0)
        .put("error_desc", "")
        .put("link_status", 1)
        .put("local_sync_path", deed.localPath())
        .put("remote_folder_id", "")
        .put("remote_sync_path", deed.remotePath())
        .putNull("sess_id")
        .put("sync_direction", deed.direction())
        .put("sync_status", paused ? "pause" : "uptodate");
    long id = state.addTask(deed.connection(), task);
    state.storeFilters(id, state.filters(id));
    state.storeTaskOptions(
        id,
        Nodes.FACTORY
            .objectNode()
            .put("sync_attr_check_option", true)
            .put("no_delete", false)
            .put("google_drive_convert_online_doc", false));
  }

  private static void addConnection(DeviceState state, Deed.AddConnection deed) {
    state.addConnection(
        Nodes.FACTORY
            .objectNode()
            .putNull("id")
            .put("link_status", 1)
            .put("resource", "")
            .put("status", "uptodate")
            .put("task_display_name", deed.name())
            .put("task_name", deed.name())
            .put("type", deed.type())
            .put("type_id", TYPE_IDS.getOrDefault(deed.type(), 0))
            .put("unfinished_files", 0)
            .put("user_id", deed.user())
            .put("user_name", deed.user()));
  }

  private static void setStatus(DeviceState state, Deed.Status deed) {
    for (ObjectNode entry : state.listed()) {
      if (entry.path("id").longValue() == deed.connection()) {
        entry.put("status", deed.status());
      }
    }
    for (ObjectNode task : Nodes.objects(state.tasks(deed.connection()).path("sess"))) {
      task.put("sync_status", deed.status());
    }
  }
}
