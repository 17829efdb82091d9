package io.cloudsyncctl.dsm.session;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.dsm.transport.Discovery;
import io.cloudsyncctl.dsm.transport.Wire;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One login at one NAS. It can be used by many threads, and closed by any of them. */
public final class DsmSession implements DsmGateway, AutoCloseable {
  private final Wire wire;
  private final SessionManager desk;
  private final RetryingSender recovery;
  private final BatchReader reads;
  private final InOrder writes;
  private final AtomicBoolean closed = new AtomicBoolean();

  private DsmSession(DsmEndpoint endpoint, Credentials credentials, SessionOptions options) {
    LoginLedger.Account account = LoginLedger.account(endpoint, credentials);
    this.wire = new Wire(endpoint, options.ledger().hasReached(account));
    this.desk =
        new SessionManager(
            wire, new Login(wire, credentials, options.retries()), options.ledger(), account);
    this.recovery =
        new RetryingSender(wire, desk, options.retries(), new Timekeeper(options.deadlines()));
    this.reads = new BatchReader(wire, recovery);
    this.writes = new InOrder(wire, recovery, reads);
  }

  /**
   * Asks the NAS which of the named APIs it has, and logs in: two round trips.
   *
   * @param apis the APIs that will be called; one that the NAS does not name is tried at {@code
   *     entry.cgi}
   * @throws DsmException where the NAS cannot be reached or refuses the login
   */
  public static DsmSession open(
      DsmEndpoint endpoint, Credentials credentials, SessionOptions options, String... apis) {
    DsmSession session = new DsmSession(endpoint, credentials, options);
    try {
      options.opening().accept(session);
      session.start(
          ImmutableSet.<String>builder().add(Discovery.AUTH, Discovery.COMPOUND).add(apis).build());
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void start(ImmutableSet<String> apis) {
    ApiCall question = Discovery.question(apis);
    wire.discovered(question, recovery.ask(question));
    desk.renew(null, recovery.deadline());
  }

  @Override
  public String nas() {
    return wire.nas();
  }

  @Override
  public ApiResult call(ApiCall call) {
    return recovery.write(call);
  }

  @Override
  public ImmutableList<ApiResult> readAll(List<ApiCall> calls) {
    return reads.readAll(calls);
  }

  @Override
  public ImmutableList<ApiResult> callInOrder(List<ApiCall> calls) {
    return writes.call(calls);
  }

  /**
   * Gives up what is under way and logs out, within five seconds. Any thread may call it, any
   * number of times, also while the session is being opened.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      // A pending interrupt would stop the logout, and a session that is left behind counts.
      boolean interrupted = Thread.interrupted();
      try {
        wire.giveUp();
        desk.close();
        wire.close();
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
