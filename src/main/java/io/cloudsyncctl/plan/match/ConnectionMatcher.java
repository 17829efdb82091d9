package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which connection of the NAS each declared one means.
 *
 * <p>A connection is its name, told apart by account and provider where two bear one name. A name
 * that is not found may be a rename: in Git ({@code renamed_from}), or in DSM, where exactly one
 * connection that no other entry claims has the declared provider and account. A wrong match would
 * write one cloud's settings to another, so every doubt is an error that lists the candidates. What
 * shall be absent is only ever found by its own name: a rename is no reason to remove anything.
 *
 * <p>Where the login does not see the connections of all users, or the list lacks some, the one
 * that is meant may be among those that are not seen. Then one is only ever found by a name, and
 * nothing is concluded from what else is there.
 */
public final class ConnectionMatcher {
  private final ImmutableList<LiveConnection> live;
  private final boolean allAreSeen;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final Map<DesiredConnection, ConnectionMatch> matches = new HashMap<>();
  private final Set<Long> claimed = new HashSet<>();

  private ConnectionMatcher(LiveState live) {
    this.live = live.connections();
    this.allAreSeen = live.seesAll();
  }

  /** The matches in the order of the declared connections; doubts are added to {@code errors}. */
  public static ImmutableList<ConnectionMatch> match(
      ImmutableList<DesiredConnection> desired, LiveState live, List<Diagnostic> errors) {
    ConnectionMatcher matcher = new ConnectionMatcher(live);
    Map<String, Long> bearers =
        desired.stream()
            .collect(Collectors.groupingBy(d -> d.name().value(), Collectors.counting()));
    desired.forEach(d -> matcher.byName(d, bearers.getOrDefault(d.name().value(), 0L) > 1));
    desired.forEach(matcher::byRenamedFrom);
    desired.forEach(d -> matcher.byAccount(d, desired));
    errors.addAll(matcher.errors);
    return desired.stream()
        .map(d -> matcher.matches.getOrDefault(d, new ConnectionMatch(d, null, false)))
        .collect(ImmutableList.toImmutableList());
  }

  private void byName(DesiredConnection desired, boolean severalOfThatName) {
    ImmutableList<LiveConnection> named = named(desired.name().value());
    ImmutableList<LiveConnection> fitting = fitting(named, desired);
    if (fitting.size() == 1) {
      claim(desired, fitting.getFirst(), false);
    } else if (fitting.size() > 1) {
      error(
          DiagnosticCode.AMBIGUOUS_CONNECTION,
          "the NAS has "
              + fitting.size()
              + " connections that are named "
              + name(desired)
              + ": "
              + candidates(fitting),
          desired.name().at(),
          "declare account and provider, so that only one of them is meant");
    } else if (!named.isEmpty()
        && !severalOfThatName
        && allAreSeen
        && desired.presence() == Presence.PRESENT) {
      // What shall be absent is absent where only others bear its name: it may just have been
      // removed, and a second apply must find nothing left to do.
      mismatch(desired, named);
    }
  }

  private void mismatch(DesiredConnection desired, ImmutableList<LiveConnection> named) {
    Declared<String> provider = desired.provider();
    boolean otherProvider =
        provider != null && named.stream().noneMatch(c -> c.type().equals(provider.value()));
    Declared<String> wrong = otherProvider ? provider : desired.account();
    if (wrong == null) {
      return;
    }
    error(
        otherProvider ? DiagnosticCode.PROVIDER_MISMATCH : DiagnosticCode.ACCOUNT_MISMATCH,
        "the connection "
            + name(desired)
            + " of the NAS is not of the declared "
            + (otherProvider ? "provider " : "account ")
            + '"'
            + wrong.value()
            + "\": it is "
            + candidates(named),
        wrong.at(),
        "a connection cannot be moved to another provider or account: correct the declaration, or"
            + " link a new connection in DSM");
    claimed.addAll(named.stream().map(LiveConnection::id).toList());
  }

