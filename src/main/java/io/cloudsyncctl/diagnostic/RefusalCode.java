package io.cloudsyncctl.diagnostic;

import java.util.Locale;

/**
 * The guards that stop an apply or undo before anything is written; {@code docs/errors.md} explains
 * each.
 */
public enum RefusalCode {
  /** A change may delete files or removes something, and nobody accepted that. */
  RISK_NOT_ACCEPTED,
  /** More would be removed than is allowed. */
  TOO_MANY_REMOVALS,
  /** What is under {@code protect: true} would be put at risk. */
  PROTECTED,
  /** A change cannot be written as it is declared. */
  BLOCKED_CHANGE,
  /** The connection of a new task is not, or no longer, one whose tasks the API can create. */
  NOT_AMAZON_S3,
  /** The NAS is no longer what the plan was made from, or what a run left. */
  NAS_MOVED,
  /** A connection does not rest, so nothing that may delete files is written to it. */
  NOT_AT_REST,
  /** The plan was made while this login could not read all that it can read now. */
  PLAN_INCOMPLETE,
  /** Another apply or undo of the NAS is under way. */
  NAS_LOCKED,
  /** What a saved plan was made from is no longer declared so. */
  PLAN_STALE,
  /** A saved plan was edited, is of another version or of another NAS. */
  PLAN_FILE_UNUSABLE(FailureKind.BAD_INPUT),
  /** A run that is to be undone was on another NAS. */
  OTHER_NAS(FailureKind.BAD_INPUT),
  /** The record of the NAS would replace that of another one. */
  RECORD_OF_ANOTHER_NAS;

  private final FailureKind kind;

  RefusalCode() {
    this(FailureKind.REFUSED);
  }

  RefusalCode(FailureKind kind) {
    this.kind = kind;
  }

  /** The stable kebab-case code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of failure that it is where nothing was written before. */
  public FailureKind kind() {
    return kind;
  }
}
