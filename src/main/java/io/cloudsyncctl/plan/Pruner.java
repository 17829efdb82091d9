package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.Paths;
import io.cloudsyncctl.model.RiskFinding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns what nobody declared into removals, where pruning was asked for.
 *
 * <p>The premise: an undeclared task may just as well be a declared one that was misspelt, renamed
 * or not seen. So a connection is left alone wherever there is such a doubt about it, and nothing
 * at all is pruned where little is declared: an empty file must never empty a NAS.
 */
final class Pruner {
  private final DesiredState desired;
  private final LiveState live;
  private final List<Change> changes;
  private final List<Observation> observations;

  Pruner(
      DesiredState desired, LiveState live, List<Change> changes, List<Observation> observations) {
    this.desired = desired;
    this.live = live;
    this.changes = changes;
    this.observations = observations;
  }

  /** Replaces the unmanaged ones that may go by their removals. */
  void prune(ImmutableList<ConnectionMatch> matches) {
    List<Change> removals = new ArrayList<>();
    List<Observation> kept = new ArrayList<>();
    for (Observation observation : observations) {
      if (!(observation instanceof Observation.Unmanaged unmanaged)) {
        continue;
      }
      Optional<PruneDoubt> doubt = doubt(unmanaged.address(), matches);
      if (doubt.isPresent()) {
        kept.add(
            new Observation.Remark(
                unmanaged.address(), "not pruned, since " + doubt.get().reason()));
      } else {
        removal(unmanaged.address(), matches).ifPresent(removals::add);
      }
    }
    long going =
        new Plan(desired.nas().name(), ImmutableList.copyOf(removals), ImmutableList.of())
            .removedTasks();
    long all = live.connections().stream().mapToLong(c -> Math.max(1, c.tasks().size())).sum();
    if (going * 2 > all) {
      kept.add(
          new Observation.Remark(
              Address.ofPackage(desired.nas().name()),
              "nothing is pruned: "
                  + going
                  + " of "
                  + all
                  + " tasks are not declared, which looks like a declaration that is not"
                  + " complete"));
    } else {
      changes.addAll(removals);
      observations.removeIf(observation ->
          removals.stream().anyMatch(removal -> isOf(observation, removal.address())));
    }
    observations.addAll(kept);
  }

  private static boolean isOf(Observation observation, Address address) {
    return observation instanceof Observation.Unmanaged && observation.address().equals(address);
  }

  private Optional<PruneDoubt> doubt(Address address, ImmutableList<ConnectionMatch> matches) {
    if (address.task() == null) {
      return connectionDoubt(address);
    }
    Address connection = ofConnection(address);
    if (changes.stream()
        .anyMatch(change ->
            (change instanceof Change.Manual || change instanceof Change.Create)
                && ofConnection(change.address()).equals(connection))) {
      return Optional.of(PruneDoubt.STILL_TO_CREATE);
    }
    if (unreadable(connection)) {
      return Optional.of(PruneDoubt.CONNECTION_UNREADABLE);
    }
    boolean near =
        matches.stream()
            .filter(match -> match.desired().name().value().equals(address.connection()))
            .flatMap(match -> match.desired().tasks().stream())
            .anyMatch(task ->
                folded(task.paths().local()).equals(folded(address.task().local()))
                    || folded(task.paths().cloud()).equals(folded(address.task().cloud())));
    return near ? Optional.of(PruneDoubt.NEARLY_THE_PATHS) : Optional.empty();
  }

  private Optional<PruneDoubt> connectionDoubt(Address address) {
    for (DesiredConnection declared : desired.connections()) {
      if (folded(declared.name().value()).equals(folded(String.valueOf(address.connection())))) {
        return Optional.of(PruneDoubt.NEARLY_THE_NAME);
      }
    }
    boolean waiting =
        changes.stream()
            .anyMatch(change -> change instanceof Change.Manual && change.address().task() == null);
    if (waiting) {
      return Optional.of(PruneDoubt.MAY_BE_THE_MISSING_ONE);
    }
    return observations.stream().anyMatch(Observation.Unreadable.class::isInstance)
        ? Optional.of(PruneDoubt.SOMETHING_UNREADABLE)
        : Optional.empty();
  }

  private boolean unreadable(Address connection) {
    return observations.stream()
        .filter(Observation.Unreadable.class::isInstance)
        .anyMatch(observation -> ofConnection(observation.address()).equals(connection));
  }

  private Optional<Change> removal(Address address, ImmutableList<ConnectionMatch> matches) {
    Location.InFile at =
        desired.nas().at() == null
            ? new Location.InFile(desired.files().getFirst(), 1, 1)
            : desired.nas().at();
    if (address.task() == null) {
      return live.connections().stream()
          .filter(connection -> connection.name().equals(address.connection()))
          .filter(connection ->
              address.account() == null || connection.account().equals(address.account()))
          .findFirst()
          .map(connection -> Removals.ofConnection(address, connection, pruned(), at));
    }
    for (ConnectionMatch match : matches) {
      LiveConnection connection = match.live();
      if (connection != null && match.desired().name().value().equals(address.connection())) {
        Optional<LiveTask> task =
            connection.tasks().stream().filter(one -> one.paths().same(address.task())).findFirst();
        if (task.isPresent()) {
          return Optional.of(Removals.ofTask(address, connection, task.get(), pruned(), at));
        }
      }
    }
    return Optional.empty();
  }

  private static ImmutableList<RiskFinding> pruned() {
    return ImmutableList.of(PlanRisk.PRUNED.finding(""));
  }

  private static Address ofConnection(Address address) {
    return new Address(address.nas(), address.connection(), address.account(), null);
  }

  static String folded(String text) {
    return Normalizer.normalize(Paths.withoutTrailingSlash(text), Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
