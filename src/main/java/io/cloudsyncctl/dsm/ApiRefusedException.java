package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** The NAS refused a call. */
public final class ApiRefusedException extends DsmException {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  /**
   * A refusal.
   *
   * @param subject what the call was about, such as {@code connection 3}
   */
  public ApiRefusedException(String nas, ApiCall call, @Nullable String subject, ApiError error) {
    super(
        Diagnostic.error(
            "api-refused",
            "the NAS refused with code "
                + error.code()
                + ": "
                + error.meaning()
                + RefusalDetails.of(call, error),
            new Location.OnNas(nas, call.method(), subject),
            error.hint()),
        FailureKind.FAILED,
        error.certainty(),
        null);
    this.error = error;
  }

  /** What the NAS said. */
  public ApiError error() {
    return error;
  }
}
