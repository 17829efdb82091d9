package io.cloudsyncctl.report.format;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Target;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The small parts that every JSON of ours is made of. What there is not is left out. */
public final class CommonJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CommonJson() {}

  public static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> toNode) {
    ArrayNode array = NODES.arrayNode();
    items.forEach(item -> array.add(toNode.apply(item)));
    return array;
  }

  /** The address as people write it, and its parts. */
  public static ObjectNode address(Address address) {
    ObjectNode node = NODES.objectNode().put("text", address.text()).put("nas", address.nas());
    putIfPresent(node, "connection", address.connection());
    putIfPresent(node, "account", address.account());
    putIfPresent(node, "provider", address.provider());
    TaskPaths task = address.task();
    return task == null ? node : putPaths(node, task);
  }

  public static ObjectNode target(Target target) {
    ObjectNode node = NODES.objectNode();
    return switch (target) {
      case Target.OfPackage _ -> node.put("kind", "package");
      case Target.OfConnection connection ->
          putConnection(node.put("kind", "connection"), connection);
      case Target.OfTask(
              Target.OfConnection connection,
              Long sessionId,
              TaskPaths paths,
              String _) -> {
        putConnection(node.put("kind", "task"), connection);
        if (sessionId != null) {
          node.put("session_id", sessionId);
        }
        yield putPaths(node, paths);
      }
    };
  }

  private static ObjectNode putConnection(ObjectNode node, Target.OfConnection connection) {
    return node.put("connection_id", connection.id()).put("connection_name", connection.name());
  }

  public static ObjectNode putPaths(ObjectNode node, TaskPaths paths) {
    return node.put("local_path", paths.local()).put("cloud_path", paths.cloud());
  }

  public static ObjectNode location(Location location) {
    ObjectNode node = NODES.objectNode();
    switch (location) {
      case Location.InFile(String file, int line, int column) ->
          node.put("file", file).put("line", line).put("column", column);
      case Location.OnNas onNas -> {
        node.put("nas", onNas.nas());
        putIfPresent(node, "method", onNas.method());
        putIfPresent(node, "subject", onNas.subject());
      }
    }
    return node;
  }

  public static ObjectNode risk(RiskFinding finding) {
    return NODES.objectNode().put("risk", finding.risk().word()).put("reason", finding.reason());
  }

  public static ObjectNode diagnostic(Diagnostic diagnostic) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("severity", diagnostic.severity().word())
            .put("code", diagnostic.code().id())
            .put("message", diagnostic.message());
    Location location = diagnostic.location();
    if (location != null) {
      node.set("location", location(location));
    }
    putIfPresent(node, "hint", diagnostic.hint());
    return node;
  }

  public static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
