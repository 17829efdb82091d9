package io.cloudsyncctl.cli.run;

import com.google.common.base.Ticker;
import io.cloudsyncctl.cli.console.Connecting;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Interruption;
import io.cloudsyncctl.cli.console.TimeLimits;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.config.read.TargetRules;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A session with a real or a simulated NAS. It is logged out when it is closed, and also when the
 * program is interrupted: a login leaves a session on the NAS that counts.
 */
public final class OpenNas implements AutoCloseable {
  private final DsmSession session;
  private final @Nullable SimulatedNas simulated;
  private final Interruption interruption;
  private final Runnable onClose;

  private OpenNas(
      DsmSession session,
      @Nullable SimulatedNas simulated,
      Interruption interruption,
      Runnable onClose) {
    this.session = session;
    this.simulated = simulated;
    this.interruption = interruption;
    this.onClose = onClose;
  }

  /** Opens a session that is closed on Ctrl-C from its first request on. */
  private static OpenNas open(
      DsmEndpoint endpoint,
      Credentials credentials,
      @Nullable SimulatedNas simulated,
      Console console,
      TimeLimits limits) {
    SessionOptions options = console.connecting().options();
    Ticker ticker = options.deadlines().ticker();
    long began = ticker.read();
    Runnable onClose = () -> limits.spend(endpoint.nas(), Duration.ofNanos(ticker.read() - began));
    AtomicReference<DsmSession> opening = new AtomicReference<>();
    try {
      DsmSession session =
          CloudSyncApi.open(
              endpoint,
              credentials,
              options
                  .withDeadlines(limits.next(endpoint.nas(), options.deadlines()))
                  .withOpening(opened -> {
                    opening.set(opened);
                    console.interruption().opened(opened);
                  }));
      return new OpenNas(session, simulated, console.interruption(), onClose);
    } catch (RuntimeException e) {
      DsmSession failed = opening.get();
      if (failed != null) {
        console.interruption().closed(failed);
      }
      throw e;
    }
  }

  /** Logs in to the NAS that the target names. */
  public static OpenNas real(NasTarget target, Console console, TimeLimits limits) {
    String username = target.username();
    Secret password = target.password();
    boolean namesUser = username != null && !TargetRules.isEmptyCredential(username);
    if (username == null
        || password == null
        || !namesUser
        || TargetRules.isEmptyCredential(password.reveal())) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.CREDENTIALS_MISSING,
              "there is no " + (namesUser ? "password" : "user name") + " for the NAS",
              new Location.OnNas(target.name(), null, null),
              "set CLOUDSYNC_USERNAME and CLOUDSYNC_PASSWORD, or use --username and"
                  + " --password-stdin"));
    }
    Credentials credentials = new Credentials(username, password, target.session());
    Connecting connecting = console.connecting();
    DsmEndpoint endpoint = DsmEndpoint.of(target, connecting.timeouts());
    return open(endpoint, credentials, null, console, limits);
  }

  /** Starts a NAS in memory and logs in to it. */
  static OpenNas simulated(String name, SimulatedState state, Console console, TimeLimits limits) {
    SimulatorOptions options = SimulatorOptions.defaults();
    SimulatedNas nas = SimulatedNas.start(state, options);
    try {
      DsmEndpoint endpoint = new DsmEndpoint(name, nas.url(), new NasTarget.Tls.SystemTrust());
      Credentials credentials =
          new Credentials(
              options.user(), new Secret(options.password()), NasTarget.DEFAULT_SESSION);
      return open(endpoint, credentials, nas, console, limits);
    } catch (RuntimeException e) {
      nas.close();
      throw e;
    }
  }

  /** Opens the target, or a simulated NAS in its place. */
  public static OpenNas of(
      NasTarget target, SimulateOption simulate, Console console, TimeLimits limits) {
    return simulate.isSet()
        ? simulated(target.name(), simulate.load(), console, limits)
        : real(target, console, limits);
  }

  public DsmSession session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
    if (simulated != null) {
      simulated.close();
    }
    interruption.closed(session);
    onClose.run();
  }
}
