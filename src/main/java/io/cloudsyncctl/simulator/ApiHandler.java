package io.cloudsyncctl.simulator;

/** What stands behind one API. */
@FunctionalInterface
interface ApiHandler {
  /** Answers a call whose api, method, version and session were checked; throws ApiException. */
  Answer handle(Call call);
}
