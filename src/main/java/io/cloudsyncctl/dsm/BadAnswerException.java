package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** The NAS, or something in its place, answered what no DSM answers. */
public final class BadAnswerException extends DsmException {
  private static final long serialVersionUID = 1L;

  /**
   * An answer that cannot be used.
   *
   * @param what what came, escaped
   * @param cause the likely cause and what to do
   */
  public BadAnswerException(Location.OnNas at, String what, String cause) {
    this(at, what, cause, FailureMode.FINAL, null);
  }

  BadAnswerException(
      Location.OnNas at, String what, String cause, FailureMode mode, @Nullable Throwable behind) {
    this(
        Diagnostic.error("bad-answer", what, at, cause), Certainty.MAY_HAVE_HAPPENED, mode, behind);
  }

  private BadAnswerException(
      Diagnostic diagnostic, Certainty certainty, FailureMode mode, @Nullable Throwable behind) {
    super(diagnostic, FailureKind.FAILED, certainty, mode, behind);
  }

  @Override
  BadAnswerException copy(Certainty known) {
    return new BadAnswerException(diagnostic(), known, mode(), getCause());
  }
}
