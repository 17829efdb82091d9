package io.cloudsyncctl.simulator.api;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One login that has not logged out. */
public final class Session {
  private final String id;
  private final Caller caller;
  private final @Nullable String token;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int endedWith;

  public Session(String id, Caller caller, @Nullable String token) {
    this.id = id;
    this.caller = caller;
    this.token = token;
  }

  public String id() {
    return id;
  }

  public Caller caller() {
    return caller;
  }

  /** What every request has to carry in X-SYNO-TOKEN; null where the login asked for none. */
  @Nullable
  public String token() {
    return token;
  }

  public int countRequest() {
    return requests.incrementAndGet();
  }

  /** The code that requests of this session answer from now on. */
  public void end(int code) {
    endedWith = code;
  }

  /** 0 while the session lives. */
  public int endedWith() {
    return endedWith;
  }
}
