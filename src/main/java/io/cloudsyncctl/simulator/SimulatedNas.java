package io.cloudsyncctl.simulator;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A NAS that exists only in memory: an HTTP or HTTPS server on 127.0.0.1 that speaks DSM's protocol
 * and keeps Cloud Sync's rules. Close it to free the port; requests under way are cut off.
 */
public final class SimulatedNas implements AutoCloseable {
  /** How many connections may wait to be accepted; clients of a fleet come all at once. */
  private static final int BACKLOG = 1024;

  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService executor;
  private final SimulatedState state;
  private final Sessions sessions;
  private final RequestLog log;
  private final Faults faults;
  private final @Nullable SelfSignedCertificate certificate;

  private SimulatedNas(
      HttpServer server,
      ExecutorService executor,
      SimulatedState state,
      Sessions sessions,
      RequestLog log,
      Faults faults,
      @Nullable SelfSignedCertificate certificate) {
    this.server = server;
    this.executor = executor;
    this.state = state;
    this.sessions = sessions;
    this.log = log;
    this.faults = faults;
    this.certificate = certificate;
  }

  /**
   * Starts a NAS and returns once it listens.
   *
   * @param state what it holds; the NAS works on this very object
   * @throws UncheckedIOException where the port cannot be had; its message says which
   */
  public static SimulatedNas start(SimulatedState state, SimulatorOptions options) {
    sendAtOnce();
    SelfSignedCertificate certificate = options.tls() ? SelfSignedCertificate.create() : null;
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port());
    HttpServer server;
    try {
      server =
          certificate == null ? HttpServer.create(address, BACKLOG) : secure(address, certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on 127.0.0.1:" + options.port() + ": " + e.getMessage(), e);
    }
    Sessions sessions = new Sessions(options.sessionRequestLimit());
    RequestLog log = new RequestLog();
    Faults faults = new Faults();
    Dispatcher dispatcher = new Dispatcher(options, state, sessions, faults);
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", new WebFront(dispatcher, log, faults, options.latencyMillis()));
    server.start();
    return new SimulatedNas(server, executor, state, sessions, log, faults, certificate);
  }

  /**
   * Without TCP_NODELAY an answer that is larger than one buffer waits 40 ms for the client's
   * acknowledgement of its first part. The JDK's server takes that option from this property only,
   * once, when its first server is made.
   */
  private static void sendAtOnce() {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private static HttpServer secure(InetSocketAddress address, SelfSignedCertificate certificate)
      throws IOException {
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
    return server;
  }

  /** The base to give to clients, for example {@code http://127.0.0.1:40123}. */
  public URI url() {
    String scheme = certificate == null ? "http" : "https";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The state that is served, live. */
  public SimulatedState state() {
    return state;
  }

  /**
   * Every request since the start or the last {@link #clearRequests}, in order, secrets redacted.
   */
  public List<RecordedRequest> requests() {
    return log.all();
  }

  public void clearRequests() {
    log.clear();
  }

  /** How many logins have neither logged out nor been ended. */
  public int activeSessions() {
    return sessions.active();
  }

  /**
   * Ends every session that is open; their next request answers this code.
   *
   * @param code 106 timed out, 107 another login, 119 not found, 150 another address
   */
  public void endSessions(int code) {
    sessions.endAll(code);
  }

  /** Lets the next request, or for an API error the next call, go wrong; several queue up. */
  public void failNext(FaultSpec fault) {
    faults.add(fault);
  }

  /** Asks this injector for every request and call that no queued fault takes. */
  public void injectFaults(FaultInjector injector) {
    faults.injector(injector);
  }

  /**
   * The server's certificate, to trust it by name.
   *
   * @throws IllegalStateException where the NAS was started without TLS
   */
  public String certificatePem() {
    if (certificate == null) {
      throw new IllegalStateException("this simulated NAS was started without TLS");
    }
    return certificate.pem();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
