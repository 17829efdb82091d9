package io.cloudsyncctl.dsm.tls;

import com.google.common.hash.Hashing;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.dsm.TargetWords;
import io.cloudsyncctl.model.desired.NasTarget.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.jspecify.annotations.Nullable;

/** How a server's certificate is verified. */
public final class CertificateTrust {
  private CertificateTrust() {}

  public static TlsSocketStrategy strategy(Tls tls, TargetWords words) {
    return switch (tls) {
      case Tls.SystemTrust() -> verifying(authorities(null));
      case Tls.AuthorityFile(Path file) -> verifying(authorities(load(file, words)));
      case Tls.Pinned(String sha256) ->
          withoutHostName(new LeafTrust(sha256.toLowerCase(Locale.ROOT)));
      case Tls.Unverified() -> withoutHostName(new LeafTrust(null));
    };
  }

  /** The trust manager checks the host name too, since the policy is the runtime's own. */
  private static TlsSocketStrategy verifying(X509ExtendedTrustManager authorities) {
    return ClientTlsStrategyBuilder.create()
        .setSslContext(context(new ExplainingTrust(authorities)))
        .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
        .buildClassic();
  }

  private static TlsSocketStrategy withoutHostName(TrustManager trust) {
    return ClientTlsStrategyBuilder.create()
        .setSslContext(context(trust))
        .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
        .setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
        .buildClassic();
  }

  private static SSLContext context(TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }

  private static X509ExtendedTrustManager authorities(@Nullable KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager trust) {
          return trust;
        }
      }
      throw new IllegalStateException("this Java runtime verifies no certificates");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime verifies no certificates", e);
    }
  }

  private static KeyStore load(Path file, TargetWords words) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw unusable(file, "holds no certificate", null, words);
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      return store;
    } catch (IOException e) {
      throw unusable(file, "cannot be read", e, words);
    } catch (GeneralSecurityException e) {
      throw unusable(file, "is no PEM file of certificates", e, words);
    }
  }

  private static DiagnosticException unusable(
      Path file, String why, @Nullable Exception cause, TargetWords words) {
    return new DiagnosticException(
        FailureKind.BAD_INPUT,
        Diagnostic.error(
            DiagnosticCode.CA_FILE_UNUSABLE,
            "the certificate file " + file + " " + why,
            null,
            words.authorityFile()
                + " names a PEM file with the authority that signed the NAS's"
                + " certificate"),
        cause);
  }

  /** The SHA-256 of a certificate, 64 hexadecimal digits in lower case. */
  public static String fingerprint(X509Certificate certificate) throws CertificateException {
    return Hashing.sha256().hashBytes(certificate.getEncoded()).toString();
  }
}
