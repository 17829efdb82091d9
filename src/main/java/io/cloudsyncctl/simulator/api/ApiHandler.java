package io.cloudsyncctl.simulator.api;

/** What stands behind one API. */
@FunctionalInterface
public interface ApiHandler {
  /** Answers a call whose api, method, version and session were checked; throws ApiException. */
  Answer handle(Call call);
}
