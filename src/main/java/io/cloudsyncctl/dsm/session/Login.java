package io.cloudsyncctl.dsm.session;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.transport.Deadline;
import io.cloudsyncctl.dsm.transport.Discovery;
import io.cloudsyncctl.dsm.transport.Envelope;
import io.cloudsyncctl.dsm.transport.Wire;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;

/** The calls of {@code SYNO.API.Auth} (protocol note §2). */
final class Login {
  static final String METHOD = "login";

  /** The newest that is known; 3 and up do what is needed here, and discovery says which it is. */
  private static final int VERSION = 7;

  private final Wire wire;
  private final Credentials credentials;
  private final RetryPolicy retries;

  Login(Wire wire, Credentials credentials, RetryPolicy retries) {
    this.wire = wire;
    this.credentials = credentials;
    this.retries = retries;
  }

  /** What the NAS said. */
  sealed interface Answer {
    record Admitted(Wire.Session session) implements Answer {}

    record Refused(ApiError error) implements Answer {}
  }

  /**
   * Logs in.
   *
   * @param proven whether the password is known to be right: only then a login whose answer was
   *     lost is repeated, as it would otherwise count as another wrong one
   */
  Answer send(boolean proven, Deadline deadline) {
    ApiCall call =
        auth(
            METHOD,
            ImmutableMap.of(
                "account", WireValue.of(credentials.username()),
                "passwd", WireValue.of(credentials.password().reveal()),
                "session", WireValue.of(credentials.session()),
                "format", WireValue.of("sid"),
                "enable_syno_token", WireValue.of("yes")));
    Attempts attempts =
        new Attempts(
            wire,
            retries,
            deadline,
            wire.at(call),
            proven ? RepeatRule.ABSOLUTE : RepeatRule.LOGIN,
            (session, limit) -> wire.send(call, session, limit));
    return switch (attempts.send(null)) {
      case ApiResult.Success(WireValue.Members data) -> new Answer.Admitted(read(call, data));
      case ApiResult.Refused(ApiError error) -> new Answer.Refused(error);
      case ApiResult.Unusable(BadAnswerException failure) -> throw failure;
    };
  }

  private Wire.Session read(ApiCall call, WireValue.Members data) {
    Envelope envelope = new Envelope(wire.at(call), true, wire.words());
    WireValue sid = data.get("sid");
    if (!(sid instanceof WireValue.Text(String id)) || id.isEmpty()) {
      throw envelope.wrongField("sid", "text", sid);
    }
    return new Wire.Session(new Secret(id), token(data.get("synotoken"), envelope));
  }

  private static @Nullable Secret token(@Nullable WireValue token, Envelope envelope) {
    return switch (token) {
      case null -> null;
      case WireValue.Null() -> null;
      case WireValue.Text(String text) -> text.isEmpty() ? null : new Secret(text);
      case WireValue other -> throw envelope.wrongField("synotoken", "text", other);
    };
  }

  ApiCall logout() {
    return auth("logout", ImmutableMap.of("session", WireValue.of(credentials.session())));
  }

  private static ApiCall auth(String method, ImmutableMap<String, WireValue> parameters) {
    return new ApiCall(Discovery.AUTH, VERSION, method, parameters, true);
  }
}
