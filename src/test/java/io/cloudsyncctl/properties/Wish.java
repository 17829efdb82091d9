package io.cloudsyncctl.properties;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A declaration as its generator means it, so that what comes of it can be foretold without the
 * product.
 *
 * @param packageWire the declared fields of get_config by their names on the wire
 * @param yaml the document without its {@code nas:} block, keys in the order in which they stand
 */
record Wish(Map<String, Object> yaml, ObjectNode packageWire, List<OfConnection> connections) {

  /**
   * A declared connection.
   *
   * @param id which one of the NAS is meant; null where the NAS has none
   * @param newName the name that it gets; null where it keeps its own
   * @param byAccount whether it is known by provider and account alone, having been renamed in DSM
   * @param paused null where that is not declared
   * @param wire the declared fields of get_connection_setting by their names on the wire
   */
  record OfConnection(
      @Nullable Long id,
      boolean absent,
      @Nullable String newName,
      boolean byAccount,
      @Nullable Boolean paused,
      ObjectNode wire,
      List<OfTask> tasks) {}

  /**
   * A declared task.
   *
   * @param session which one is meant; null where it is not there
   * @param direction null where it is not declared
   * @param writeOnly the declared write-only settings by their names on the wire
   * @param filters the declared filters by their names on the wire
   */
  record OfTask(
      @Nullable Long session,
      String localPath,
      String cloudPath,
      boolean absent,
      @Nullable String direction,
      ObjectNode writeOnly,
      ObjectNode filters) {}

  /**
   * What of it an administrator gets at. Without admin_mode, neither before nor wished for, the
   * connections of others are not seen, and nothing that is found by anything but its name can be
   * told from what is not seen.
   */
  Wish inSight(JsonNode state) {
    String mode = state.path("get_config").path("admin_mode").stringValue();
    if (mode.equals("enable") || packageWire.path("admin_mode").asString("").equals("enable")) {
      return this;
    }
    return new Wish(
        yaml,
        packageWire,
        connections.stream()
            .filter(one -> !state.path("connections").path("" + one.id()).has("owner"))
            .filter(one -> !one.byAccount())
            .toList());
  }

  /** Its part that is applied before anything else: the group that admin_mode belongs to. */
  Wish adminModeAlone() {
    return new Wish(yaml, packageWire.deepCopy().without("sync_mode"), List.of());
  }

  /** Whether a task is to be created through the API, which only Amazon S3 has. */
  boolean createsTask(JsonNode state) {
    return connections.stream()
        .filter(one -> one.tasks().stream().anyMatch(task -> task.session() == null))
        .anyMatch(one ->
            state
                .path("connections")
                .path("" + one.id())
                .path("get_property")
                .path("type")
                .stringValue()
                .equals("az"));
  }

  /** What is declared of a connection of the NAS; null where nothing is. */
  @Nullable OfConnection connection(long id) {
    return connections.stream()
        .filter(wish -> wish.id() != null && wish.id() == id)
        .findFirst()
        .orElse(null);
  }
}
