package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** HTTPS with a certificate of its own. */
class TlsTest extends SimulatorTestCase {

  private static X509Certificate certificate(SimulatedNas nas) throws Exception {
    byte[] pem = nas.certificatePem().getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private static HttpClient trusting(X509Certificate certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("nas", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void aClientThatTrustsTheCertificateIsServed() throws Exception {
    SimulatedNas nas = start(SimulatorOptions.builder().tls(true));

    assertThat(nas.url().getScheme()).isEqualTo("https");
    try (Wire wire = new Wire(nas, trusting(certificate(nas)))) {
      assertThat(wire.login().data("get_config").path("worker_count").intValue()).isEqualTo(3);
    }
  }

  @Test
  void aClientThatDoesNotTrustItIsNot() {
    Wire wire = wire(start(SimulatorOptions.builder().tls(true)));

    assertThatThrownBy(wire::login)
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void theCertificateOfOneNasIsNotTheOthers() throws Exception {
    SimulatedNas one = start(SimulatorOptions.builder().tls(true));
    SimulatedNas other = start(SimulatorOptions.builder().tls(true));

    try (Wire wire = new Wire(other, trusting(certificate(one)))) {
      assertThatThrownBy(wire::login).hasCauseInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void theCertificateIsForThisMachineAndItsOwnIssuer() throws Exception {
    X509Certificate certificate = certificate(start(SimulatorOptions.builder().tls(true)));

    certificate.checkValidity();
    certificate.verify(certificate.getPublicKey());
    assertThat(
            certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1))))
        .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(certificate.getKeyUsage()[0]).isTrue();
    assertThat(certificate.getKeyUsage()[5]).isTrue();
  }

  @Test
  void withoutTlsThereIsNoCertificate() {
    SimulatedNas nas = startDemo();

    assertThatThrownBy(nas::certificatePem)
        .hasMessage("this simulated NAS was started without TLS");
  }
}
