package io.cloudsyncctl.simulator.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a method answers.
 *
 * @param data the envelope's {@code data}; null where it has none
 * @param cookie a Set-Cookie header of the response, or null
 */
public record Answer(@Nullable JsonNode data, @Nullable String cookie) {

  public static Answer of(@Nullable JsonNode data) {
    return new Answer(data == null || data.isMissingNode() ? null : data, null);
  }

  public static Answer nothing() {
    return new Answer(null, null);
  }
}
