package io.cloudsyncctl.dsm.session;

import java.util.function.Consumer;

/**
 * How a session behaves.
 *
 * @param retries how often and after what pauses a call is repeated
 * @param deadlines how long calls and the session may take in all
 * @param ledger the logins of this run: pass one and the same to all its sessions
 * @param opening is given the session before anything is sent, so that a program that is told to
 *     end can close it while it logs in; nothing but {@code close} may be called on it there
 */
public record SessionOptions(
    RetryPolicy retries, Deadlines deadlines, LoginLedger ledger, Consumer<DsmSession> opening) {
  /** The standard retries and deadlines, and a ledger of its own. */
  public static SessionOptions standard() {
    return new SessionOptions(
        RetryPolicy.standard(), Deadlines.standard(), new LoginLedger(), _ -> {});
  }

  public SessionOptions withRetries(RetryPolicy value) {
    return new SessionOptions(value, deadlines, ledger, opening);
  }

  public SessionOptions withDeadlines(Deadlines value) {
    return new SessionOptions(retries, value, ledger, opening);
  }

  public SessionOptions withLedger(LoginLedger value) {
    return new SessionOptions(retries, deadlines, value, opening);
  }

  public SessionOptions withOpening(Consumer<DsmSession> value) {
    return new SessionOptions(retries, deadlines, ledger, value);
  }
}
