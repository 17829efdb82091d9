package io.cloudsyncctl.simulator;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The faults that are due: those queued one by one, then those of the test's own injector. */
final class Faults {
  private final Queue<FaultSpec.OfRequest> requests = new ConcurrentLinkedQueue<>();
  private final Queue<FaultSpec.ApiError> calls = new ConcurrentLinkedQueue<>();
  private volatile FaultInjector injector = new FaultInjector() {};

  void injector(FaultInjector value) {
    injector = value;
  }

  void add(FaultSpec fault) {
    switch (fault) {
      case FaultSpec.OfRequest ofRequest -> requests.add(ofRequest);
      case FaultSpec.ApiError apiError -> calls.add(apiError);
    }
  }

  FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
    FaultSpec.OfRequest queued = requests.poll();
    return queued != null ? queued : injector.onRequest(request);
  }

  FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
    FaultSpec.ApiError queued = calls.poll();
    return queued != null ? queued : injector.onCall(call);
  }
}
