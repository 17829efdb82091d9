package io.cloudsyncctl.dsm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudsyncctl.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts forms to one DSM over kept-alive HTTP/1.1. It follows no redirect, repeats nothing, keeps
 * no cookie, uses no proxy and logs neither headers nor bodies.
 */
final class HttpTransport implements AutoCloseable {
  /** How many requests may be under way to one NAS. */
  static final int MAX_REQUESTS = 8;

  /** A connection that was idle for longer is probed before a request is risked on it. */
  private static final TimeValue IDLE_BEFORE_PROBE = TimeValue.ofMilliseconds(200);

  private final DsmEndpoint endpoint;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor deadlines;
  private final AtomicBoolean closed = new AtomicBoolean();

  HttpTransport(DsmEndpoint endpoint) {
    this.endpoint = endpoint;
    this.client = client(endpoint);
    this.deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("dsm-deadlines").factory());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  private static CloseableHttpClient client(DsmEndpoint endpoint) {
    Timeout connect = Timeout.of(endpoint.timeouts().connect());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(socket -> new QuietConnection())
            .setTlsSocketStrategy(CertificateTrust.strategy(endpoint.tls()))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(Timeout.of(endpoint.timeouts().response()))
                    .setValidateAfterInactivity(IDLE_BEFORE_PROBE)
                    .build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setMaxConnPerRoute(MAX_REQUESTS)
            .setMaxConnTotal(MAX_REQUESTS)
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setRoutePlanner(new DefaultRoutePlanner(null))
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("cloudsyncctl")
        .build();
  }

  /**
   * Posts a form.
   *
   * @param at for messages
   * @param token the value of {@code X-SYNO-TOKEN}, if any
   * @param limit how long it may take at most
   */
  HttpAnswer post(
      String path,
      Location.OnNas at,
      List<NameValuePair> form,
      @Nullable String token,
      Duration limit) {
    Duration silence = min(limit, endpoint.timeouts().response());
    HttpPost request = new HttpPost(endpoint.webApi(path));
    request.setEntity(new UrlEncodedFormEntity(form, UTF_8));
    request.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(limit))
            .setResponseTimeout(Timeout.of(silence))
            .build());
    if (token != null) {
      request.setHeader("X-SYNO-TOKEN", token);
    }
    AtomicBoolean late = new AtomicBoolean();
    @Nullable ScheduledFuture<?> deadline = null;
    try {
      deadline =
          deadlines.schedule(
              () -> {
                late.set(true);
                request.abort();
              },
              limit.toMillis(),
              TimeUnit.MILLISECONDS);
      return client.execute(request, response -> read(response, at));
    } catch (IOException | RuntimeException e) {
      if (e instanceof DsmException known) {
        throw known;
      }
      TransportFailures failures = new TransportFailures(endpoint, at);
      if (closed.get()) {
        throw failures.sessionClosed(e);
      }
      throw late.get() ? failures.tooLate(limit, e) : failures.explain(e, silence);
    } finally {
      if (deadline != null) {
        deadline.cancel(false);
      }
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static HttpAnswer read(ClassicHttpResponse response, Location.OnNas at)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new HttpAnswer(response.getCode(), new byte[0]);
    }
    try (InputStream content = entity.getContent()) {
      byte[] body = content.readNBytes(WireJson.MAX_LENGTH + 1);
      if (body.length > WireJson.MAX_LENGTH) {
        throw new BadAnswerException(
            at,
            "the answer of the NAS is larger than " + WireJson.MAX_LENGTH + " bytes",
            "no DSM answers that much: check that nas.url is the address of DSM itself");
      }
      return new HttpAnswer(response.getCode(), body);
    }
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      deadlines.shutdownNow();
      client.close(CloseMode.IMMEDIATE);
    }
  }
}
