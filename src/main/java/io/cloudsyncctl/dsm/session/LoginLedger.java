package io.cloudsyncctl.dsm.session;

import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What became of the logins of one run, by the address of the NAS and the account. All sessions of
 * a run share one: after 400, 404, 407 or 411 none of them logs in there again, since DSM blocks
 * addresses that do (protocol note §2). Any thread may use it.
 */
public final class LoginLedger {
  /** An account of one NAS. */
  record Account(String address, String username) {}

  private static final int ADDRESS_BLOCKED = 407;

  private final Map<Account, Integer> refused = new ConcurrentHashMap<>();
  private final Set<String> blocking = ConcurrentHashMap.newKeySet();
  private final Set<Account> admitted = ConcurrentHashMap.newKeySet();
  private final Set<String> reached = ConcurrentHashMap.newKeySet();
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** A ledger without entries, for one run. */
  public LoginLedger() {}

  /** The account that these credentials name. One NAS has one address, whatever the scheme. */
  static Account account(DsmEndpoint endpoint, Credentials credentials) {
    URI url = endpoint.url();
    int port =
        url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    String path = url.getPath() == null ? "" : url.getPath().replaceAll("/+$", "");
    return new Account(host + ":" + port + path, credentials.username());
  }

  /**
   * Logins at one NAS take turns: of two that start at the same time with one wrong password, the
   * second learns from the first.
   */
  ReentrantLock turn(Account account) {
    return turns.computeIfAbsent(account.address(), _ -> new ReentrantLock());
  }

  /** The code that forbids another login, if any. */
  OptionalInt refusal(Account account) {
    Integer code = refused.get(account);
    if (code != null) {
      return OptionalInt.of(code);
    }
    return blocking.contains(account.address())
        ? OptionalInt.of(ADDRESS_BLOCKED)
        : OptionalInt.empty();
  }

  void refused(Account account, int code) {
    switch (code) {
      case 400, 404, 411 -> refused.put(account, code);
      case ADDRESS_BLOCKED -> blocking.add(account.address());
      default -> {
        // An account without a right, for instance, may log in under another session label.
      }
    }
  }

  void admitted(Account account) {
    admitted.add(account);
    reached.add(account.address());
  }

  /**
   * Whether that account has logged in before in this run: then its password is right, and a login
   * whose answer was lost may be repeated.
   */
  boolean hasAdmitted(Account account) {
    return admitted.contains(account);
  }

  /** Whether this address is known to be a NAS. */
  boolean hasReached(Account account) {
    return reached.contains(account.address());
  }
}
