package io.cloudsyncctl.dsm.transport;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same with many things at the same time, with as many at once as the pool has room. */
public final class AtOnce {
  private AtOnce() {}

  /** The results in the order of the things; the first failure ends the rest. */
  public static <T, R> ImmutableList<R> map(List<T> things, Function<T, R> work)
      throws InterruptedException {
    if (things.size() <= 1) {
      return things.stream().map(work).collect(ImmutableList.toImmutableList());
    }
    Semaphore places = new Semaphore(HttpTransport.MAX_REQUESTS);
    List<Future<R>> futures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T thing : things) {
        futures.add(threads.submit(() -> inPlace(places, thing, work)));
      }
      try {
        return collect(futures);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static <T, R> R inPlace(Semaphore places, T thing, Function<T, R> work)
      throws InterruptedException {
    places.acquire();
    try {
      return work.apply(thing);
    } finally {
      places.release();
    }
  }

  private static <R> ImmutableList<R> collect(List<Future<R>> futures) throws InterruptedException {
    ImmutableList.Builder<R> results = ImmutableList.builder();
    for (Future<R> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        Throwable failure = Objects.requireNonNull(e.getCause());
        Throwables.throwIfUnchecked(failure);
        throw new IllegalStateException(failure);
      }
    }
    return results.build();
  }
}
