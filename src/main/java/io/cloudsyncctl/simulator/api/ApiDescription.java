package io.cloudsyncctl.simulator.api;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An API that is installed.
 *
 * @param path the program that serves it, as discovery answers it
 * @param methods the methods it has
 * @param needsSession whether calls have to be logged in
 */
public record ApiDescription(
    String name,
    String path,
    int minVersion,
    int maxVersion,
    Set<String> methods,
    boolean needsSession,
    ApiHandler handler) {

  /** The entry of SYNO.API.Info. */
  public ObjectNode toJson() {
    ObjectNode entry =
        Json.NODES
            .objectNode()
            .put("maxVersion", maxVersion)
            .put("minVersion", minVersion)
            .put("path", path);
    return needsSession ? entry.put("requestFormat", "JSON") : entry;
  }
}
