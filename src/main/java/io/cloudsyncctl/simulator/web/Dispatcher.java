package io.cloudsyncctl.simulator.web;

import io.cloudsyncctl.simulator.api.Answer;
import io.cloudsyncctl.simulator.api.ApiDescription;
import io.cloudsyncctl.simulator.api.ApiException;
import io.cloudsyncctl.simulator.api.ApiHandler;
import io.cloudsyncctl.simulator.api.Call;
import io.cloudsyncctl.simulator.api.ErrorCode;
import io.cloudsyncctl.simulator.api.Parameters;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.Session;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.api.WebRequest;
import io.cloudsyncctl.simulator.device.Device;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.fault.Faults;
import io.cloudsyncctl.simulator.method.CloudSyncApi;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.TreeState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds the API that a request names, checks version, method and session, and wraps the answer. */
public final class Dispatcher {
  /** The envelope, and the cookie that a login sets. */
  record Reply(ObjectNode envelope, @Nullable String cookie) {}

  private final Map<String, ApiDescription> installed = new LinkedHashMap<>();
  private final Sessions sessions;
  private final Faults faults;
  private final SimulatedState state;
  private final Device device;

  public Dispatcher(
      SimulatorOptions options,
      SimulatedState state,
      Device device,
      Sessions sessions,
      Faults faults) {
    this.sessions = sessions;
    this.faults = faults;
    this.state = state;
    this.device = device;
    boolean dsm7 = options.dsmVersion() >= 7;
    install(
        InfoApi.NAME,
        dsm7 ? "entry.cgi" : "query.cgi",
        1,
        1,
        InfoApi.METHODS,
        false,
        new InfoApi(installed::values));
    install(
        AuthApi.NAME,
        dsm7 ? "entry.cgi" : "auth.cgi",
        3,
        dsm7 ? 7 : 6,
        AuthApi.METHODS,
        false,
        new AuthApi(options, sessions));
    if (options.compoundSupported()) {
      CompoundApi compound = new CompoundApi(options.maxCompound(), this::inner);
      install(CompoundApi.NAME, "entry.cgi", 1, 2, CompoundApi.METHODS, true, compound);
    }
    if (options.cloudSyncInstalled()) {
      CloudSyncApi cloudSync = new CloudSyncApi(state, device, options);
      install(CloudSyncApi.NAME, "entry.cgi", 1, 1, cloudSync.methods(), true, cloudSync);
    }
  }

  private void install(
      String name,
      String path,
      int minVersion,
      int maxVersion,
      Set<String> methods,
      boolean needsSession,
      ApiHandler handler) {
    installed.put(
        name,
        new ApiDescription(name, path, minVersion, maxVersion, methods, needsSession, handler));
  }

  Reply dispatch(WebRequest request, RecordedRequest recorded) {
    state.within(tree -> {
      device.request(new TreeState(tree), recorded.number());
      return tree;
    });
    try {
      ApiDescription api = find(request.api(), request.method(), request.version());
      if (!serves(request.program(), api)) {
        throw new ApiException(ErrorCode.NO_SUCH_API);
      }
      Session session = api.needsSession() ? sessions.check(request) : null;
      if (!recorded.compound()) {
        failWhereDue(recorded.calls().getFirst());
      }
      Parameters parameters = Parameters.ofText(request.parameters());
      int version = Integer.parseInt(request.version());
      Answer answer =
          api.handler()
              .handle(
                  new Call(
                      api,
                      request.method(),
                      version,
                      parameters,
                      request,
                      session,
                      recorded.number(),
                      false));
      return new Reply(Envelope.success(answer.data()), answer.cookie());
    } catch (ApiException e) {
      return new Reply(Envelope.failure(e), null);
    }
  }

  private ObjectNode inner(ObjectNode inner, Call outer) {
    RecordedCall recorded = RequestLog.describe(inner);
    try {
      ApiDescription api = find(recorded.api(), recorded.method(), recorded.version());
      failWhereDue(recorded);
      Call call =
          new Call(
              api,
              recorded.method(),
              Integer.parseInt(recorded.version()),
              Parameters.ofJson(inner),
              outer.request(),
              outer.session(),
              outer.number(),
              true);
      return Envelope.success(api.handler().handle(call).data());
    } catch (ApiException e) {
      return Envelope.failure(e);
    }
  }

  private ApiDescription find(String name, String method, String version) {
    if (name.isEmpty() || method.isEmpty() || version.isEmpty()) {
      throw new ApiException(ErrorCode.NAME_MISSING);
    }
    ApiDescription api = installed.get(name);
    if (api == null) {
      throw new ApiException(ErrorCode.NO_SUCH_API);
    }
    boolean number = version.matches("[0-9]{1,4}");
    int parsed = number ? Integer.parseInt(version) : -1;
    if (parsed < api.minVersion() || parsed > api.maxVersion()) {
      throw new ApiException(ErrorCode.NO_SUCH_VERSION);
    }
    if (!api.methods().contains(method)) {
      throw new ApiException(ErrorCode.NO_SUCH_METHOD);
    }
    return api;
  }

  private void failWhereDue(RecordedCall call) {
    FaultSpec.ApiError fault = faults.onCall(call);
    if (fault != null) {
      throw new ApiException(fault.code());
    }
  }

  /** entry.cgi serves every API; auth.cgi and query.cgi only the one that each is there for. */
  private static boolean serves(String program, ApiDescription api) {
    return switch (program) {
      case "entry.cgi" -> true;
      case "auth.cgi" -> api.name().equals(AuthApi.NAME);
      case "query.cgi" -> api.name().equals(InfoApi.NAME);
      default -> false;
    };
  }
}
