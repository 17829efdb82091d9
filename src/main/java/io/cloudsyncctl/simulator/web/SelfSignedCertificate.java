package io.cloudsyncctl.simulator.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A fresh key and certificate for localhost, made at every start. The JDK has no public API that
 * makes certificates, so this one is encoded by hand (RFC 5280); a key shipped with the program
 * would be everybody's, and whoever trusted its certificate would trust everybody.
 */
public final class SelfSignedCertificate {
  private static final String SIGNATURE_ALGORITHM = "1.2.840.10045.4.3.2";

  private final PrivateKey key;
  private final Certificate certificate;

  private SelfSignedCertificate(PrivateKey key, Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  public static SelfSignedCertificate create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      byte[] content = content(pair.getPublic().getEncoded());
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(content);
      byte[] encoded = Der.sequence(content, algorithm(), Der.bits(0, signature.sign()));
      Certificate certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
      return new SelfSignedCertificate(pair.getPrivate(), certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot make an EC certificate", e);
    }
  }

  private static byte[] content(byte[] publicKey) {
    Instant now = Instant.now();
    byte[] name =
        Der.sequence(Der.set(Der.sequence(Der.identifier("2.5.4.3"), Der.text("Simulated NAS"))));
    return Der.sequence(
        Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
        Der.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)),
        algorithm(),
        name,
        Der.sequence(
            Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(Duration.ofDays(825)))),
        name,
        publicKey,
        Der.tagged(0xa3, Der.sequence(constraints(), usage(), names())));
  }

  private static byte[] algorithm() {
    return Der.sequence(Der.identifier(SIGNATURE_ALGORITHM));
  }

  /** Its own authority, so that it can be named as one where only authorities are trusted. */
  private static byte[] constraints() {
    return extension("2.5.29.19", Der.sequence(Der.trueValue()));
  }

  /** Digital signatures and the signing of certificates. */
  private static byte[] usage() {
    return extension("2.5.29.15", Der.bits(2, new byte[] {(byte) 0x84}));
  }

  private static byte[] names() {
    byte[] hostName = "localhost".getBytes(StandardCharsets.US_ASCII);
    byte[] loopback6 = new byte[16];
    loopback6[15] = 1;
    byte[] all =
        Der.sequence(
            Der.tagged(0x82, hostName),
            Der.tagged(0x87, new byte[] {127, 0, 0, 1}),
            Der.tagged(0x87, loopback6));
    return Der.sequence(Der.identifier("2.5.29.17"), Der.octets(all));
  }

  private static byte[] extension(String identifier, byte[] value) {
    return Der.sequence(Der.identifier(identifier), Der.trueValue(), Der.octets(value));
  }

  public SSLContext serverContext() {
    try {
      char[] password = "held in memory only".toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("nas", key, password, new Certificate[] {certificate});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java runtime cannot serve TLS", e);
    }
  }

  public String pem() {
    try {
      Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
      return "-----BEGIN CERTIFICATE-----\n"
          + encoder.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
