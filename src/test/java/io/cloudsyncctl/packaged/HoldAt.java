package io.cloudsyncctl.packaged;

import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds one request until its NAS is closed, before or after it takes effect. */
final class HoldAt implements FaultInjector {
  private static final Duration FOREVER = Duration.ofHours(1);

  private final Predicate<RecordedRequest> these;
  private final int earlier;
  private final boolean afterActing;
  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch reached = new CountDownLatch(1);

  private HoldAt(Predicate<RecordedRequest> these, int earlier, boolean afterActing) {
    this.these = these;
    this.earlier = earlier;
    this.afterActing = afterActing;
  }

  /** A request that calls a method, after others that do. */
  static HoldAt call(String method, int earlier, boolean afterActing) {
    return new HoldAt(
        request -> request.calls().stream().anyMatch(call -> call.method().equals(method)),
        earlier,
        afterActing);
  }

  /**
   * One request of all.
   *
   * @param number counts from 1
   */
  static HoldAt request(int number, boolean afterActing) {
    return new HoldAt(_ -> true, number - 1, afterActing);
  }

  /** Counted down once the request is held. */
  CountDownLatch reached() {
    return reached;
  }

  @Override
  public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
    if (!these.test(request) || seen.getAndIncrement() != earlier) {
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
