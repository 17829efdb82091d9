package io.cloudsyncctl.dsm.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.dsm.WireJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP answer: its status and its bytes, at most {@link WireJson#MAX_LENGTH}. */
final class HttpAnswer {
  private final int status;
  private final byte[] body;
  private final @Nullable String location;

  /**
   * An answer.
   *
   * @param location the header of that name, which says where a redirect leads
   */
  HttpAnswer(int status, byte[] body, @Nullable String location) {
    this.status = status;
    this.body = body;
    this.location = location;
  }

  /**
   * Scheme, host and port that a redirect leads to; empty where it is none, or leads to no other
   * machine or port. Path and query are left out: they may hold anything.
   */
  Optional<String> redirect() {
    if (status < 300 || status >= 400 || location == null) {
      return Optional.empty();
    }
    try {
      URI to = new URI(location);
      String host = to.getHost();
      boolean web =
          "http".equalsIgnoreCase(to.getScheme()) || "https".equalsIgnoreCase(to.getScheme());
      return host == null || !web
          ? Optional.empty()
          : Optional.of(
              HostileText.escape(
                  to.getScheme().toLowerCase(Locale.ROOT)
                      + "://"
                      + host
                      + (to.getPort() < 0 ? "" : ":" + to.getPort())));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  /** The body as text; what is no UTF-8 becomes a replacement character. */
  String text() {
    return new String(body, UTF_8);
  }
}
