package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
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
    this(
        Diagnostic.error(
            DiagnosticCode.API_REFUSED,
            "the NAS refused with code "
                + error.code()
                + ": "
                + error.meaning()
                + RefusalDetails.of(call, error),
            new Location.OnNas(nas, call.method(), subject),
            error.hint()),
        error);
  }

  private ApiRefusedException(Diagnostic diagnostic, ApiError error) {
    super(diagnostic, FailureKind.FAILED, error.certainty(), FailureMode.FINAL, null);
    this.error = error;
  }

  /** What the NAS said. */
  public ApiError error() {
    return error;
  }

  @Override
  ApiRefusedException copy(Certainty known) {
    return new ApiRefusedException(diagnostic(), error.with(known));
  }
}
