package io.cloudsyncctl.plan.prune;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.Paths;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.match.ConnectionMatch;
import io.cloudsyncctl.plan.match.Elsewhere;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.PlanRisk;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what nobody declared into removals, where pruning was asked for.
 *
 * <p>The premise: an undeclared task may just as well be a declared one that was misspelt, renamed
 * or not seen. So a connection is left alone wherever there is such a doubt about it, and nothing
 * at all is pruned where little is declared: an empty file must never empty a NAS.
 */
public final class Pruner {
  private final DesiredState desired;
  private final LiveState live;
  private final Elsewhere elsewhere;
  private final List<Change> changes;
  private final List<Observation> observations;

  public Pruner(
      DesiredState desired,
      LiveState live,
      Elsewhere elsewhere,
      List<Change> changes,
      List<Observation> observations) {
    this.desired = desired;
    this.live = live;
    this.elsewhere = elsewhere;
    this.changes = changes;
    this.observations = observations;
  }

  /** Replaces the unmanaged ones that may go by their removals. */
  public void prune(ImmutableList<ConnectionMatch> matches) {
    List<Change> removals = new ArrayList<>();
    List<Observation> going = new ArrayList<>();
    List<Observation> kept = new ArrayList<>();
    for (Observation observation : observations) {
      if (!(observation instanceof Observation.Unmanaged unmanaged)) {
        continue;
      }
      Optional<PruneDoubt> doubt = doubt(unmanaged, matches);
      if (doubt.isPresent()) {
        kept.add(
            new Observation.Remark(
                unmanaged.address(), "not pruned, since " + doubt.get().reason()));
      } else {
        removals.add(removal(unmanaged));
        going.add(unmanaged);
      }
    }
    long tasks = removedTasks(removals);
    long all = live.connections().stream().mapToLong(c -> Math.max(1, c.tasks().size())).sum();
    if (tasks * 2 > all) {
      kept.add(
          new Observation.Remark(
              Address.ofPackage(desired.nas().name()),
              "nothing is pruned: "
                  + tasks
                  + " of "
                  + all
                  + " tasks are not declared, which looks like a declaration that is not"
                  + " complete"));
    } else {
      changes.addAll(removals);
      observations.removeAll(going);
    }
    observations.addAll(kept);
  }

  private long removedTasks(List<Change> removals) {
    return new Plan(desired.nas().name(), ImmutableList.copyOf(removals), ImmutableList.of())
        .removedTasks();
  }

  private Optional<PruneDoubt> doubt(
      Observation.Unmanaged unmanaged, ImmutableList<ConnectionMatch> matches) {
    Address address = unmanaged.address();
    TaskPaths paths = address.task();
    if (paths == null) {
      return connectionDoubt(unmanaged);
    }
    Address connection = address.withoutTask();
    if (changes.stream()
        .anyMatch(change ->
            (change instanceof Change.Manual || change instanceof Change.Create)
                && change.address().withoutTask().equals(connection))) {
      return Optional.of(PruneDoubt.STILL_TO_CREATE);
    }
    if (unreadable(connection)) {
      return Optional.of(PruneDoubt.CONNECTION_UNREADABLE);
    }
    if (!live.seesAll()
        && matches.stream()
            .filter(match -> isOf(match.live(), unmanaged))
            .anyMatch(match -> match.desired().account() == null)) {
      return Optional.of(PruneDoubt.NAMESAKE_UNSEEN);
    }
    boolean near =
        matches.stream()
            .filter(match -> match.desired().name().value().equals(address.connection()))
            .flatMap(match -> match.desired().tasks().stream())
            .anyMatch(task -> NearPaths.either(task.paths(), paths));
    return near ? Optional.of(PruneDoubt.NEARLY_THE_PATHS) : Optional.empty();
  }

  private static boolean isOf(
      @Nullable LiveConnection connection, Observation.Unmanaged unmanaged) {
    return connection != null && connection.id() == unmanaged.connectionId();
  }

  private Optional<PruneDoubt> connectionDoubt(Observation.Unmanaged unmanaged) {
    Address address = unmanaged.address();
    for (DesiredConnection declared : Elsewhere.all(desired)) {
      if (folded(declared.name().value()).equals(folded(String.valueOf(address.connection())))) {
        return Optional.of(PruneDoubt.NEARLY_THE_NAME);
      }
    }
    boolean waiting =
        changes.stream()
            .anyMatch(change -> change instanceof Change.Manual && change.address().task() == null);
    if (waiting || elsewhere.lacksOne(live)) {
      return Optional.of(PruneDoubt.MAY_BE_THE_MISSING_ONE);
    }
    if (observations.stream().anyMatch(Observation.Unreadable.class::isInstance)) {
      return Optional.of(PruneDoubt.SOMETHING_UNREADABLE);
    }
    if (!desired.elsewhere().complete()) {
      return Optional.of(PruneDoubt.FILE_UNUSABLE);
    }
    if (live.incomplete() != null) {
      return Optional.of(PruneDoubt.LIST_INCOMPLETE);
    }
    if (live(unmanaged).tasksUnreadable() != null) {
      return Optional.of(PruneDoubt.TASKS_UNREADABLE);
    }
    boolean one =
        observations.stream()
                .filter(Observation.Unmanaged.class::isInstance)
                .filter(other -> other.address().equals(address))
                .count()
            == 1;
    return one ? Optional.empty() : Optional.of(PruneDoubt.ONE_OF_TWO);
  }

  private boolean unreadable(Address connection) {
    return observations.stream()
        .filter(Observation.Unreadable.class::isInstance)
        .anyMatch(observation -> observation.address().withoutTask().equals(connection));
  }

  /** The removal of exactly what was observed, by its ids: names and paths may be those of two. */
  private Change removal(Observation.Unmanaged unmanaged) {
    Location.InFile at =
        desired.nas().at() == null
            ? new Location.InFile(desired.files().getFirst(), 1, 1)
            : desired.nas().at();
    LiveConnection connection = live(unmanaged);
    Long sessionId = unmanaged.sessionId();
    if (sessionId == null) {
      return Removals.ofConnection(unmanaged.address(), connection, pruned(), at);
    }
    LiveTask task =
        connection.tasks().stream()
            .filter(one -> one.sessionId() == sessionId)
            .findFirst()
            .orElseThrow();
    return Removals.ofTask(unmanaged.address(), connection, task, pruned(), at);
  }

  private LiveConnection live(Observation.Unmanaged unmanaged) {
    return live.connections().stream()
        .filter(connection -> connection.id() == unmanaged.connectionId())
        .findFirst()
        .orElseThrow();
  }

  private static ImmutableList<RiskFinding> pruned() {
    return ImmutableList.of(PlanRisk.PRUNED.finding(""));
  }

  static String folded(String text) {
    return Normalizer.normalize(Paths.withoutTrailingSlash(text), Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
