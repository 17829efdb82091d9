package io.cloudsyncctl.packaged;

import io.cloudsyncctl.simulator.FaultInjector;
import io.cloudsyncctl.simulator.FaultSpec;
import io.cloudsyncctl.simulator.RecordedRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Holds one request until its NAS is closed, before or after it takes effect. */
final class HoldAt implements FaultInjector {
  private static final Duration FOREVER = Duration.ofHours(1);

  private final String method;
  private final int earlier;
  private final boolean afterActing;
  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch reached = new CountDownLatch(1);

  HoldAt(String method, int earlier, boolean afterActing) {
    this.method = method;
    this.earlier = earlier;
    this.afterActing = afterActing;
  }

  /** Counted down once the request is held. */
  CountDownLatch reached() {
    return reached;
  }

  @Override
  public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
    boolean here =
        request.calls().stream().anyMatch(call -> call.method().equals(method))
            && seen.getAndIncrement() == earlier;
    if (!here) {
      return null;
    }
    if (afterActing) {
      return new FaultSpec.Held(() -> {}, this::holdForever);
    }
    reached.countDown();
    return new FaultSpec.Delay(FOREVER, false);
  }

  private void holdForever() {
    reached.countDown();
    try {
      Thread.sleep(FOREVER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
