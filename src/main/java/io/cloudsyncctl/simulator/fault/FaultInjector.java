package io.cloudsyncctl.simulator.fault;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for each request and each API call, whether something goes wrong. Called by many
 * threads.
 */
public interface FaultInjector {

  /** The fault of an HTTP request, or null; asked before anything else is done with it. */
  default FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
    return null;
  }

  /** The fault of one API call, or null; asked once api, method and version are known to exist. */
  default FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
    return null;
  }
}
