package io.cloudsyncctl.dsm.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.dsm.tls.CertificateTrust;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.apache.hc.core5.http.Header;
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
public final class HttpTransport implements AutoCloseable {
  /** How many requests may be under way to one NAS. */
  public static final int MAX_REQUESTS = 8;

  /** A connection that was idle for longer is probed before a request is risked on it. */
  private static final TimeValue IDLE_BEFORE_PROBE = TimeValue.ofMilliseconds(200);

  private final DsmEndpoint endpoint;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor deadlines;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Set<HttpPost> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean givenUp;

  public HttpTransport(DsmEndpoint endpoint) {
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
            .setTlsSocketStrategy(CertificateTrust.strategy(endpoint.tls(), endpoint.words()))
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
   * @param wanted how long it may take at most, beside the endpoint's own limit
   * @param dispensable whether {@link #giveUp} ends it
   */
  HttpAnswer post(
      String path,
      Location.OnNas at,
      List<NameValuePair> form,
      @Nullable String token,
      Duration wanted,
      boolean dispensable) {
    Duration limit = min(wanted, endpoint.timeouts().total());
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
    TransportFailures failures = new TransportFailures(endpoint, at);
    AtomicBoolean late = new AtomicBoolean();
    @Nullable ScheduledFuture<?> deadline = null;
    if (dispensable) {
      underWay.add(request);
    }
    try {
      if (closed.get() || (dispensable && givenUp)) {
        throw failures.sessionClosed(Certainty.DID_NOT_HAPPEN, null);
      }
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
      if (closed.get() || (dispensable && givenUp)) {
        throw failures.sessionClosed(Certainty.MAY_HAVE_HAPPENED, e);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw failures.interrupted(e);
      }
      throw late.get() ? failures.tooLate(limit, e) : failures.explain(e, silence);
    } finally {
      underWay.remove(request);
      if (deadline != null) {
        deadline.cancel(false);
      }
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private HttpAnswer read(ClassicHttpResponse response, Location.OnNas at) throws IOException {
    HttpEntity entity = response.getEntity();
    Header header = response.getFirstHeader("Location");
    String location = header == null ? null : header.getValue();
    if (entity == null) {
      return new HttpAnswer(response.getCode(), new byte[0], location);
    }
    try (InputStream content = entity.getContent()) {
      byte[] body = content.readNBytes(WireJson.MAX_LENGTH + 1);
      if (body.length > WireJson.MAX_LENGTH) {
        throw new BadAnswerException(
            at,
            "the answer of the NAS is larger than " + WireJson.MAX_LENGTH + " bytes",
            "no DSM answers that much: check that "
                + endpoint.words().url()
                + " is the address of DSM itself");
      }
      return new HttpAnswer(response.getCode(), body, location);
    }
  }

  /** Ends every request that is dispensable, those under way and those to come. */
  void giveUp() {
    givenUp = true;
    underWay.forEach(HttpPost::abort);
  }

  boolean givenUp() {
    return givenUp;
  }

  /** Ends everything. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      deadlines.shutdownNow();
      client.close(CloseMode.IMMEDIATE);
    }
  }
}
