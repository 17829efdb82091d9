package io.cloudsyncctl.dsm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A server that logs everybody in and answers each method what a test says, so that the exact bytes
 * of both directions can be looked at.
 */
public final class ScriptedNas implements AutoCloseable {
  public static final String SID = "sid-of-the-scripted-nas";
  static final String TOKEN = "token-of-the-scripted-nas";
  public static final String DISCOVERY =
      """
      {"success":true,"data":{
       "SYNO.API.Auth":{"path":"entry.cgi","minVersion":1,"maxVersion":7},
       "SYNO.Entry.Request":{"path":"entry.cgi","minVersion":1,"maxVersion":2},
       "SYNO.CloudSync":{"path":"entry.cgi","minVersion":1,"maxVersion":1}}}\
      """;
  public static final String LOGIN =
      "{\"success\":true,\"data\":{\"sid\":\"" + SID + "\",\"synotoken\":\"" + TOKEN + "\"}}";

  /** A request as it came; the body is the undecoded form. */
  public record Request(String path, @Nullable String token, String body) {
    /** A parameter of the form, decoded. */
    public String parameter(String name) {
      for (String pair : Splitter.on('&').split(body)) {
        if (pair.startsWith(name + "=")) {
          return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
        }
      }
      return "(no " + name + ")";
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, ArrayDeque<String>> answers = new ConcurrentHashMap<>();

  private ScriptedNas(HttpServer server) {
    this.server = server;
  }

  public static ScriptedNas start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      ScriptedNas nas = new ScriptedNas(server);
      nas.answer("query", DISCOVERY).answer("login", LOGIN);
      nas.answer("logout", "{\"success\":true}");
      server.setExecutor(nas.threads);
      server.createContext("/", nas::handle);
      server.start();
      return nas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a method answers, one after the other; the last one stays. */
  public ScriptedNas answer(String method, String... bodies) {
    answers.put(method, new ArrayDeque<>(List.of(bodies)));
    return this;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Request> requests() {
    return requests;
  }

  /** The requests of one method. */
  public List<Request> requests(String method) {
    return requests.stream().filter(r -> r.parameter("method").equals(method)).toList();
  }

  public DsmEndpoint endpoint() {
    return new DsmEndpoint("office", url(), new NasTarget.Tls.SystemTrust());
  }

  public static Credentials credentials() {
    return new Credentials("admin", new Secret("correct horse & battery"), "FileStation");
  }

  public DsmSession open() {
    return DsmSession.open(
        endpoint(),
        credentials(),
        SessionOptions.standard().withRetries(impatient()),
        "SYNO.CloudSync");
  }

  /** The standard retries, but without any waiting. */
  public static RetryPolicy impatient() {
    return new RetryPolicy(4, Duration.ofMillis(500), _ -> {}, new Random(7));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("X-SYNO-TOKEN"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      requests.add(request);
      byte[] body = next(request.parameter("method")).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized String next(String method) {
    ArrayDeque<String> bodies = answers.get(method);
    if (bodies == null) {
      return "{\"success\":false,\"error\":{\"code\":103}}";
    }
    return bodies.size() > 1 ? bodies.removeFirst() : bodies.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
