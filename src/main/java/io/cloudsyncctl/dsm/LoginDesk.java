package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.Secret;
import io.cloudsyncctl.model.WireValue;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in, once more where a session is lost, and out. A login that was refused is never tried
 * again: DSM blocks the address (protocol note §2).
 */
final class LoginDesk {
  private static final Logger LOG = LoggerFactory.getLogger(LoginDesk.class);

  /** The newest that is known; 3 and up do what is needed here, and discovery says which it is. */
  private static final int VERSION = 7;

  private static final Duration LOGOUT_LIMIT = Duration.ofSeconds(5);

  private final Wire wire;
  private final Credentials credentials;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Wire.@Nullable Session session;
  private volatile boolean closed;
  private @Nullable LoginRefusedException refusal;

  LoginDesk(Wire wire, Credentials credentials) {
    this.wire = wire;
    this.credentials = credentials;
  }

  /** The session of now. */
  Wire.@Nullable Session session() {
    return session;
  }

  /** Logs in, unless another thread has done so since the lost session was taken. */
  void renew(Wire.@Nullable Session lost) {
    lock.lock();
    try {
      if (!Objects.equals(session, lost)) {
        return;
      }
      if (refusal != null) {
        throw refusal;
      }
      Wire.Session fresh = login();
      if (closed) {
        logout(fresh);
        return;
      }
      session = fresh;
    } finally {
      lock.unlock();
    }
  }

  private Wire.Session login() {
    ApiCall call =
        auth(
            "login",
            ImmutableMap.of(
                "account", WireValue.of(credentials.username()),
                "passwd", WireValue.of(credentials.password().reveal()),
                "session", WireValue.of(credentials.session()),
                "format", WireValue.of("sid"),
                "enable_syno_token", WireValue.of("yes")));
    return switch (wire.send(call, null)) {
      case ApiResult.Success(WireValue.Members data) -> read(call, data);
      case ApiResult.Refused(ApiError error) -> {
        refusal = new LoginRefusedException(wire.nas(), error.code());
        throw refusal;
      }
    };
  }

  private Wire.Session read(ApiCall call, WireValue.Members data) {
    Envelope envelope = new Envelope(wire.at(call), true);
    WireValue sid = data.get("sid");
    if (!(sid instanceof WireValue.Text(String id)) || id.isEmpty()) {
      throw envelope.wrongField("sid", "text", sid);
    }
    return switch (data.get("synotoken")) {
      case null -> new Wire.Session(new Secret(id), null);
      case WireValue.Null() -> new Wire.Session(new Secret(id), null);
      case WireValue.Text(String token) when token.isEmpty() ->
          new Wire.Session(new Secret(id), null);
      case WireValue.Text(String token) -> new Wire.Session(new Secret(id), new Secret(token));
      case WireValue other -> throw envelope.wrongField("synotoken", "text", other);
    };
  }

  private ApiCall auth(String method, ImmutableMap<String, WireValue> parameters) {
    return new ApiCall(Discovery.AUTH, VERSION, method, parameters, true);
  }

  /** Logs out, once; a logout that fails is no reason to fail. */
  void close() {
    closed = true;
    Wire.Session last = session;
    session = null;
    if (last != null) {
      logout(last);
    }
  }

  private void logout(Wire.Session last) {
    try {
      ApiCall call =
          auth("logout", ImmutableMap.of("session", WireValue.of(credentials.session())));
      if (wire.send(call, last, LOGOUT_LIMIT) instanceof ApiResult.Refused(ApiError error)) {
        LOG.debug("{} refused the logout with code {}", wire.nas(), error.code());
      }
    } catch (RuntimeException e) {
      LOG.debug("the logout from {} failed: {}", wire.nas(), e.getMessage());
    }
  }
}
