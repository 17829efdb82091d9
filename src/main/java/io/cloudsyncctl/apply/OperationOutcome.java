package io.cloudsyncctl.apply;

import io.cloudsyncctl.diagnostic.Diagnostic;

/** What came of one operation. */
public sealed interface OperationOutcome {

  Operation operation();

  /** It was done, and reading back showed it, where it can be read. */
  record Done(Operation operation) implements OperationOutcome {}

  /**
   * It failed.
   *
   * @param uncertain whether the NAS may have done it all the same
   */
  record Failed(Operation operation, Diagnostic diagnostic, boolean uncertain)
      implements OperationOutcome {}

  /** It was not tried, since an earlier one failed. */
  record Skipped(Operation operation) implements OperationOutcome {}
}
