package io.cloudsyncctl.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code /healthz} and {@code /metrics} over plain HTTP. It takes nothing but GET and HEAD, and
 * tells nothing that a report would not.
 */
public final class StatusServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WatchStatus status;
  private final InstantSource clock;

  private StatusServer(HttpServer server, WatchStatus status, InstantSource clock) {
    this.server = server;
    this.status = status;
    this.clock = clock;
  }

  /**
   * Starts one.
   *
   * @throws IOException where the address is taken or is none of this machine
   */
  public static StatusServer start(
      InetSocketAddress address, WatchStatus status, InstantSource clock) throws IOException {
    StatusServer started = new StatusServer(HttpServer.create(address, 0), status, clock);
    started.server.setExecutor(started.threads);
    started.server.createContext("/", started::answer);
    started.server.start();
    return started;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      send(exchange, METHOD_NOT_ALLOWED, TEXT, "only GET and HEAD\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/healthz" -> {
        boolean healthy = status.healthy(clock.instant());
        send(
            exchange,
            healthy ? OK : UNAVAILABLE,
            TEXT,
            healthy ? "ok\n" : "no round ends, or none begins\n");
      }
      case "/metrics" -> send(exchange, OK, METRICS, status.metrics());
      default -> send(exchange, NOT_FOUND, TEXT, "there are /healthz and /metrics\n");
    }
  }

  private static void send(HttpExchange exchange, int code, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(code, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(code, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
