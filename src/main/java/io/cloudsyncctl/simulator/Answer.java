package io.cloudsyncctl.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a method answers.
 *
 * @param data the envelope's {@code data}; null where it has none
 * @param cookie a Set-Cookie header of the response, or null
 */
record Answer(@Nullable JsonNode data, @Nullable String cookie) {

  static Answer of(@Nullable JsonNode data) {
    return new Answer(data == null || data.isMissingNode() ? null : data, null);
  }

  static Answer nothing() {
    return new Answer(null, null);
  }
}
