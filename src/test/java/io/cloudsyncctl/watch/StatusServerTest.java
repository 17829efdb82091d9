package io.cloudsyncctl.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to those who ask from outside. */
class StatusServerTest {
  private final HandClock clock = new HandClock();
  private final WatchStatus status = new WatchStatus(Duration.ofMinutes(15), clock.instant());
  private StatusServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        StatusServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), status, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void itIsHealthyAsLongAsTheNextRoundIsNotOverdue() throws Exception {
    assertThat(ask("GET", "/healthz").body()).isEqualTo("ok\n");
    clock.pass(Duration.ofMinutes(46));
    assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(503);
    assertThat(ask("GET", "/healthz").body()).isEqualTo("no round ends, or none begins\n");
    status.ended(clock.instant(), 5, "");
    assertThat(ask("GET", "/healthz").statusCode())
        .as("a NAS that is away is no illness of the watching")
        .isEqualTo(200);
  }

  @Test
  void aRoundMayTakeAsLongAsItsWorkOnEachNasMay() throws Exception {
    AtomicReference<Optional<Duration>> limit = new AtomicReference<>(Optional.empty());
    status.began(clock.instant(), limit::get);
    clock.pass(Duration.ofDays(30));
    assertThat(ask("GET", "/healthz").statusCode()).as("--timeout 0s").isEqualTo(200);
    limit.set(Optional.of(Duration.ofDays(30)));
    clock.pass(Duration.ofMinutes(45));
    assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(503);
  }

  @Test
  void theMetricsAreThoseOfTheLastRoundAndOfTheWatching() throws Exception {
    status.ended(clock.instant(), 2, "some_metric 1\n");
    HttpResponse<String> answer = ask("GET", "/metrics");
    assertThat(answer.headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            some_metric 1
            # HELP cloudsyncctl_watch_rounds_total Rounds that ended.
            # TYPE cloudsyncctl_watch_rounds_total counter
            cloudsyncctl_watch_rounds_total 1
            # HELP cloudsyncctl_watch_last_round_timestamp_seconds When the last round ended; \
            before the first, when the watching began.
            # TYPE cloudsyncctl_watch_last_round_timestamp_seconds gauge
            cloudsyncctl_watch_last_round_timestamp_seconds 1772366400
            # HELP cloudsyncctl_watch_last_exit_code What the last round would have ended with as \
            a run of its own.
            # TYPE cloudsyncctl_watch_last_exit_code gauge
            cloudsyncctl_watch_last_exit_code 2
            """);
  }

  @Test
  void itTakesNothingElse() throws Exception {
    assertThat(ask("POST", "/healthz").statusCode()).isEqualTo(405);
    assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
    assertThat(ask("HEAD", "/metrics").statusCode()).isEqualTo(200);
  }
}
