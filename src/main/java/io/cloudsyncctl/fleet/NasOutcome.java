package io.cloudsyncctl.fleet;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;

/** What came of the work on one NAS of a run. */
public sealed interface NasOutcome<T> {

  /** The name of the NAS. */
  String nas();

  /** It came to an end. */
  record Done<T>(String nas, T value) implements NasOutcome<T> {}

  /** It failed, and why. */
  record Failed<T>(String nas, FailureKind kind, ImmutableList<Diagnostic> diagnostics)
      implements NasOutcome<T> {}
}
