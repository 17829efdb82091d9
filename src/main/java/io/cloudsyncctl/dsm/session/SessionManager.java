package io.cloudsyncctl.dsm.session;

import com.google.common.base.Stopwatch;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.LoginRefusedException;
import io.cloudsyncctl.dsm.NasUnreachableException;
import io.cloudsyncctl.dsm.transport.Deadline;
import io.cloudsyncctl.dsm.transport.Wire;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the session: logs in, once more where it is lost, and out. A login that was refused is
 * never tried again: DSM blocks the address (protocol note §2).
 */
final class SessionManager {
  private static final Logger LOG = LoggerFactory.getLogger(SessionManager.class);

  /** How long closing may take: a login under way and the logout together. */
  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(5);

  /** How long one look at a turn takes, so that a session that is closed stops waiting. */
  private static final Duration TURN_LOOK = Duration.ofMillis(100);

  private final Wire wire;
  private final Login login;
  private final LoginLedger ledger;
  private final LoginLedger.Account account;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Wire.@Nullable Session session;
  private volatile boolean closed;
  private @Nullable LoginRefusedException refusal;

  SessionManager(Wire wire, Login login, LoginLedger ledger, LoginLedger.Account account) {
    this.wire = wire;
    this.login = login;
    this.ledger = ledger;
    this.account = account;
  }

  /** The session of now. */
  Wire.@Nullable Session session() {
    return session;
  }

  /** Logs in, unless another thread has done so since the lost session was taken. */
  void renew(Wire.@Nullable Session lost, Deadline deadline) {
    lock.lock();
    try {
      requireOpen();
      if (!Objects.equals(session, lost)) {
        return;
      }
      if (refusal != null) {
        throw refusal;
      }
      session = inTurn(deadline);
      // Where the session was closed meanwhile, close() waits for this lock and logs out.
      requireOpen();
    } finally {
      lock.unlock();
    }
  }

  private Wire.Session inTurn(Deadline deadline) {
    ReentrantLock turn = ledger.turn(account);
    take(turn, deadline);
    try {
      OptionalInt before = ledger.refusal(account);
      if (before.isPresent()) {
        throw refused(before.getAsInt());
      }
      Wire.Session fresh =
          switch (login.send(ledger.hasAdmitted(account), deadline)) {
            case Login.Answer.Admitted(Wire.Session admitted) -> admitted;
            case Login.Answer.Refused(ApiError error) -> {
              ledger.refused(account, error.code());
              throw error.busy()
                  ? new LoginRefusedException(wire.nas(), error.code(), wire.words())
                  : refused(error.code());
            }
          };
      ledger.admitted(account);
      return fresh;
    } finally {
      turn.unlock();
    }
  }

  private void take(ReentrantLock turn, Deadline deadline) {
    try {
      while (!turn.tryLock(TURN_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        requireOpen();
        if (!deadline.allows(Duration.ZERO)) {
          throw deadline.passed(at());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NasUnreachableException.interrupted(
          "the work was interrupted", at(), Certainty.DID_NOT_HAPPEN, e);
    }
  }

  private LoginRefusedException refused(int code) {
    LoginRefusedException failure = new LoginRefusedException(wire.nas(), code, wire.words());
    refusal = failure;
    return failure;
  }

  private void requireOpen() {
    if (closed) {
      throw NasUnreachableException.interrupted(
          "the session was closed", at(), Certainty.DID_NOT_HAPPEN, null);
    }
  }

  private Location.OnNas at() {
    return new Location.OnNas(wire.nas(), Login.METHOD, null);
  }

  /**
   * Logs out, within five seconds; a logout that fails is no reason to fail. A login that is under
   * way is waited for, since aborting it could leave a session behind that nobody knows.
   */
  void close() {
    closed = true;
    Stopwatch watch = Stopwatch.createStarted();
    Wire.@Nullable Session last;
    try {
      if (!lock.tryLock(CLOSING_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("a login at {} did not end in time", wire.nas());
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      last = session;
      session = null;
    } finally {
      lock.unlock();
    }
    Duration left = CLOSING_LIMIT.minus(watch.elapsed());
    if (last != null && left.isPositive()) {
      logout(last, left);
    }
  }

  private void logout(Wire.Session last, Duration limit) {
    try {
      if (wire.send(login.logout(), last, limit) instanceof ApiResult.Refused(ApiError error)) {
        LOG.debug("{} refused the logout with code {}", wire.nas(), error.code());
      }
    } catch (RuntimeException e) {
      LOG.debug("the logout from {} failed: {}", wire.nas(), e.getMessage());
    }
  }
}
