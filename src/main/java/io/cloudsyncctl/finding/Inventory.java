package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is declared of a NAS, part by part, and how each is: also what is as declared,
 * which a plan does not name.
 */
public final class Inventory {
  private final Address ofPackage;
  private final boolean reached;
  private final ImmutableList<Observation> observations;
  private final ImmutableListMultimap<Address, Finding> findings;

  /** Of which address anything is told, whatever it is. */
  private final ImmutableSet<Address> known;

  private final List<ManagedAspect> parts = new ArrayList<>();

  private Inventory(String nas, Optional<AssessedPlan> assessed) {
    this.ofPackage = Address.ofPackage(nas);
    this.reached = assessed.isPresent();
    Plan plan =
        assessed
            .map(AssessedPlan::plan)
            .orElseGet(() -> new Plan(nas, ImmutableList.of(), ImmutableList.of()));
    this.observations = plan.observations();
    this.findings =
        Multimaps.index(
            assessed.map(AssessedPlan::findings).orElse(ImmutableList.of()),
            finding -> finding.difference().address());
    this.known =
        Stream.concat(
                plan.changes().stream().map(Change::address),
                observations.stream().map(Observation::address))
            .collect(ImmutableSet.toImmutableSet());
  }

  /** The parts of a NAS that could be read. */
  public static ImmutableList<ManagedAspect> of(DesiredState desired, AssessedPlan plan) {
    return new Inventory(plan.plan().nas(), Optional.of(plan)).all(desired);
  }

  /** The parts of a NAS of which nothing is known. */
  public static ImmutableList<ManagedAspect> unreached(DesiredState desired) {
    return new Inventory(desired.nas().name(), Optional.empty()).all(desired);
  }

  private ImmutableList<ManagedAspect> all(DesiredState desired) {
    Optional<ManagedAspect.State> hidden = hidden(ofPackage);
    DeclaredSettings settings = desired.packageSettings();
    group(ofPackage, ManagedAspect.Aspect.PACKAGE, SettingGroup.PACKAGE, settings, hidden);
    group(ofPackage, ManagedAspect.Aspect.RELINK, SettingGroup.RELINK, settings, hidden);
    desired.connections().forEach(this::connection);
    for (Observation observation : observations) {
      if (observation instanceof Observation.Unmanaged(Address address, var _, var _)) {
        ManagedAspect.Aspect aspect = whole(address);
        parts.add(new ManagedAspect(address, aspect, ManagedAspect.State.UNMANAGED, null));
      }
    }
    return ImmutableList.copyOf(parts);
  }

  private void connection(DesiredConnection connection) {
    Address address = address(connection);
    Optional<ManagedAspect.State> hidden = hidden(address);
    add(address, ManagedAspect.Aspect.CONNECTION, connection.at(), hidden);
    if (connection.paused() != null) {
      // Where the connection is there, the list of connections tells this.
      add(
          address,
          ManagedAspect.Aspect.PAUSED,
          connection.paused().at(),
          missing(address, connection));
    }
    group(
        address,
        ManagedAspect.Aspect.SETTINGS,
        SettingGroup.CONNECTION,
        connection.settings(),
        hidden);
    group(
        address,
        ManagedAspect.Aspect.SCHEDULE,
        SettingGroup.SCHEDULE,
        connection.settings(),
        hidden);
    for (DesiredTask task : connection.tasks()) {
      Address ofTask = address.task(task.paths());
      Optional<ManagedAspect.State> hiddenTask =
          hidden(ofTask).or(() -> missing(address, connection));
      add(ofTask, ManagedAspect.Aspect.TASK, task.at(), hiddenTask);
      group(ofTask, ManagedAspect.Aspect.DIRECTION, SettingGroup.TASK, task.settings(), hiddenTask);
      group(
          ofTask, ManagedAspect.Aspect.FILTERS, SettingGroup.FILTERS, task.settings(), hiddenTask);
    }
  }

  /** How the parts are of what is not there or cannot be seen: nothing of it was compared. */
  private Optional<ManagedAspect.State> hidden(Address address) {
    return findings.get(address).stream()
        .filter(finding ->
            switch (finding.difference()) {
              case Difference.Unseen _,
                  Difference.OfWhole(Change.Create _),
                  Difference.OfWhole(Change.Manual _) ->
                  true;
              case Difference.OfSetting _, Difference.OfWhole _, Difference.Undeclared _ -> false;
            })
        .map(Inventory::state)
        .max(Comparator.naturalOrder());
  }

  /** Likewise of everything below a connection: that one setting is not readable hides no task. */
  private Optional<ManagedAspect.State> missing(Address address, DesiredConnection connection) {
    return findings.get(address).stream().anyMatch(finding -> isMissing(finding, connection))
        ? hidden(address)
        : Optional.empty();
  }

