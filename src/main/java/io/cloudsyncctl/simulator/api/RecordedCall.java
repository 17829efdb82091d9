package io.cloudsyncctl.simulator.api;

import tools.jackson.databind.JsonNode;

/**
 * One API call as it arrived.
 *
 * @param api for example {@code SYNO.CloudSync}; empty where none was named
 * @param method for example {@code get_config}; empty where none was named
 * @param version as it was written; empty where none was named
 * @param parameters the decoded parameters, without api, method, version; secrets are redacted
 */
public record RecordedCall(String api, String method, String version, JsonNode parameters) {

  /** {@code api.method}, for readable expectations. */
  public String name() {
    return api + "." + method;
  }
}
