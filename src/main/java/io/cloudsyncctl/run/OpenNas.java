package io.cloudsyncctl.run;

import com.google.common.base.Ticker;
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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A session with a NAS. It is logged out when it is closed, and also when the program is
 * interrupted: a login leaves a session on the NAS that counts.
 */
public final class OpenNas implements AutoCloseable {
  private final DsmSession session;
  private final Runnable onClose;

  private OpenNas(DsmSession session, Runnable onClose) {
    this.session = session;
    this.onClose = onClose;
  }

  /**
   * Opens a session that is closed on Ctrl-C from its first request on.
   *
   * @param onClose what is to be done once it is closed
   */
  public static OpenNas open(
      DsmEndpoint endpoint,
      Credentials credentials,
      Connecting connecting,
      Interruption interruption,
      TimeLimits limits,
      Runnable onClose) {
    SessionOptions options = connecting.options();
    Ticker ticker = options.deadlines().ticker();
    long began = ticker.read();
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
                    interruption.opened(opened);
                  }));
      return new OpenNas(
          session,
          () -> {
            onClose.run();
            interruption.closed(session);
            limits.spend(endpoint.nas(), Duration.ofNanos(ticker.read() - began));
          });
    } catch (RuntimeException e) {
      DsmSession failed = opening.get();
      if (failed != null) {
        interruption.closed(failed);
      }
      throw e;
    }
  }

  /** Logs in to the NAS that the target names. */
  public static OpenNas open(
      NasTarget target, Connecting connecting, Interruption interruption, TimeLimits limits) {
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
    return open(
        DsmEndpoint.of(target, connecting.timeouts()),
        new Credentials(username, password, target.session()),
        connecting,
        interruption,
        limits,
        () -> {});
  }

  public DsmSession session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
    onClose.run();
  }
}
