package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.plan.match.ConnectionAddresses;
import io.cloudsyncctl.plan.match.ConnectionMatch;
import io.cloudsyncctl.plan.match.ConnectionMatcher;
import io.cloudsyncctl.plan.match.Elsewhere;
import io.cloudsyncctl.plan.match.KnownTasks;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.prune.Pruner;
import io.cloudsyncctl.plan.prune.Removals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares how a NAS shall be with how it is. */
public final class Differ {
  private final DesiredState desired;
  private final LiveState live;
  private final SettingsRecord record;
  private final Recreation recreation;
  private final List<Change> changes = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();

  private Differ(
      DesiredState desired, LiveState live, SettingsRecord record, Recreation recreation) {
    this.desired = desired;
    this.live = live;
    this.record = record;
    this.recreation = recreation;
  }

  /**
   * The plan that makes the live state the desired one.
   *
   * @param record what was last written of the settings that no getter answers
   * @param prune whether what nobody declared is removed
   * @param recreation what is created anew although the record knows that it was there
   * @throws DiagnosticException where it is not certain which connection or task is meant
   */
  public static Plan diff(
      DesiredState desired,
      LiveState live,
      SettingsRecord record,
      boolean prune,
      Recreation recreation) {
    return new Differ(desired, live, record, recreation).plan(prune);
  }

  private Plan plan(boolean prune) {
    GroupDiffer.ofPackage(
            Address.ofPackage(desired.nas().name()),
            desired.packageSettings(),
            live.packageSettings(),
            record.relink())
        .diff(changes, observations);
    Volumes.check(changes, live);
    Elsewhere elsewhere = Elsewhere.of(desired, live);
    ImmutableList<ConnectionMatch> matches =
        ConnectionMatcher.match(desired.connections(), elsewhere.rest(live), errors);
    ConnectionAddresses addresses = ConnectionAddresses.of(desired, live, matches);
    matches.forEach(match -> connection(match, addresses.of(match.desired())));
    NotSyncing.ofAll(desired.nas().name(), live, matches.stream().anyMatch(m -> m.live() != null))
        .ifPresent(observations::add);
    unmanaged(addresses, elsewhere);
    if (prune) {
      new Pruner(desired, live, elsewhere, changes, observations).prune(matches);
    }
    if (!errors.isEmpty()) {
      throw new DiagnosticException(FailureKind.BAD_INPUT, errors, null);
    }
    return new Plan(
        desired.nas().name(),
        ImmutableList.sortedCopyOf(Comparator.comparing(Change::address), changes),
        ImmutableList.sortedCopyOf(Comparator.comparing(Observation::address), observations));
  }

  private void connection(ConnectionMatch match, Address address) {
    DesiredConnection wanted = match.desired();
    LiveConnection actual = match.live();
    if (actual == null) {
      missing(wanted, address);
      return;
    }
    Target.OfConnection target = Target.OfConnection.of(actual);
    if (wanted.presence() == Presence.ABSENT) {
      absent(wanted, actual, address);
      return;
    }
    DeclaredSettings settings = wanted.settings();
    if (match.renamed()) {
      settings = withName(settings, wanted.name());
    }
    List<Change> own = new ArrayList<>();
    GroupDiffer.ofConnection(address, target, settings, actual.settings()).diff(own, observations);
    boolean inDoubt = match.renamed() && UnwrittenRename.isInDoubt(wanted, actual, record.known());
    own.forEach(change -> changes.add(inDoubt ? UnwrittenRename.judged(change, actual) : change));
    pausing(wanted.paused(), actual, address, target);
    new TaskDiffer(
            wanted,
            actual,
            address,
            target,
            record,
            KnownTasks.of(record.known(), wanted, actual, live),
            recreation,
            actual.paused() || live.allPaused())
        .diff(changes, observations, errors);
  }

  private void absent(DesiredConnection wanted, LiveConnection actual, Address address) {
    String unreadable = actual.tasksUnreadable();
    if (unreadable == null) {
      changes.add(Removals.ofConnection(address, actual, ImmutableList.of(), wanted.at()));
    } else {
      observations.add(
          new Observation.Unreadable(
              address,
              "not removed, since its tasks cannot be read, and nobody can say what would go with"
                  + " it: "
                  + unreadable,
              wanted.at()));
    }
  }

  private void missing(DesiredConnection wanted, Address address) {
    if (!live.seesAll()) {
      String why =
          live.incomplete() == null
              ? "this login sees only its own connections: it is no administrator, or admin_mode is"
                  + " off"
              : "the list of connections is not complete: " + live.incomplete();
      observations.add(new Observation.Unreadable(address, "not found, but " + why, wanted.at()));
    } else if (wanted.presence() == Presence.PRESENT) {
      changes.add(
          ManualSteps.linkConnection(
              address, wanted, live.connections(), KnownTasks.gone(record, wanted, live)));
    }
  }

  private void pausing(
      @Nullable Declared<Boolean> paused,
      LiveConnection actual,
      Address address,
      Target.OfConnection target) {
    if (paused == null && (actual.paused() || live.allPaused())) {
      observations.add(UnexplainedPause.of(address, actual.paused()));
    }
    // What is paused as a whole may still sync for a while: what counts is what it says itself.
    boolean resumes = paused != null && !paused.value() && (actual.paused() || live.allPaused());
    if (paused != null && paused.value() && !actual.paused()) {
      changes.add(new Change.Pause(address, target, actual.status(), paused.at()));
    } else if (paused != null && resumes) {
      changes.add(new Change.Resume(address, target, actual.status(), paused.at()));
    }
    NotSyncing.of(address, actual, paused, live, resumes).ifPresent(observations::add);
  }

  private void unmanaged(ConnectionAddresses addresses, Elsewhere elsewhere) {
    live.connections().stream()
        .filter(connection -> !addresses.isDeclared(connection) && !elsewhere.has(connection))
        .forEach(connection ->
            observations.add(
                new Observation.Unmanaged(addresses.of(connection), connection.id(), null)));
  }

  private static DeclaredSettings withName(DeclaredSettings settings, Declared<String> name) {
    DeclaredSettings.Builder builder = DeclaredSettings.builder();
    builder.put(ConnectionSettings.NAME, name);
    settings.settings().forEach(setting -> copy(setting, settings, builder));
    return builder.build();
  }

  private static <T> void copy(
      Setting<T> setting, DeclaredSettings from, DeclaredSettings.Builder to) {
    from.get(setting).ifPresent(value -> to.put(setting, value));
  }
}
