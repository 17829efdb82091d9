package io.cloudsyncctl.dsm.tls;

import com.google.common.base.Throwables;
import io.cloudsyncctl.dsm.HostileText;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Another trust manager's verdict, with its refusals in words and the certificate's SHA-256. */
final class ExplainingTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager authorities;

  ExplainingTrust(X509ExtendedTrustManager authorities) {
    this.authorities = authorities;
  }

  private interface Check {
    void run() throws CertificateException;
  }

  private static void explain(X509Certificate[] chain, Check check) throws CertificateException {
    try {
      check.run();
    } catch (CertificateException e) {
      throw new UntrustedCertificateException(why(e), CertificateTrust.fingerprint(chain[0]), e);
    }
  }

  private static String why(CertificateException refusal) {
    if (causedBy(refusal, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    if (causedBy(refusal, CertificateNotYetValidException.class)) {
      return "its certificate is not valid yet";
    }
    if (causedBy(refusal, CertPathBuilderException.class)
        || causedBy(refusal, CertPathValidatorException.class)) {
      return "its certificate is not signed by an authority that is trusted here";
    }
    String message = String.valueOf(refusal.getMessage());
    return message.contains("subject alternative") || message.contains("No name matching")
        ? "its certificate is for another host name"
        : "its certificate is not accepted: " + HostileText.escape(message);
  }

  private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
    return Throwables.getCausalChain(failure).stream().anyMatch(type::isInstance);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    explain(chain, () -> authorities.checkServerTrusted(chain, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    explain(chain, () -> authorities.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    explain(chain, () -> authorities.checkServerTrusted(chain, authType));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    authorities.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    authorities.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    authorities.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.getAcceptedIssuers();
  }
}
