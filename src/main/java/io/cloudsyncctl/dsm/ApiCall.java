package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.WireValue;

/**
 * One call of the Web API.
 *
 * @param version the version wanted; sent clamped to what the NAS says it has
 * @param parameters without {@code api}, {@code method}, {@code version} and the session
 * @param confidential whether parameters or answer hold secrets, so that no message may quote them
 * @param absolute whether doing it twice is the same as doing it once, so that a write may be
 *     repeated although nobody knows whether it happened
 */
public record ApiCall(
    String api,
    int version,
    String method,
    ImmutableMap<String, WireValue> parameters,
    boolean confidential,
    boolean absolute) {
  /** A call that is repeated only where it certainly did not happen. */
  public ApiCall(
      String api,
      int version,
      String method,
      ImmutableMap<String, WireValue> parameters,
      boolean confidential) {
    this(api, version, method, parameters, confidential, false);
  }

  /** A call that holds no secrets. */
  public ApiCall(
      String api, int version, String method, ImmutableMap<String, WireValue> parameters) {
    this(api, version, method, parameters, false);
  }

  /** The same call, of which it is known that doing it twice is the same as doing it once. */
  public ApiCall asAbsolute() {
    return new ApiCall(api, version, method, parameters, confidential, true);
  }

  /** Names the call without its parameters, which may hold secrets. */
  @Override
  public String toString() {
    return api + " " + method + " v" + version;
  }
}
