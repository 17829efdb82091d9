package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;
import org.jspecify.annotations.Nullable;

/** Something between us and a NAS went wrong; its diagnostic says all that the user needs. */
public abstract sealed class DsmException extends RuntimeException
    permits NasUnreachableException,
        LoginRefusedException,
        ApiRefusedException,
        BadAnswerException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;
  private final FailureKind kind;
  private final Certainty certainty;
  private final FailureMode mode;

  DsmException(
      Diagnostic diagnostic,
      FailureKind kind,
      Certainty certainty,
      FailureMode mode,
      @Nullable Throwable cause) {
    super(diagnostic.text(), cause);
    this.diagnostic = diagnostic;
    this.kind = kind;
    this.certainty = certainty;
    this.mode = mode;
  }

  /** What to tell the user. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /** What kind of failure it is; the exit code follows from it. */
  public FailureKind kind() {
    return kind;
  }

  /** If the call was a write: whether it certainly did not happen. */
  public Certainty certainty() {
    return certainty;
  }

  public FailureMode mode() {
    return mode;
  }

  /** The same failure, with what is known of the write by now. */
  public final DsmException with(Certainty known) {
    if (known == certainty) {
      return this;
    }
    DsmException copy = copy(known);
    copy.setStackTrace(getStackTrace());
    for (Throwable suppressed : getSuppressed()) {
      copy.addSuppressed(suppressed);
    }
    return copy;
  }

  abstract DsmException copy(Certainty known);
}
