package io.cloudsyncctl.simulator.method;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.StateTree;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings of the package, the list of connections, and what changed of late. */
final class PackageMethods {
  private static final int MOST_LOGS = 100_000;
  private static final int MOST_WORKERS = 20;
  private static final Set<String> MODES = Set.of("enable", "disable");
  private static final Set<String> GROUPINGS = Set.of("group_by_user", "group_by_cloud_type");

  private final SimulatorOptions options;

  PackageMethods(SimulatorOptions options) {
    this.options = options;
  }

  Map<String, CloudSyncMethod> methods() {
    return Map.of(
        "get_config", this::config,
        "set_global_config", PackageMethods::setGlobalConfig,
        "set_personal_config", this::setPersonalConfig,
        "list_conn", PackageMethods::connections,
        "get_recently_change", PackageMethods::recentChanges);
  }

  /** The relink behaviour is each user's own; the state's own answer is the administrator's. */
  private JsonNode config(StateTree state, Caller caller, Parameters parameters) {
    ObjectNode config = state.config().deepCopy();
    if (!options.syncModeReadable() || caller.administrator()) {
      return config;
    }
    JsonNode own = personal(state).path(caller.user()).path("sync_mode");
    return config.put("sync_mode", own.asBoolean(false));
  }

  private @Nullable JsonNode setPersonalConfig(
      StateTree state, Caller caller, Parameters parameters) {
    boolean mode = parameters.bool("sync_mode");
    if (options.syncModeReadable() && caller.administrator()) {
      state.config().put("sync_mode", mode);
    } else {
      ObjectNode personal = personal(state);
      personal.putObject(caller.user()).put("sync_mode", mode);
      state.root().set("personal_config", personal);
    }
    return null;
  }

  private static ObjectNode personal(StateTree state) {
    return state.root().path("personal_config") instanceof ObjectNode stored
        ? stored
        : Json.NODES.objectNode();
  }

  private static @Nullable JsonNode setGlobalConfig(
      StateTree state, Caller caller, Parameters parameters) {
    if (!caller.administrator()) {
      throw new ApiException(ErrorCode.NO_PERMISSION);
    }
    String volume = parameters.string("repo_vol_path");
    long logs = parameters.integer("log_count", 1, MOST_LOGS);
    long workers = parameters.integer("worker_count", 1, MOST_WORKERS);
    String mode = parameters.choice("admin_mode", MODES);
    ObjectNode config = state.config();
    checkVolume(config, volume);
    config.put("repo_vol_path", volume);
    config.set("log_count", Json.number(logs));
    config.set("worker_count", Json.number(workers));
    config.put("admin_mode", mode);
    state.connectionList().put("is_admin_mode", mode.equals("enable"));
    return null;
  }

  private static void checkVolume(ObjectNode config, String volume) {
    JsonNode volumes = config.path("volume_list");
    for (ObjectNode known : Json.objects(volumes)) {
      if (known.path("mount_point").asString("").equals(volume)) {
        return;
      }
    }
    if (!volumes.isEmpty() || !volume.startsWith("/")) {
      throw ApiException.wrong("repo_vol_path", "not found");
    }
  }

  private static JsonNode connections(StateTree state, Caller caller, Parameters parameters) {
    if (parameters.has("is_tray")) {
      parameters.bool("is_tray");
    }
    if (parameters.has("group_by")) {
      parameters.choice("group_by", GROUPINGS);
    }
    ObjectNode list = state.connectionList().deepCopy();
    long missing = missing(list);
    ArrayNode visible = Json.NODES.arrayNode();
    for (ObjectNode entry : state.listed()) {
      if (Visibility.sees(state, caller, entry.path("id").longValue())) {
        visible.add(entry);
      }
    }
    list.set("conn", visible);
    list.set("total", Json.number(visible.size() + missing));
    return caller.administrator() ? list : list.put("is_admin_mode", false);
  }

  /**
   * How many more connections a state claims than it lists, as a NAS may whose database is damaged.
   */
  private static long missing(ObjectNode list) {
    return Math.max(0, list.path("total").asLong(0) - list.path("conn").size());
  }

  private static JsonNode recentChanges(StateTree state, Caller caller, Parameters parameters) {
    return state
        .recentChanges()
        .deepCopy()
        .put("is_admin_mode", Visibility.isAdministratorMode(state, caller));
  }
}
