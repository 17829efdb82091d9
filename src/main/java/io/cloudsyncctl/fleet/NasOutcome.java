package io.cloudsyncctl.fleet;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;
import java.util.Optional;
import java.util.function.Function;

/** What came of the work on one NAS of a run. */
public sealed interface NasOutcome<T> {

  /** The name of the NAS. */
  String nas();

  /** What came of it; empty where it failed. */
  default Optional<T> result() {
    return switch (this) {
      case Done<T>(var _, T value) -> Optional.of(value);
      case Failed<T> _ -> Optional.empty();
    };
  }

  /** The same outcome, of something made from its result. */
  default <R> NasOutcome<R> map(Function<? super T, R> make) {
    return switch (this) {
      case Done<T>(String nas, T value) -> new Done<>(nas, make.apply(value));
      case Failed<T>(String nas, FailureKind kind, var diagnostics) ->
          new Failed<>(nas, kind, diagnostics);
    };
  }

  /** It came to an end. */
  record Done<T>(String nas, T value) implements NasOutcome<T> {}

  /** It failed, and why. */
  record Failed<T>(String nas, FailureKind kind, ImmutableList<Diagnostic> diagnostics)
      implements NasOutcome<T> {}
}
