package io.cloudsyncctl.simulator.truth;

import tools.jackson.databind.JsonNode;

/**
 * One setting that changed.
 *
 * @param field its name on the wire, for example {@code sync_direction}
 * @param before its value before; a missing node where there was none
 * @param after its value after; a missing node where there is none any more
 */
public record FieldChange(String field, JsonNode before, JsonNode after) {
  @Override
  public String toString() {
    return "%s %s -> %s".formatted(field, before, after);
  }
}
