package io.cloudsyncctl.apply.leftover;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.diff.UnexplainedPause;
import io.cloudsyncctl.plan.match.DeclaredBy;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.restore.ResumeRisks;
import io.cloudsyncctl.plan.restore.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what earlier runs left paused into the plan of what is declared.
 *
 * <p>What the YAML says of a pause goes first: {@code paused: true} ends the matter, and {@code
 * paused: false} resumes whoever paused. Else only a pause that a run left is taken back, and only
 * where it can be told from everybody else's. In each case the resume answers for what runs changed
 * while the connection was paused.
 */
public final class LeftoverPlanner {
  private final Leftovers leftovers;
  private final LiveState live;
  private final DeclaredBy declared;
  private final SettingsRecord record;
  private final boolean pruned;
  private final List<Change> changes;
  private final List<Observation> observations;

  private LeftoverPlanner(
      Leftovers leftovers,
      Plan plan,
      LiveState live,
      DesiredState desired,
      SettingsRecord record,
      boolean pruned) {
    this.leftovers = leftovers;
    this.live = live;
    this.declared = DeclaredBy.of(desired, live);
    this.record = record;
    this.pruned = pruned;
    this.changes = new ArrayList<>(plan.changes());
    this.observations = new ArrayList<>(plan.observations());
  }

  /**
   * The same plan, with the pauses that were left behind taken back.
   *
   * @param record what was last written of settings that no getter answers
   * @param pruned whether what nobody declares is removed
   */
  public static Plan addTo(
      Plan plan,
      Leftovers leftovers,
      LiveState live,
      DesiredState desired,
      SettingsRecord record,
      boolean pruned) {
    return new LeftoverPlanner(leftovers, plan, live, desired, record, pruned).addTo(plan);
  }

  private Plan addTo(Plan plan) {
    // The oldest speaks for all of one connection: it has the whole evidence.
    Set<ConnectionIdentity> told = new HashSet<>();
    for (Leftover leftover : leftovers.open()) {
      LeftoverSight sight = leftovers.sight(leftover, live);
      if (told.add(leftover.connection().named(""))) {
        add(leftover, sight);
      }
    }
    return plan.with(
        ImmutableList.sortedCopyOf(Comparator.comparing(Change::address), changes),
        ImmutableList.sortedCopyOf(Comparator.comparing(Observation::address), observations));
  }

  private void add(Leftover leftover, LeftoverSight sight) {
    LiveConnection connection = sight.connection();
    if (connection == null) {
      switch (sight.kind()) {
        case HIDDEN, UNIDENTIFIED ->
            remark(leftover.address(), LeftoverWords.unseen(leftover, sight.kind(), live));
        case ACTIVE, PAUSED, ALL_PAUSED, OTHER_STATUS, RENAMED, GONE -> {}
      }
      return;
    }
    Address address = declared.address(connection);
    observations.remove(UnexplainedPause.of(address, connection.paused()));
    if (sight.kind() == LeftoverSight.Kind.ACTIVE
        || declared.isPaused(connection)
        || goes(connection)) {
      return;
    }
    Optional<Change.Resume> planned = resume(connection);
    if (planned.isEmpty() && sight.kind() != LeftoverSight.Kind.PAUSED) {
      remark(address, LeftoverWords.notResumed(leftover, sight.kind(), connection));
      return;
    }
    ImmutableList<RiskFinding> risks = risks(leftover, connection, address);
    planned.ifPresent(changes::remove);
    changes.add(
        new Change.Resume(
            address,
            new Target.OfConnection(connection.identity()),
            connection.status(),
            risks,
            planned
                .map(Change.Resume::at)
                .orElseGet(() -> new Location.InFile(leftover.run().path().toString(), 1, 1))));
    remark(address, LeftoverWords.resumed(leftover, sight.kind(), risks));
  }

  private ImmutableList<RiskFinding> risks(
      Leftover leftover, LiveConnection connection, Address address) {
    @Nullable DesiredConnection declaration = declared.declaration(connection).orElse(null);
    return ResumeRisks.of(
        leftovers.trace(leftover),
        connection,
        address,
        new Wanted.Declared(declaration, pruned),
        changes,
        record);
  }

  private Optional<Change.Resume> resume(LiveConnection connection) {
    return changes.stream()
        .filter(Change.Resume.class::isInstance)
        .map(Change.Resume.class::cast)
        .filter(resume -> resume.connection().id() == connection.id())
        .findFirst();
  }

  private boolean goes(LiveConnection connection) {
    return changes.stream()
        .anyMatch(change ->
            change instanceof Change.Delete delete
                && delete.target() instanceof Target.OfConnection gone
                && gone.id() == connection.id());
  }

  private void remark(Address address, String text) {
    observations.add(new Observation.Remark(address, text));
  }
}
