package io.cloudsyncctl.apply.operation;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;

/** What came of one operation. */
public sealed interface OperationOutcome {
  Operation operation();

  /** It was done, and reading back showed it, where it can be read. */
  record Done(Operation operation) implements OperationOutcome {}

  /**
   * It failed.
   *
   * @param uncertain whether the NAS may have done it all the same
   * @param stop what of the run ends with it
   */
  record Failed(Operation operation, Diagnostic diagnostic, boolean uncertain, Stop stop)
      implements OperationOutcome {

    /** One that ends the run. */
    public Failed(Operation operation, Diagnostic diagnostic, boolean uncertain) {
      this(operation, diagnostic, uncertain, Stop.ALL);
    }

    /** Whether nobody knows more than that; what came of a pause was looked at. */
    public boolean mayBeDone() {
      return uncertain
          && diagnostic.code() != DiagnosticCode.NOT_AT_REST
          && diagnostic.code() != DiagnosticCode.LEFT_PAUSED;
    }
  }

  /** It was not tried, since an earlier one failed. */
  record Skipped(Operation operation) implements OperationOutcome {}

  /**
   * What of the run ends with it. That one connection does not go on, for whatever reason, is none
   * to leave the next one paused.
   */
  default Stop ends() {
    return switch (this) {
      case Done _ -> Stop.NOTHING;
      case Failed failed ->
          failed.stop() == Stop.ALL && operation() instanceof Operation.ResumeConnection
              ? Stop.ALL_BUT_RESUMES
              : failed.stop();
      case Skipped _ -> Stop.ALL;
    };
  }
}
