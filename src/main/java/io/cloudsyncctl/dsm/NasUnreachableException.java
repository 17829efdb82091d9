package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** No answer came: the NAS could not be reached, trusted or waited for. */
public final class NasUnreachableException extends DsmException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure of the transport.
   *
   * @param code {@code nas-connection-refused}, {@code nas-unknown-host}, {@code nas-timeout},
   *     {@code nas-not-trusted}, {@code nas-tls-failed}, {@code nas-connection-lost}, {@code
   *     nas-unreachable} or {@code interrupted}
   */
  NasUnreachableException(
      String code,
      String message,
      Location.OnNas at,
      @Nullable String hint,
      Certainty certainty,
      @Nullable Throwable cause) {
    super(Diagnostic.error(code, message, at, hint), FailureKind.UNREACHABLE, certainty, cause);
  }

  /** The thread was interrupted or the session closed while a call waited or was under way. */
  static NasUnreachableException interrupted(
      String how, Location.OnNas at, Certainty certainty, @Nullable Throwable cause) {
    return new NasUnreachableException("interrupted", how, at, null, certainty, cause);
  }
}
