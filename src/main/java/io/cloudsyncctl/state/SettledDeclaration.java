package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.record.Declaration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a record may remember as declared after an apply. A connection or task that a person still
 * has to make by hand is not there yet: of it stays what was remembered before.
 */
final class SettledDeclaration {
  private final Declaration before;
  private final Collection<Address> unsettled;

  private SettledDeclaration(Declaration before, Collection<Address> unsettled) {
    this.before = before;
    this.unsettled = unsettled;
  }

  static Declaration of(Declaration now, Declaration before, Collection<Address> unsettled) {
    SettledDeclaration settled = new SettledDeclaration(before, unsettled);
    return new Declaration(
        now.packageSettings(),
        now.connections().stream()
            .flatMap(one -> settled.connection(one).stream())
            .collect(ImmutableList.toImmutableList()));
  }

  private Optional<Declaration.OfConnection> connection(Declaration.OfConnection now) {
    List<Address> its = unsettled.stream().filter(address -> isOf(address, now)).toList();
    Optional<Declaration.OfConnection> then =
        before.connections().stream().filter(one -> isSame(one, now)).findFirst();
    if (its.stream().anyMatch(address -> address.task() == null)) {
      return then;
    }
    return Optional.of(
        now.with(
            now.tasks().stream()
                .flatMap(task -> task(task, its, then).stream())
                .collect(ImmutableList.toImmutableList())));
  }

  private static Optional<Declaration.OfTask> task(
      Declaration.OfTask now, List<Address> unsettled, Optional<Declaration.OfConnection> then) {
    boolean open =
        unsettled.stream()
            .anyMatch(address -> address.task() != null && address.task().same(now.paths()));
    return open ? then.flatMap(one -> one.task(now.paths())) : Optional.of(now);
  }

  private static boolean isOf(Address address, Declaration.OfConnection connection) {
    return connection.name().equals(address.connection())
        && (address.account() == null || address.account().equals(connection.account()))
        && (address.provider() == null || address.provider().equals(connection.provider()));
  }

  private static boolean isSame(Declaration.OfConnection one, Declaration.OfConnection other) {
    return one.name().equals(other.name())
        && (one.account() == null
            || other.account() == null
            || one.account().equals(other.account()))
        && (one.provider() == null
            || other.provider() == null
            || one.provider().equals(other.provider()));
  }
}
