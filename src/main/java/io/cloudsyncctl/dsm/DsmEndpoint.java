package io.cloudsyncctl.dsm;

import io.cloudsyncctl.model.desired.NasTarget;
import java.net.URI;
import java.time.Duration;

/**
 * Where a DSM listens and how long it is waited for.
 *
 * @param nas the name of the NAS, for messages
 * @param url scheme, host and port, and a path where a reverse proxy puts DSM below one
 * @param tls how the server's certificate is verified
 * @param words what it is called where it was named, for hints
 */
public record DsmEndpoint(
    String nas, URI url, NasTarget.Tls tls, Timeouts timeouts, TargetWords words) {
  /** An endpoint with {@link Timeouts#DEFAULT}. */
  public DsmEndpoint(String nas, URI url, NasTarget.Tls tls) {
    this(nas, url, tls, Timeouts.DEFAULT);
  }

  /** An endpoint that a file names. */
  public DsmEndpoint(String nas, URI url, NasTarget.Tls tls, Timeouts timeouts) {
    this(nas, url, tls, timeouts, TargetWords.FILE);
  }

  /** The endpoint that a {@code nas:} block names, or the options where it stands in no file. */
  public static DsmEndpoint of(NasTarget target, Timeouts timeouts) {
    return new DsmEndpoint(
        target.name(),
        target.url(),
        target.tls(),
        timeouts,
        target.at() == null ? TargetWords.COMMAND_LINE : TargetWords.FILE);
  }

  /** Scheme, host and port, for messages: never what else a URL may hold. */
  public String address() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port;
  }

  /** The URL of a path below {@code webapi/}, as discovery tells it. */
  public URI webApi(String path) {
    String base = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    return URI.create(address() + base + "/webapi/" + path);
  }

  /**
   * How long a call may take.
   *
   * @param connect until the connection stands, the TLS handshake included
   * @param response between two packets of an answer
   * @param total for one HTTP request from its start to the last byte of its answer
   */
  public record Timeouts(Duration connect, Duration response, Duration total) {
    public static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(120));
  }
}
