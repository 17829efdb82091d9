package io.cloudsyncctl.simulator.web;

import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Session;
import io.cloudsyncctl.simulator.api.WebRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The logins that are open, and the check that every call of a protected API passes. */
public final class Sessions {
  private final Map<String, Session> open = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final int requestLimit;

  public Sessions(int requestLimit) {
    this.requestLimit = requestLimit;
  }

  Session open(Caller caller, boolean withToken) {
    Session session = new Session(secret(), caller, withToken ? secret() : null);
    open.put(session.id(), session);
    return session;
  }

  void close(@Nullable String id) {
    if (id != null) {
      open.remove(id);
    }
  }

  /** The session id that a request carries: the parameter, or else the cookie. */
  static @Nullable String idOf(WebRequest request) {
    String parameter = request.text("_sid");
    return parameter != null ? parameter : request.cookieSession();
  }

  Session check(WebRequest request) {
    String id = idOf(request);
    Session session = id == null ? null : open.get(id);
    if (session == null) {
      throw new ApiException(ErrorCode.SESSION_INVALID);
    }
    String token = session.token();
    if (token != null && !token.equals(request.token())) {
      throw new ApiException(ErrorCode.SESSION_INVALID);
    }
    if (requestLimit > 0 && session.countRequest() > requestLimit) {
      session.end(ErrorCode.SESSION_TIMED_OUT);
    }
    if (session.endedWith() != 0) {
      throw new ApiException(session.endedWith());
    }
    return session;
  }

  public void endAll(int code) {
    open.values().forEach(session -> session.end(code));
  }

  public int active() {
    return (int) open.values().stream().filter(session -> session.endedWith() == 0).count();
  }

  private String secret() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
