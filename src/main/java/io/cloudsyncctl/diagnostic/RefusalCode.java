package io.cloudsyncctl.diagnostic;

/** The codes of the guards that stop an apply or undo before anything is written. */
public enum RefusalCode {
  RISK_NOT_ACCEPTED(DiagnosticCode.RISK_NOT_ACCEPTED),
  TOO_MANY_REMOVALS(DiagnosticCode.TOO_MANY_REMOVALS),
  PROTECTED(DiagnosticCode.PROTECTED),
  BLOCKED_CHANGE(DiagnosticCode.BLOCKED_CHANGE),
  NOT_AMAZON_S3(DiagnosticCode.NOT_AMAZON_S3),
  NAS_MOVED(DiagnosticCode.NAS_MOVED),
  NOT_AT_REST(DiagnosticCode.NOT_AT_REST),
  PLAN_INCOMPLETE(DiagnosticCode.PLAN_INCOMPLETE),
  NAS_LOCKED(DiagnosticCode.NAS_LOCKED),
  PLAN_STALE(DiagnosticCode.PLAN_STALE),
  PLAN_FILE_UNUSABLE(DiagnosticCode.PLAN_FILE_UNUSABLE, FailureKind.BAD_INPUT),
  OTHER_NAS(DiagnosticCode.OTHER_NAS, FailureKind.BAD_INPUT),
  RECORD_OF_ANOTHER_NAS(DiagnosticCode.RECORD_OF_ANOTHER_NAS);

  private final DiagnosticCode code;
  private final FailureKind kind;

  RefusalCode(DiagnosticCode code) {
    this(code, FailureKind.REFUSED);
  }

  RefusalCode(DiagnosticCode code, FailureKind kind) {
    this.code = code;
    this.kind = kind;
  }

  public DiagnosticCode code() {
    return code;
  }

  /** The kind of failure that it is where nothing was written before. */
  public FailureKind kind() {
    return kind;
  }
}
