package io.cloudsyncctl.finding;

import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.record.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which connection of a baseline is which of today's: the one of the same name, else the one that
 * {@code renamed_from} names, else the only one of the same provider and account.
 */
final class Counterparts {
  private final DesiredState desired;
  private final List<Declaration.OfConnection> free;
  private final Map<DesiredConnection, Declaration.OfConnection> found = new HashMap<>();

  Counterparts(DesiredState desired, Declaration earlier) {
    this.desired = desired;
    this.free = new ArrayList<>(earlier.connections());
    desired.connections().forEach(one -> claim(one, named(one, one.name().value())));
    for (DesiredConnection one : desired.connections()) {
      Declared<String> old = one.renamedFrom();
      if (old != null) {
        claim(one, named(one, old.value()));
      }
    }
    desired.connections().forEach(one -> claim(one, sameAccount(one)));
  }

  /** Today's declaration of the connection of an address; null where nobody declares it. */
  @Nullable DesiredConnection today(Address address) {
    return desired.connections().stream()
        .filter(one -> one.name().value().equals(address.connection()))
        .filter(one ->
            address.account() == null
                || one.account() == null
                || one.account().value().equals(address.account()))
        .filter(one -> agrees(address.provider(), text(one.provider())))
        .findFirst()
        .orElse(null);
  }

  /** What a declared connection was at the baseline. */
  Optional<Declaration.OfConnection> earlier(DesiredConnection today) {
    return Optional.ofNullable(found.get(today));
  }

  /** What a connection that nobody declares any more was at the baseline. */
  Optional<Declaration.OfConnection> dropped(Address address) {
    return free.stream()
        .filter(one -> one.name().equals(address.connection()))
        .filter(one -> agrees(address.account(), one.account()))
        .filter(one -> agrees(address.provider(), one.provider()))
        .findFirst();
  }

  private void claim(DesiredConnection today, Predicate<Declaration.OfConnection> which) {
    List<Declaration.OfConnection> fitting = free.stream().filter(which).toList();
    if (!found.containsKey(today) && fitting.size() == 1) {
      found.put(today, fitting.getFirst());
      free.remove(fitting.getFirst());
    }
  }

  private static Predicate<Declaration.OfConnection> named(DesiredConnection today, String name) {
    return one ->
        one.name().equals(name)
            && agrees(text(today.account()), one.account())
            && agrees(text(today.provider()), one.provider());
  }

  private static Predicate<Declaration.OfConnection> sameAccount(DesiredConnection today) {
    String provider = text(today.provider());
    String account = text(today.account());
    return one ->
        provider != null
            && account != null
            && Objects.equals(provider, one.provider())
            && Objects.equals(account, one.account());
  }

  private static boolean agrees(@Nullable String today, @Nullable String then) {
    return today == null || then == null || today.equals(then);
  }

  private static @Nullable String text(@Nullable Declared<String> declared) {
    return declared == null ? null : declared.value();
  }
}
