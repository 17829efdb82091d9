package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.WireValue;

/**
 * One call of the Web API.
 *
 * @param version the version wanted; sent clamped to what the NAS says it has
 * @param parameters without {@code api}, {@code method}, {@code version} and the session
 * @param confidential whether parameters or answer hold secrets, so that no message may quote them
 */
public record ApiCall(
    String api,
    int version,
    String method,
    ImmutableMap<String, WireValue> parameters,
    boolean confidential) {
  /** A call that holds no secrets. */
  public ApiCall(
      String api, int version, String method, ImmutableMap<String, WireValue> parameters) {
    this(api, version, method, parameters, false);
  }

  /** Names the call without its parameters, which may hold secrets. */
  @Override
  public String toString() {
    return api + " " + method + " v" + version;
  }
}
