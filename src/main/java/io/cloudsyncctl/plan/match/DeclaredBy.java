package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Which declaration each connection of a NAS belongs to, in whatever file of the run, and what it
 * is called in a plan.
 */
public final class DeclaredBy {
  private final ImmutableList<ConnectionMatch> matches;
  private final ConnectionAddresses addresses;

  private DeclaredBy(ImmutableList<ConnectionMatch> matches, ConnectionAddresses addresses) {
    this.matches = matches;
    this.addresses = addresses;
  }

  /** Of a NAS that was read; a connection whose name is in doubt belongs to none. */
  public static DeclaredBy of(DesiredState desired, LiveState live) {
    ImmutableList<ConnectionMatch> matches =
        ConnectionMatcher.match(Elsewhere.all(desired), live, new ArrayList<>());
    return new DeclaredBy(matches, ConnectionAddresses.of(desired, live, matches));
  }

  /** The declaration of a connection; empty where nobody declares it. */
  public Optional<DesiredConnection> declaration(LiveConnection connection) {
    return matches.stream()
        .filter(match -> match.live() != null && match.live().id() == connection.id())
        .map(ConnectionMatch::desired)
        .findFirst();
  }

  /** Whether it is declared with {@code paused: true}. */
  public boolean isPaused(LiveConnection connection) {
    return declaration(connection)
        .map(DesiredConnection::paused)
        .filter(paused -> paused.value())
        .isPresent();
  }

  /** Its address; no two connections share one. */
  public Address address(LiveConnection connection) {
    return declaration(connection).map(addresses::of).orElseGet(() -> addresses.of(connection));
  }
}
