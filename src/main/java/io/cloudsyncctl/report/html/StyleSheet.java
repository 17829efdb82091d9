package io.cloudsyncctl.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet of the report.
 *
 * @param css the whole of it, as it stands in the page
 * @param hash by which the page's security policy allows it, and nothing else
 */
public record StyleSheet(String css, String hash) {
  static final StyleSheet OURS = read("report.css");

  private static StyleSheet read(String name) {
    try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new StyleSheet(
          new String(bytes, StandardCharsets.UTF_8),
          "sha256-" + Base64.getEncoder().encodeToString(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
