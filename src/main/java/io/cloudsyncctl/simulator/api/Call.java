package io.cloudsyncctl.simulator.api;

import org.jspecify.annotations.Nullable;

/**
 * One API call, its names checked.
 *
 * @param session the caller's session; null only for APIs that need none
 * @param number the number of the HTTP request that it came in
 * @param inner whether the call came inside a compound
 */
public record Call(
    ApiDescription api,
    String method,
    int version,
    Parameters parameters,
    WebRequest request,
    @Nullable Session session,
    int number,
    boolean inner) {

  public Session requiredSession() {
    if (session == null) {
      throw new ApiException(ErrorCode.SESSION_INVALID);
    }
    return session;
  }
}