  private static boolean isMissing(Finding finding, DesiredConnection connection) {
    return switch (finding.difference()) {
      case Difference.Unseen(var unseen) -> connection.at().equals(unseen.at());
      case Difference.OfWhole(Change.Manual _) -> true;
      case Difference.OfSetting _, Difference.OfWhole _, Difference.Undeclared _ -> false;
    };
  }

  /** A plan tells account and provider only where the name alone would not do. */
  private Address address(DesiredConnection connection) {
    String name = connection.name().value();
    Address plain = Address.ofConnection(ofPackage.nas(), name, null);
    List<Address> fuller = new ArrayList<>();
    if (connection.account() != null) {
      fuller.add(Address.ofConnection(ofPackage.nas(), name, connection.account().value()));
    }
    if (connection.provider() != null) {
      String provider = connection.provider().value();
      fuller.addAll(0, fuller.stream().map(address -> address.of(provider)).toList());
      fuller.add(plain.of(provider));
    }
    return fuller.stream()
        .filter(full -> known.stream().anyMatch(address -> full.equals(address.withoutTask())))
        .findFirst()
        .orElse(plain);
  }

  private void group(
      Address address,
      ManagedAspect.Aspect aspect,
      SettingGroup group,
      DeclaredSettings settings,
      Optional<ManagedAspect.State> hidden) {
    settings.settings().stream()
        .filter(setting -> setting.group() == group)
        .map(setting -> settings.get(setting).orElseThrow().at())
        .min(Comparator.comparingInt(Location.InFile::line))
        .ifPresent(at -> add(address, aspect, at, hidden));
  }

  private void add(
      Address address,
      ManagedAspect.Aspect aspect,
      Location.InFile at,
      Optional<ManagedAspect.State> hidden) {
    parts.add(new ManagedAspect(address, aspect, state(address, aspect, hidden), at));
  }

  private ManagedAspect.State state(
      Address address, ManagedAspect.Aspect aspect, Optional<ManagedAspect.State> hidden) {
    if (!reached) {
      return ManagedAspect.State.UNREACHABLE;
    }
    Optional<ManagedAspect.State> found =
        findings.get(address).stream()
            .filter(finding -> aspect(finding.difference()) == aspect)
            .map(Inventory::state)
            .max(Comparator.naturalOrder());
    return found
        .or(() -> hidden)
        .orElse(
            isUnverifiable(address, aspect)
                ? ManagedAspect.State.UNVERIFIABLE
                : ManagedAspect.State.IN_SYNC);
  }

  private boolean isUnverifiable(Address address, ManagedAspect.Aspect aspect) {
    return observations.stream()
        .anyMatch(observation ->
            observation instanceof Observation.Unverifiable one
                && one.address().equals(address)
                && aspect(one.setting().group()) == aspect);
  }

  /** The part that a difference belongs to. */
  public static ManagedAspect.Aspect aspect(Difference difference) {
    return switch (difference) {
      case Difference.OfSetting(Change.Update change, var _) -> aspect(change.group());
      case Difference.OfWhole(Change.Pause _), Difference.OfWhole(Change.Resume _) ->
          ManagedAspect.Aspect.PAUSED;
      case Difference.OfWhole _, Difference.Unseen _, Difference.Undeclared _ ->
          whole(difference.address());
    };
  }

  private static ManagedAspect.Aspect whole(Address address) {
    if (address.connection() == null) {
      return ManagedAspect.Aspect.PACKAGE;
    }
    return address.task() == null ? ManagedAspect.Aspect.CONNECTION : ManagedAspect.Aspect.TASK;
  }

  private static ManagedAspect.Aspect aspect(SettingGroup group) {
    return switch (group) {
      case PACKAGE -> ManagedAspect.Aspect.PACKAGE;
      case RELINK -> ManagedAspect.Aspect.RELINK;
      case CONNECTION -> ManagedAspect.Aspect.SETTINGS;
      case SCHEDULE -> ManagedAspect.Aspect.SCHEDULE;
      case TASK -> ManagedAspect.Aspect.DIRECTION;
      case FILTERS -> ManagedAspect.Aspect.FILTERS;
    };
  }

  /** How the part is that a difference belongs to. */
  public static ManagedAspect.State state(Finding finding) {
    if (!finding.counts()) {
      return ManagedAspect.State.IGNORED;
    }
    return switch (finding.difference()) {
      case Difference.Unseen _ -> ManagedAspect.State.UNREADABLE;
      case Difference.Undeclared _ -> ManagedAspect.State.UNMANAGED;
      case Difference.OfSetting _, Difference.OfWhole _ ->
          switch (finding.attribution()) {
            case PENDING -> ManagedAspect.State.PENDING;
            case DRIFT, BOTH -> ManagedAspect.State.DRIFT;
            case UNATTRIBUTED -> ManagedAspect.State.DIFFERS;
          };
    };
  }
}
