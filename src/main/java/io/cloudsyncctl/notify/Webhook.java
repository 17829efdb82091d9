package io.cloudsyncctl.notify;

import io.cloudsyncctl.model.desired.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts a JSON text to an address that is itself a secret: chats give whoever knows it the right to
 * write. It follows no redirect, repeats nothing, and neither the address nor the answer is ever
 * told.
 */
public final class Webhook {
  private static final int REDIRECTS_AND_ABOVE = 300;

  private final Secret address;
  private final Duration limit;

  /**
   * A webhook.
   *
   * @param address {@code https} only, but for this machine itself
   * @param limit how long it may take in all
   */
  public Webhook(Secret address, Duration limit) {
    this.address = address;
    this.limit = limit;
  }

  /** Posts the text; why that failed, in words without the address, where it did. */
  public Optional<String> post(String json) {
    URI uri;
    try {
      uri = URI.create(address.reveal().strip());
    } catch (IllegalArgumentException e) {
      return Optional.of("what it names is no URL");
    }
    if (!isSafe(uri)) {
      return Optional.of("what it names is no https URL");
    }
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      HttpPost request = new HttpPost(uri);
      request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
      Future<Integer> status = thread.submit(() -> send(request));
      try {
        int code = status.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        return code < REDIRECTS_AND_ABOVE
            ? Optional.empty()
            : Optional.of("the receiver answered with HTTP " + code);
      } catch (TimeoutException e) {
        request.abort();
        return Optional.of("the receiver did not answer within " + limit.toSeconds() + " s");
      } catch (ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        return Optional.of(
            "the receiver could not be reached (" + cause.getClass().getSimpleName() + ")");
      } catch (InterruptedException e) {
        request.abort();
        Thread.currentThread().interrupt();
        return Optional.of("the run was interrupted");
      }
    }
  }

  private static boolean isSafe(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost();
    return (scheme.equals("https") && !host.isEmpty())
        || (scheme.equals("http")
            && (host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]")));
  }

  private int send(HttpPost request) throws IOException {
    // The limit itself holds for everything together; these only end what it has given up.
    Timeout timeout = Timeout.of(limit.multipliedBy(2));
    request.setConfig(RequestConfig.custom().setResponseTimeout(timeout).build());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .build())
            .build();
    try (CloseableHttpClient client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("cloudsyncctl")
            .build()) {
      return client.execute(request, response -> response.getCode());
    }
  }
}
