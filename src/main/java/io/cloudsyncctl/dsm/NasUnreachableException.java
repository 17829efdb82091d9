package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** No answer came: the NAS could not be reached, trusted or waited for. */
public final class NasUnreachableException extends DsmException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure of the transport.
   *
   * @param diagnostic its code is {@code nas-connection-refused}, {@code nas-unknown-host}, {@code
   *     nas-timeout}, {@code nas-not-trusted}, {@code nas-tls-failed}, {@code nas-connection-lost}
   *     or {@code interrupted}
   */
  public NasUnreachableException(
      Diagnostic diagnostic, Certainty certainty, FailureMode mode, @Nullable Throwable cause) {
    super(diagnostic, FailureKind.UNREACHABLE, certainty, mode, cause);
  }

  /** The thread was interrupted or the session closed while a call waited or was under way. */
  public static NasUnreachableException interrupted(
      String how, Location.OnNas at, Certainty certainty, @Nullable Throwable cause) {
    return new NasUnreachableException(
        Diagnostic.error(DiagnosticCode.INTERRUPTED, how, at, null),
        certainty,
        FailureMode.ABANDONED,
        cause);
  }

  @Override
  NasUnreachableException copy(Certainty known) {
    return new NasUnreachableException(diagnostic(), known, mode(), getCause());
  }
}
