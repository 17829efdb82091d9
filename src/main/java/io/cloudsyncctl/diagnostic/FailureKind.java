package io.cloudsyncctl.diagnostic;

/** The kinds of failure that lead to different exit codes (see the table of exit codes). */
public enum FailureKind {
  /** Something went wrong before anything was written. */
  FAILED,
  /** A guard or policy said no, or the NAS has moved since the plan; nothing was written. */
  REFUSED,
  /** Some writes were made and the result is not what was asked for. */
  PARTLY_APPLIED,
  /** The NAS could not be reached or refused the login. */
  UNREACHABLE,
  /** The command line is wrong. */
  USAGE,
  /** A file is wrong: YAML, a state file, a record. */
  BAD_INPUT
}
