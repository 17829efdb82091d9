package io.cloudsyncctl.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.cloudsyncctl.simulator.api.Json;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.WebRequest;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.fault.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The side that faces HTTP: decodes, records, lets faults happen, and writes answers. */
public final class WebFront implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(WebFront.class);
  private static final Set<String> PROGRAMS = Set.of("entry.cgi", "auth.cgi", "query.cgi");

  private final Dispatcher dispatcher;
  private final RequestLog log;
  private final Faults faults;
  private final long latencyMillis;

  public WebFront(Dispatcher dispatcher, RequestLog log, Faults faults, long latencyMillis) {
    this.dispatcher = dispatcher;
    this.log = log;
    this.faults = faults;
    this.latencyMillis = latencyMillis;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      WebRequest request = WebRequest.of(exchange);
      if (!PROGRAMS.contains(request.program())) {
        send(exchange, 404, "text/html", bytes("<html><body>Not found</body></html>"));
      } else if (!Set.of("GET", "POST").contains(request.httpMethod())) {
        send(exchange, 405, "text/html", bytes("<html><body>Method not allowed</body></html>"));
      } else {
        answer(exchange, request);
      }
    } catch (InterruptedException e) {
      // The NAS is being closed: the connection goes without an answer.
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the simulated NAS failed on {}", exchange.getRequestURI().getPath(), e);
      throw e;
    }
  }

  private void answer(HttpExchange exchange, WebRequest request)
      throws IOException, InterruptedException {
    RecordedRequest recorded = log.record(request);
    if (latencyMillis > 0) {
      Thread.sleep(latencyMillis);
    }
    switch (faults.onRequest(recorded)) {
      case null -> send(exchange, act(request, recorded));
      case FaultSpec.RawAnswer fault -> {
        if (fault.afterActing()) {
          dispatcher.dispatch(request, recorded);
        }
        send(exchange, fault.status(), fault.contentType(), bytes(fault.body()));
      }
      case FaultSpec.ClosedConnection fault -> {
        if (fault.afterActing()) {
          dispatcher.dispatch(request, recorded);
        }
        // Leaving without a response closes the connection.
      }
      case FaultSpec.TruncatedAnswer fault -> {
        byte[] whole = body(act(request, recorded));
        byte[] part = Arrays.copyOf(whole, Math.min(fault.bytes(), whole.length));
        send(exchange, 200, "text/plain; charset=UTF-8", part);
      }
      case FaultSpec.LastOfConnection _ -> {
        exchange.getResponseHeaders().set("Connection", "close");
        send(exchange, act(request, recorded));
      }
      case FaultSpec.Held fault -> {
        fault.before().run();
        Dispatcher.Reply reply = act(request, recorded);
        fault.after().run();
        send(exchange, reply);
      }
      case FaultSpec.Delay fault -> {
        if (fault.afterActing()) {
          Dispatcher.Reply reply = act(request, recorded);
          Thread.sleep(fault.duration());
          send(exchange, reply);
        } else {
          Thread.sleep(fault.duration());
          send(exchange, act(request, recorded));
        }
      }
    }
  }

  private Dispatcher.Reply act(WebRequest request, RecordedRequest recorded) {
    return dispatcher.dispatch(request, recorded);
  }

  private static void send(HttpExchange exchange, Dispatcher.Reply reply) throws IOException {
    setCookie(exchange, reply.cookie());
    send(exchange, 200, "text/plain; charset=UTF-8", body(reply));
  }

  private static void setCookie(HttpExchange exchange, @Nullable String cookie) {
    if (cookie != null) {
      exchange.getResponseHeaders().set("Set-Cookie", cookie);
    }
  }

  private static byte[] body(Dispatcher.Reply reply) {
    return bytes(Json.MAPPER.writeValueAsString(reply.envelope()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    // The JDK's server reads a length of 0 as "unknown" and -1 as "empty".
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
