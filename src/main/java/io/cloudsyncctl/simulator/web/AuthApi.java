package io.cloudsyncctl.simulator.web;

import io.cloudsyncctl.simulator.api.Answer;
import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.ApiHandler;
import io.cloudsyncctl.simulator.api.Call;
import io.cloudsyncctl.simulator.api.Caller;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.Session;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.api.WebRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** SYNO.API.Auth: login and logout (protocol note §2). All its parameters are bare. */
final class AuthApi implements ApiHandler {
  static final String NAME = "SYNO.API.Auth";
  static final Set<String> METHODS = Set.of("login", "logout");

  private final SimulatorOptions options;
  private final Sessions sessions;

  /** Trusted devices: token to the name that it was given for. */
  private final Map<String, String> devices = new ConcurrentHashMap<>();

  AuthApi(SimulatorOptions options, Sessions sessions) {
    this.options = options;
    this.sessions = sessions;
  }

  @Override
  public Answer handle(Call call) {
    if (call.inner()) {
      throw new ApiException(ErrorCode.NO_PERMISSION);
    }
    return call.method().equals("login") ? login(call) : logout(call);
  }

  private Answer login(Call call) {
    WebRequest request = call.request();
    Caller caller = authenticate(request);
    checkLabel(caller, request.text("session"));
    if (options.loginError() != 0) {
      throw options.loginError() == ErrorCode.OTP_NEEDED
          ? otpNeeded()
          : new ApiException(options.loginError());
    }
    checkSecondFactor(request);
    boolean withToken = "yes".equals(request.text("enable_syno_token"));
    Session session = sessions.open(caller, withToken);
    ObjectNode data = Json.NODES.objectNode();
    if ("yes".equals(request.text("enable_device_token")) && call.version() >= 6) {
      String device = UUID.randomUUID().toString();
      devices.put(device, request.parameters().getOrDefault("device_name", ""));
      data.put(call.version() >= 7 ? "device_id" : "did", device);
    }
    data.put("is_portal_port", false).put("sid", session.id());
    if (session.token() != null) {
      data.put("synotoken", session.token());
    }
    boolean cookie = !"sid".equals(request.text("format"));
    return new Answer(data, cookie ? "id=" + session.id() + "; path=/; HttpOnly" : null);
  }

  private Caller authenticate(WebRequest request) {
    String account = required(request, "account");
    String password = required(request, "passwd");
    if (account.equals(options.user()) && password.equals(options.password())) {
      return new Caller(account, true);
    }
    if (password.equals(options.nonAdministrators().get(account))) {
      return new Caller(account, false);
    }
    throw new ApiException(ErrorCode.LOGIN_WRONG);
  }

  private void checkLabel(Caller caller, @Nullable String label) {
    boolean known =
        options.sessionLabels().isEmpty()
            || (label != null && options.sessionLabels().contains(label));
    if (!known && !caller.administrator()) {
      throw new ApiException(ErrorCode.LOGIN_DENIED);
    }
  }

  private void checkSecondFactor(WebRequest request) {
    String expected = options.otpCode();
    if (expected == null) {
      return;
    }
    String device = request.text("device_id");
    if (device != null
        && devices.containsKey(device)
        && devices.get(device).equals(request.text("device_name"))) {
      return;
    }
    String code = request.text("otp_code");
    if (code == null || code.isEmpty()) {
      throw otpNeeded();
    }
    if (!code.equals(expected)) {
      throw new ApiException(ErrorCode.OTP_WRONG);
    }
  }

  /** The one answer whose {@code errors} is an object rather than a list. */
  private static ApiException otpNeeded() {
    ObjectNode errors = Json.NODES.objectNode().put("token", UUID.randomUUID().toString());
    errors.putArray("types").addObject().put("type", "otp");
    return new ApiException(ErrorCode.OTP_NEEDED, errors);
  }

  /** Logging out succeeds whether or not there is anything to log out of. */
  private Answer logout(Call call) {
    sessions.close(Sessions.idOf(call.request()));
    return Answer.nothing();
  }

  private static String required(WebRequest request, String name) {
    String value = request.text(name);
    if (value == null) {
      throw ApiException.missing(name);
    }
    return value;
  }
}
