package io.cloudsyncctl.cli;

import io.cloudsyncctl.cloudsync.CloudSyncApi;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmSession;
import io.cloudsyncctl.model.NasTarget;
import io.cloudsyncctl.model.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatedState;
import io.cloudsyncctl.simulator.SimulatorOptions;
import org.jspecify.annotations.Nullable;

/**
 * A session with a real or a simulated NAS. It is logged out when it is closed, and also when the
 * program is interrupted: a login leaves a session on the NAS that counts.
 */
final class OpenNas implements AutoCloseable {
  private final DsmSession session;
  private final @Nullable SimulatedNas simulated;
  private final Thread onExit;

  private OpenNas(DsmSession session, @Nullable SimulatedNas simulated) {
    this.session = session;
    this.simulated = simulated;
    this.onExit = new Thread(session::close, "logout");
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /** Logs in to the NAS that the target names. */
  static OpenNas real(NasTarget target) {
    String username = target.username();
    Secret password = target.password();
    if (username == null || password == null) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              "credentials-missing",
              "there is no " + (username == null ? "user name" : "password") + " for the NAS",
              new Location.OnNas(target.name(), null, null),
              "set CLOUDSYNC_USERNAME and CLOUDSYNC_PASSWORD, or use --username and"
                  + " --password-stdin"));
    }
    Credentials credentials = new Credentials(username, password, target.session());
    return new OpenNas(CloudSyncApi.open(DsmEndpoint.of(target), credentials), null);
  }

  /** Starts a NAS in memory and logs in to it. */
  static OpenNas simulated(String name, SimulatedState state) {
    SimulatorOptions options = SimulatorOptions.defaults();
    SimulatedNas nas = SimulatedNas.start(state, options);
    try {
      DsmEndpoint endpoint =
          new DsmEndpoint(name, nas.url(), new NasTarget.Tls.SystemTrust());
      Credentials credentials =
          new Credentials(
              options.user(), new Secret(options.password()), NasTarget.DEFAULT_SESSION);
      return new OpenNas(CloudSyncApi.open(endpoint, credentials), nas);
    } catch (RuntimeException e) {
      nas.close();
      throw e;
    }
  }

  /** Opens the target, or a simulated NAS in its place. */
  static OpenNas of(NasTarget target, SimulateOption simulate) {
    return simulate.isSet() ? simulated(target.name(), simulate.load()) : real(target);
  }

  DsmSession session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
    if (simulated != null) {
      simulated.close();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The program is ending already, so the hook has run or will find the session closed.
      return;
    }
  }
}