  private void byRenamedFrom(DesiredConnection desired) {
    Declared<String> old = desired.renamedFrom();
    if (old == null || desired.presence() == Presence.ABSENT) {
      return;
    }
    ImmutableList<LiveConnection> fitting =
        fitting(named(old.value()), desired).stream()
            .filter(c -> !claimed.contains(c.id()))
            .collect(ImmutableList.toImmutableList());
    boolean found = matches.containsKey(desired);
    if (found && !fitting.isEmpty()) {
      error(
          DiagnosticCode.RENAME_CONFLICT,
          "the NAS has both "
              + name(desired)
              + " and \""
              + old.value()
              + "\", so renamed_from cannot be right",
          old.at(),
          "remove renamed_from if the rename is done, or give one of them another name in DSM");
    } else if (!found && fitting.size() == 1) {
      claim(desired, fitting.getFirst(), true);
    } else if (!found && fitting.size() > 1) {
      error(
          DiagnosticCode.AMBIGUOUS_CONNECTION,
          "the NAS has "
              + fitting.size()
              + " connections that are named \""
              + old.value()
              + "\": "
              + candidates(fitting),
          old.at(),
          "declare account and provider, so that only one of them is meant");
    }
  }

  private void byAccount(DesiredConnection desired, ImmutableList<DesiredConnection> all) {
    if (!mayBeRenamedInDsm(desired)) {
      return;
    }
    ImmutableList<LiveConnection> free =
        fitting(live, desired).stream()
            .filter(c -> !claimed.contains(c.id()))
            .collect(ImmutableList.toImmutableList());
    if (free.size() != 1) {
      return;
    }
    LiveConnection candidate = free.getFirst();
    List<DesiredConnection> rivals =
        all.stream()
            .filter(other -> other != desired && mayBeRenamedInDsm(other))
            .filter(other -> fits(candidate, other))
            .toList();
    if (rivals.isEmpty()) {
      claim(desired, candidate, true);
    } else {
      error(
          DiagnosticCode.AMBIGUOUS_CONNECTION,
          "the NAS does not have "
              + name(desired)
              + ", and "
              + candidates(free)
              + " could be it or "
              + name(rivals.getFirst()),
          desired.name().at(),
          "say which one was renamed with renamed_from: " + candidate.name());
    }
  }

  private boolean mayBeRenamedInDsm(DesiredConnection desired) {
    return allAreSeen
        && !matches.containsKey(desired)
        && desired.presence() == Presence.PRESENT
        && desired.provider() != null
        && desired.account() != null;
  }

  private void claim(DesiredConnection desired, LiveConnection connection, boolean renamed) {
    if (!claimed.add(connection.id())) {
      error(
          DiagnosticCode.AMBIGUOUS_CONNECTION,
          "two declared connections mean the same one of the NAS: "
              + candidates(ImmutableList.of(connection)),
          desired.name().at(),
          "remove one of them, or tell them apart by account and provider");
      return;
    }
    matches.put(desired, new ConnectionMatch(desired, connection, renamed));
  }

  private ImmutableList<LiveConnection> named(String name) {
    return live.stream()
        .filter(c -> c.name().equals(name))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<LiveConnection> fitting(
      ImmutableList<LiveConnection> candidates, DesiredConnection desired) {
    return candidates.stream()
        .filter(c -> fits(c, desired))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean fits(LiveConnection connection, DesiredConnection desired) {
    return agrees(desired.provider(), connection.type())
        && agrees(desired.account(), connection.account());
  }

  private static boolean agrees(@Nullable Declared<String> declared, String actual) {
    return declared == null || declared.value().equals(actual);
  }

  private static String name(DesiredConnection desired) {
    return '"' + desired.name().value() + '"';
  }

  private static String candidates(ImmutableList<LiveConnection> candidates) {
    return candidates.stream()
        .map(c -> '"' + c.name() + "\" (provider " + c.type() + ", account " + c.account() + ")")
        .collect(Collectors.joining(", "));
  }

  private void error(DiagnosticCode code, String message, Location at, String hint) {
    errors.add(Diagnostic.error(code, message, at, hint));
  }
}
