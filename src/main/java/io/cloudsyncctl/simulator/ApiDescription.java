package io.cloudsyncctl.simulator;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An API that is installed.
 *
 * @param path the program that serves it, as discovery answers it
 * @param methods the methods it has
 * @param needsSession whether calls have to be logged in
 */
record ApiDescription(
    String name,
    String path,
    int minVersion,
    int maxVersion,
    Set<String> methods,
    boolean needsSession,
    ApiHandler handler) {

  /** The entry of SYNO.API.Info. */
  ObjectNode toJson() {
    ObjectNode entry =
        Json.NODES
            .objectNode()
            .put("maxVersion", maxVersion)
            .put("minVersion", minVersion)
            .put("path", path);
    return needsSession ? entry.put("requestFormat", "JSON") : entry;
  }

  /** entry.cgi serves every API; auth.cgi and query.cgi only the one that each is there for. */
  boolean servedBy(String program) {
    return switch (program) {
      case "entry.cgi" -> true;
      case "auth.cgi" -> name.equals(AuthApi.NAME);
      case "query.cgi" -> name.equals(InfoApi.NAME);
      default -> false;
    };
  }
}
