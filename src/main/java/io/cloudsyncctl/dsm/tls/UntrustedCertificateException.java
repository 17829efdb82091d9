package io.cloudsyncctl.dsm.tls;

import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** A server's certificate was not accepted. */
public final class UntrustedCertificateException extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final String fingerprint;

  /**
   * A refusal.
   *
   * @param why in words
   * @param fingerprint the SHA-256 of the certificate that was offered
   */
  public UntrustedCertificateException(String why, String fingerprint, @Nullable Throwable cause) {
    super(why, cause);
    this.fingerprint = fingerprint;
  }

  public String why() {
    return String.valueOf(getMessage());
  }

  public String fingerprint() {
    return fingerprint;
  }
}
