package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What declared and undeclared connections are called: by the name alone where that will do, else
 * with the account, and with the provider too where even both are those of two. A consent is given
 * by address, so no two connections may share one.
 */
public final class ConnectionAddresses {
  private final DesiredState desired;
  private final ImmutableList<LiveConnection> live;
  private final ImmutableList<ConnectionMatch> matches;
  private final List<Address> plain = new ArrayList<>();

  private ConnectionAddresses(
      DesiredState desired,
      ImmutableList<LiveConnection> live,
      ImmutableList<ConnectionMatch> matches) {
    this.desired = desired;
    this.live = live;
    this.matches = matches;
    desired.connections().forEach(wanted -> plain.add(plain(wanted)));
    live.stream()
        .filter(connection -> !isDeclared(connection))
        .forEach(connection -> plain.add(plain(connection)));
  }

  /** Those of what is declared and of what is on the NAS. */
  public static ConnectionAddresses of(
      DesiredState desired, LiveState live, ImmutableList<ConnectionMatch> matches) {
    return new ConnectionAddresses(desired, live.connections(), matches);
  }

  /** Those of what is declared, whatever is on the NAS. */
  public static ConnectionAddresses of(DesiredState desired) {
    return new ConnectionAddresses(desired, ImmutableList.of(), ImmutableList.of());
  }

  /** The address of a declared connection. */
  public Address of(DesiredConnection wanted) {
    Declared<String> provider = wanted.provider();
    return toldApart(plain(wanted), provider == null ? null : provider.value());
  }

  /** The address of one that nobody declares. */
  public Address of(LiveConnection undeclared) {
    return toldApart(plain(undeclared), undeclared.type());
  }

  /** Whether any declared connection means this one. */
  public boolean isDeclared(LiveConnection connection) {
    return matches.stream()
        .map(ConnectionMatch::live)
        .anyMatch(matched -> matched != null && matched.id() == connection.id());
  }

  private Address toldApart(Address address, @Nullable String provider) {
    return provider != null && Collections.frequency(plain, address) > 1
        ? address.of(provider)
        : address;
  }

  private Address plain(DesiredConnection wanted) {
    String name = wanted.name().value();
    Declared<String> account = wanted.account();
    boolean shared =
        desired.connections().stream().filter(c -> c.name().value().equals(name)).count() > 1
            || live.stream().filter(c -> c.name().equals(name)).count() > 1
            || live.stream().anyMatch(c -> isAnother(wanted, c));
    return Address.ofConnection(
        desired.nas().name(), name, shared && account != null ? account.value() : null);
  }

  private Address plain(LiveConnection connection) {
    boolean shared =
        live.stream().filter(other -> other.name().equals(connection.name())).count() > 1
            || desired.connections().stream().anyMatch(wanted -> isAnother(wanted, connection));
    return Address.ofConnection(
        desired.nas().name(), connection.name(), shared ? connection.account() : null);
  }

  /** Whether a connection bears the declared name but is of another account. */
  private static boolean isAnother(DesiredConnection wanted, LiveConnection connection) {
    Declared<String> account = wanted.account();
    return account != null
        && wanted.name().value().equals(connection.name())
        && !account.value().equals(connection.account());
  }
}
