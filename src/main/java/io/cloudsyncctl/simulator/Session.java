package io.cloudsyncctl.simulator;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One login that has not logged out. */
final class Session {
  private final String id;
  private final Caller caller;
  private final @Nullable String token;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int endedWith;

  Session(String id, Caller caller, @Nullable String token) {
    this.id = id;
    this.caller = caller;
    this.token = token;
  }

  String id() {
    return id;
  }

  Caller caller() {
    return caller;
  }

  /** What every request has to carry in X-SYNO-TOKEN; null where the login asked for none. */
  @Nullable String token() {
    return token;
  }

  int countRequest() {
    return requests.incrementAndGet();
  }

  /** The code that requests of this session answer from now on. */
  void end(int code) {
    endedWith = code;
  }

  /** 0 while the session lives. */
  int endedWith() {
    return endedWith;
  }
}
