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
    this(at, what, cause, null);
  }

  BadAnswerException(Location.OnNas at, String what, String cause, @Nullable Throwable behind) {
    super(
        Diagnostic.error("bad-answer", what, at, cause),
        FailureKind.FAILED,
        Certainty.MAY_HAVE_HAPPENED,
        behind);
  }
}
