package io.cloudsyncctl.simulator.fault;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The faults that are due: those queued one by one, then those of the test's own injector. */
public final class Faults {
  private final Queue<FaultSpec.OfRequest> requests = new ConcurrentLinkedQueue<>();
  private final Queue<FaultSpec.ApiError> calls = new ConcurrentLinkedQueue<>();
  private volatile FaultInjector injector = new FaultInjector() {};

  public void injector(FaultInjector value) {
    injector = value;
  }

  public void add(FaultSpec fault) {
    switch (fault) {
      case FaultSpec.OfRequest ofRequest -> requests.add(ofRequest);
      case FaultSpec.ApiError apiError -> calls.add(apiError);
    }
  }

  public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
    FaultSpec.OfRequest queued = requests.poll();
    return queued != null ? queued : injector.onRequest(request);
  }

  public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
    FaultSpec.ApiError queued = calls.poll();
    return queued != null ? queued : injector.onCall(call);
  }
}
