package io.cloudsyncctl.dsm;

import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import com.google.common.base.Throwables;
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
    for (Throwable cause : Throwables.getCausalChain(refusal)) {
      switch (cause) {
        case CertificateExpiredException _ -> {
          return "its certificate has expired";
        }
        case CertificateNotYetValidException _ -> {
          return "its certificate is not valid yet";
        }
        case CertPathBuilderException _ -> {
          return "its certificate is not signed by an authority that is trusted here";
        }
        default -> {}
      }
    }
    String message = String.valueOf(refusal.getMessage());
    return message.contains("subject alternative") || message.contains("No name matching")
        ? "its certificate is for another host name"
        : "its certificate is not accepted: " + HostileText.escape(message);
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
