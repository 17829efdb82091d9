package io.cloudsyncctl.golden;

import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a NAS holds that nobody declared, hence nobody may touch. */
final class Bystanders {
  private Bystanders() {}

  /** The connections and tasks that are not declared, and the package where it is not. */
  static Map<String, JsonNode> of(DesiredState desired, JsonNode state) {
    Map<String, JsonNode> bystanders = new TreeMap<>();
    if (desired.packageSettings().settings().isEmpty()) {
      bystanders.put("get_config", state.path("get_config"));
    }
    for (JsonNode listed : state.path("list_conn").path("conn")) {
      String id = listed.path("id").asString();
      List<DesiredConnection> declared =
          desired.connections().stream().filter(one -> means(one, listed)).toList();
      JsonNode connection = state.path("connections").path(id);
      if (declared.isEmpty()) {
        bystanders.put("list_conn " + id, listed);
        bystanders.put("connection " + id, connection);
      }
      if (declared.stream().anyMatch(one -> one.presence() == Presence.ABSENT)) {
        continue;
      }
      for (JsonNode task : connection.path("list_sess").path("sess")) {
        if (declared.stream().noneMatch(one -> declares(one, task))) {
          String session = task.path("sess_id").asString();
          bystanders.put("list_sess " + session, withoutStatus(task));
          bystanders.put("task " + session, state.path("tasks").path(session));
        }
      }
    }
    return bystanders;
  }

  private static boolean means(DesiredConnection declared, JsonNode listed) {
    String name = listed.path("task_name").asString();
    List<String> names = new ArrayList<>(List.of(declared.name().value()));
    Declared<String> old = declared.renamedFrom();
    if (old != null) {
      names.add(old.value());
    }
    boolean sameAccount =
        is(declared.provider(), listed.path("type"))
            && is(declared.account(), listed.path("user_name"));
    boolean renamedInDsm = declared.provider() != null && declared.account() != null && sameAccount;
    boolean otherAccount =
        declared.account() != null && !is(declared.account(), listed.path("user_name"));
    return (names.contains(name) && !otherAccount) || renamedInDsm;
  }

  private static boolean is(@Nullable Declared<String> declared, JsonNode value) {
    return declared != null && Objects.equals(declared.value(), value.asString());
  }

  private static boolean declares(DesiredConnection connection, JsonNode task) {
    TaskPaths paths =
        new TaskPaths(
            task.path("local_sync_path").asString(), task.path("remote_sync_path").asString());
    return connection.tasks().stream().anyMatch(declared -> declared.paths().same(paths));
  }

  /** Pausing and resuming a connection shows in the status of each of its tasks. */
  private static JsonNode withoutStatus(JsonNode task) {
    ObjectNode copy = (ObjectNode) task.deepCopy();
    copy.remove("sync_status");
    return copy;
  }
}
