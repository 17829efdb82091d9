package io.cloudsyncctl.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.dsm.tls.CertificateTrust;
import io.cloudsyncctl.model.desired.NasTarget.Tls;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
  private SimulatedNas nas;

  @BeforeAll
  void start() {
    nas = SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.builder().tls(true).build());
  }

  @AfterAll
  void stop() {
    nas.close();
  }

  private void open(URI url, Tls tls) {
    DsmSession.open(
            new DsmEndpoint("office", url, tls),
            new Credentials("admin", new Secret("simulated"), "FileStation"),
            SessionOptions.standard())
        .close();
  }

  private String fingerprint() throws CertificateException {
    byte[] pem = nas.certificatePem().getBytes(StandardCharsets.US_ASCII);
    return CertificateTrust.fingerprint(
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem)));
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_refused_and_the_ways_out_are_named()
      throws CertificateException {
    DsmException failure =
        catchThrowableOfType(DsmException.class, () -> open(nas.url(), new Tls.SystemTrust()));

    assertThat(failure)
        .hasMessage(
            "office: query: error[nas-not-trusted]: "
                + nas.url()
                + " is not trusted: its certificate is not signed by an authority that is trusted"
                + " here\n  hint: name the authority that signed it in nas.tls.ca_file, or, if"
                + " SHA-256 "
                + fingerprint()
                + " is what DSM shows for its own certificate, put that into nas.tls.pin_sha256");
    assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
    assertThat(failure.certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN);
  }

  @Test
  void a_pinned_certificate_is_trusted_and_another_is_not() throws CertificateException {
    open(nas.url(), new Tls.Pinned(fingerprint()));
    open(nas.url(), new Tls.Pinned(fingerprint().toUpperCase(Locale.ROOT)));

    assertThat(
            catchThrowableOfType(
                DsmException.class, () -> open(nas.url(), new Tls.Pinned("0".repeat(64)))))
        .hasMessageStartingWith(
            "office: query: error[nas-not-trusted]: "
                + nas.url()
                + " is not trusted: its certificate is not the pinned one\n");
  }

  @Test
  void without_verification_any_certificate_will_do() {
    open(nas.url(), new Tls.Unverified());
  }

  @Test
  void an_authority_file_is_trusted_and_nobody_else(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), nas.certificatePem());
    open(nas.url(), new Tls.AuthorityFile(file));

    try (SimulatedNas other =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.builder().tls(true).build())) {
      assertThat(
              catchThrowableOfType(
                  DsmException.class, () -> open(other.url(), new Tls.AuthorityFile(file))))
          .hasMessageContaining(
              "its certificate is not signed by an authority that is trusted here");
    }
  }

  @Test
  void a_file_that_holds_no_certificates_is_named(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path text = Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nx\n");
    Path missing = folder.resolve("missing.pem");
    String hint =
        "\n  hint: nas.tls.ca_file names a PEM file with the authority that signed the NAS's"
            + " certificate";

    assertThat(unusable(empty))
        .isEqualTo(
            "error[ca-file-unusable]: the certificate file "
                + empty
                + " holds no certificate"
                + hint);
    assertThat(unusable(text))
        .isEqualTo(
            "error[ca-file-unusable]: the certificate file "
                + text
                + " is no PEM file of certificates"
                + hint);
    assertThat(unusable(missing))
        .isEqualTo(
            "error[ca-file-unusable]: the certificate file " + missing + " cannot be read" + hint);
  }

  private String unusable(Path file) {
    DiagnosticException failure =
        catchThrowableOfType(
            DiagnosticException.class, () -> open(nas.url(), new Tls.AuthorityFile(file)));
    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_INPUT);
    return String.valueOf(failure.getMessage());
  }

  @Test
  void https_on_a_port_of_http_is_explained() throws IOException {
    try (RawServer plain = RawServer.start("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      URI url = URI.create(plain.url().toString().replace("http:", "https:"));

      assertThat(catchThrowableOfType(DsmException.class, () -> open(url, new Tls.SystemTrust())))
          .hasMessage(
              "office: query: error[nas-tls-failed]: no TLS connection to "
                  + url
                  + ": Unsupported or unrecognized SSL message\n  hint: does that port speak https?"
                  + " check nas.url: DSM listens on port 5000 for http and 5001 for https unless it"
                  + " was changed");
    }
  }
}
