package io.cloudsyncctl.fleet;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.dsm.DsmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same to many NAS, some at the same time, each by itself. */
public final class FleetExecutor {
  private final int concurrency;

  /**
   * A fleet.
   *
   * @param concurrency how many NAS are worked on at the same time
   */
  public FleetExecutor(int concurrency) {
    this.concurrency = concurrency;
  }

  /**
   * One unit of work.
   *
   * @param nas the name of the NAS, for the outcome
   */
  public record Job<I>(String nas, I input) {}

  /** The outcomes, in the order of the jobs. What a job throws is its own outcome. */
  public <I, T> ImmutableList<NasOutcome<T>> run(List<Job<I>> jobs, Function<I, T> work) {
    Semaphore places = new Semaphore(concurrency);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<NasOutcome<T>>> futures = new ArrayList<>();
      for (Job<I> job : jobs) {
        futures.add(
            threads.submit(() -> {
              places.acquire();
              try {
                return one(job, work);
              } finally {
                places.release();
              }
            }));
      }
      ImmutableList.Builder<NasOutcome<T>> outcomes = ImmutableList.builder();
      for (Future<NasOutcome<T>> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes.build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while working on several NAS", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <I, T> NasOutcome<T> one(Job<I> job, Function<I, T> work) {
    try {
      return new NasOutcome.Done<>(job.nas(), work.apply(job.input()));
    } catch (DiagnosticException e) {
      return new NasOutcome.Failed<>(job.nas(), e.kind(), e.diagnostics());
    } catch (DsmException e) {
      return new NasOutcome.Failed<>(job.nas(), e.kind(), ImmutableList.of(e.diagnostic()));
    }
  }
}
