package io.cloudsyncctl.cloudsync;

import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.Relay;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call on a fresh NAS with at most one fault.
 *
 * @param result what the call gave, or null where it failed
 * @param failure how it failed, or null
 * @param requests how many requests held the method
 */
record FaultRun(
    @Nullable Object result,
    @Nullable DsmException failure,
    String stateBefore,
    String state,
    long requests,
    long logins,
    int sessionsLeft) {
  /** Long enough for a machine that is busy with other tests; only late answers wait for it. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  static FaultRun of(FaultyCall call, @Nullable WireFault fault) {
    try (SimulatedNas nas = SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
        Relay relay = Relay.to(nas.url())) {
      String before = nas.state().toJson().toString();
      if (fault != null) {
        nas.injectFaults(new Once(nas, relay, call, fault));
      }
      Object result = null;
      DsmException failure = null;
      try (DsmSession session = open(relay)) {
        result = call.work().apply(session);
      } catch (DsmException e) {
        failure = e;
      }
      return new FaultRun(
          result,
          failure,
          before,
          nas.state().toJson().toString(),
          nas.requests().stream().filter(request -> holds(request, call.method())).count(),
          nas.requests().stream().filter(request -> holds(request, "login")).count(),
          nas.activeSessions());
    }
  }

  private static DsmSession open(Relay relay) {
    RetryPolicy retries =
        new RetryPolicy(4, Duration.ofMillis(500), _ -> relay.listen(), new Random(7));
    return CloudSyncApi.open(
        new DsmEndpoint(
            "office",
            relay.url(),
            new NasTarget.Tls.SystemTrust(),
            new DsmEndpoint.Timeouts(Duration.ofSeconds(30), SILENCE, Duration.ofSeconds(60))),
        new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION),
        SessionOptions.standard().withRetries(retries));
  }

  private static boolean holds(RecordedRequest request, String method) {
    return request.calls().stream().anyMatch(one -> one.method().equals(method));
  }

  /** Lets the first request of the method go wrong. */
  private static final class Once implements FaultInjector {
    private final SimulatedNas nas;
    private final Relay relay;
    private final FaultyCall call;
    private final WireFault fault;
    private final AtomicBoolean due = new AtomicBoolean(true);

    Once(SimulatedNas nas, Relay relay, FaultyCall call, WireFault fault) {
      this.nas = nas;
      this.relay = relay;
      this.call = call;
      this.fault = fault;
    }

    @Override
    public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
      if (fault == WireFault.REFUSED) {
        if (holds(request, call.before()) && due.getAndSet(false)) {
          relay.refuse();
          return new FaultSpec.LastOfConnection();
        }
        return null;
      }
      boolean ofCalls = fault == WireFault.PARTLY_FAILED || (fault.code() != 0 && !call.compound());
      boolean here =
          holds(request, call.method())
              && (fault.losesSession() || !ofCalls)
              && due.getAndSet(false);
      if (!here) {
        return null;
      }
      if (fault.losesSession()) {
        nas.endSessions(fault.code());
        return null;
      }
      return fault.ofRequest() != null ? fault.ofRequest() : refusal(fault.code());
    }

    /** The fault injector refuses single calls; a compound as a whole is refused by its answer. */
    private static FaultSpec.RawAnswer refusal(int code) {
      return new FaultSpec.RawAnswer(
          200, "text/plain", "{\"success\":false,\"error\":{\"code\":%d}}".formatted(code), false);
    }

    @Override
    public FaultSpec.@Nullable ApiError onCall(RecordedCall one) {
      boolean ofCalls =
          fault == WireFault.PARTLY_FAILED
              || (fault.code() != 0 && !call.compound() && !fault.losesSession());
      String method =
          fault == WireFault.PARTLY_FAILED && call.kind() == FaultyCall.Kind.ONCE
              ? Getters.TASKS
              : call.method();
      return ofCalls && one.method().equals(method) && due.getAndSet(false)
          ? new FaultSpec.ApiError(fault.code())
          : null;
    }
  }
}
