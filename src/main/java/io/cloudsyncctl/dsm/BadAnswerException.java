package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** The NAS, or something in its place, answered what no DSM answers. */
public final class BadAnswerException extends DsmException {
  private static final long serialVersionUID = 1L;

  private final boolean json;

  /**
   * An answer that cannot be used.
   *
   * @param what what came, escaped
   * @param cause the likely cause and what to do
   */
  public BadAnswerException(Location.OnNas at, String what, String cause) {
    this(at, what, cause, FailureMode.FINAL, true, null);
  }

  public BadAnswerException(
      Location.OnNas at,
      String what,
      String cause,
      FailureMode mode,
      boolean json,
      @Nullable Throwable behind) {
    this(
        Diagnostic.error(DiagnosticCode.BAD_ANSWER, what, at, cause),
        Certainty.MAY_HAVE_HAPPENED,
        mode,
        json,
        behind);
  }

  private BadAnswerException(
      Diagnostic diagnostic,
      Certainty certainty,
      FailureMode mode,
      boolean json,
      @Nullable Throwable behind) {
    super(diagnostic, FailureKind.FAILED, certainty, mode, behind);
    this.json = json;
  }

  /**
   * Whether it was JSON, or meant to be: the NAS itself said it, and not something that stands in
   * front of it, and may say better of something else.
   */
  public boolean json() {
    return json;
  }

  @Override
  BadAnswerException copy(Certainty known) {
    return new BadAnswerException(diagnostic(), known, mode(), json, getCause());
  }
}
