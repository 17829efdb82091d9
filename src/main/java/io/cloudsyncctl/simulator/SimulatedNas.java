package io.cloudsyncctl.simulator;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.device.Device;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.fault.Faults;
import io.cloudsyncctl.simulator.script.Deed;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.script.Step;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.TreeState;
import io.cloudsyncctl.simulator.truth.Author;
import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.Truth;
import io.cloudsyncctl.simulator.web.Dispatcher;
import io.cloudsyncctl.simulator.web.RequestLog;
import io.cloudsyncctl.simulator.web.SelfSignedCertificate;
import io.cloudsyncctl.simulator.web.Sessions;
import io.cloudsyncctl.simulator.web.WebFront;
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
  private final Behaviours behaviours;
  private final Device device;
  private final @Nullable SelfSignedCertificate certificate;

  private SimulatedNas(
      HttpServer server,
      ExecutorService executor,
      SimulatedState state,
      Sessions sessions,
      RequestLog log,
      Faults faults,
      Behaviours behaviours,
      Device device,
      @Nullable SelfSignedCertificate certificate) {
    this.server = server;
    this.executor = executor;
    this.state = state;
    this.sessions = sessions;
    this.log = log;
    this.faults = faults;
    this.behaviours = behaviours;
    this.device = device;
    this.certificate = certificate;
  }

  /**
   * Starts a NAS and returns once it listens.
   *
   * @param state what it holds; the NAS works on this very object, which one NAS serves at a time
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
    Behaviours behaviours = new Behaviours(options.behaviours());
    Device device = new Device(options.clock(), behaviours, options.script());
    state.behave(device);
    if (options.oldPackage()) {
      state.becomeOldPackage();
    }
    Dispatcher dispatcher = new Dispatcher(options, state, device, sessions, faults);
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", new WebFront(dispatcher, log, faults, options.latencyMillis()));
    server.start();
    return new SimulatedNas(
        server, executor, state, sessions, log, faults, behaviours, device, certificate);
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

  /** In which ways it is imperfect just now, to be added to, replaced or cleared at any time. */
  public Behaviours behaviours() {
    return behaviours;
  }

  /** Lets a person do these things as well, beside those of the script that it was started with. */
  public void addScript(Script script) {
    state.within(tree -> {
      device.add(script);
      return tree;
    });
  }

  /** The steps of scripts that have not happened yet. */
  public List<Step> waitingSteps() {
    return state.within(_ -> device.waiting());
  }

  /**
   * Lets a person do something now.
   *
   * @param deed as in a script, for example {@code pause 3}
   */
  public void person(String deed) {
    Deed parsed = Deed.parse(deed);
    state.within(tree -> {
      device.perform(new TreeState(tree), parsed, Author.person("now", deed));
      return tree;
    });
  }

  /** Adds an entry of now to the log of a connection, as the newest. */
  public void appendLog(long connection, int action, String path) {
    state.within(tree -> {
      device.appendLog(new TreeState(tree), connection, action, path);
      return tree;
    });
  }

  /** How it really stands now, whatever its getters show. */
  public Truth truth() {
    return state.within(tree -> device.truth(new TreeState(tree)));
  }

  /** What really happened since the start or the last {@link #clearTimeline}, in its order. */
  public List<Event> timeline() {
    return state.within(_ -> device.timeLine().events());
  }

  public void clearTimeline() {
    device.timeLine().clear();
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
