package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.plan.DeclaredBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What readings of a NAS say of what earlier runs left: which of it is settled. */
public final class LeftoverNews {
  private final Leftovers leftovers;

  /** News of these. */
  public LeftoverNews(Leftovers leftovers) {
    this.leftovers = leftovers;
  }

  /** The connections that a reading shows at work. */
  public ImmutableMap<Leftover, Settlements.Why> seenActive(LiveState live) {
    Map<Leftover, Settlements.Why> settled = new LinkedHashMap<>();
    for (Leftover leftover : leftovers.open()) {
      if (leftovers.sight(leftover, live).kind() == LeftoverSight.Kind.ACTIVE) {
        settled.put(leftover, Settlements.Why.SEEN_ACTIVE);
      }
    }
    return ImmutableMap.copyOf(settled);
  }

  /**
   * What is settled at the end of a run.
   *
   * @param before the NAS as it was before
   * @param after the NAS as it is now: where it is another, a connection that is gone is so in both
   * @param outcomes what the run did, where it was not for nothing
   */
  public ImmutableMap<Leftover, Settlements.Why> settled(
      DesiredState desired, LiveState before, LiveState after, List<OperationOutcome> outcomes) {
    Map<Leftover, Settlements.Why> settled = new LinkedHashMap<>(seenActive(after));
    DeclaredBy declared = DeclaredBy.of(desired, after);
    for (Leftover leftover : leftovers.open()) {
      LeftoverSight sight = leftovers.sight(leftover, after);
      LiveConnection connection = sight.connection();
      boolean paused =
          sight.kind() == LeftoverSight.Kind.PAUSED
              && connection != null
              && declared.isPaused(connection);
      boolean gone =
          sight.kind() == LeftoverSight.Kind.GONE
              && leftovers.sight(leftover, before).kind() == LeftoverSight.Kind.GONE;
      boolean removed = sight.kind() == LeftoverSight.Kind.GONE && removed(leftover, outcomes);
      boolean resumedOutOfSight =
          sight.kind() == LeftoverSight.Kind.HIDDEN && resumed(leftover, outcomes);
      why(paused, gone || removed, resumedOutOfSight)
          .ifPresent(why -> settled.putIfAbsent(leftover, why));
    }
    return ImmutableMap.copyOf(settled);
  }

  private static Optional<Settlements.Why> why(boolean paused, boolean gone, boolean resumed) {
    if (paused) {
      return Optional.of(Settlements.Why.DECLARED_PAUSED);
    }
    if (gone) {
      return Optional.of(Settlements.Why.GONE);
    }
    return resumed ? Optional.of(Settlements.Why.SEEN_ACTIVE) : Optional.empty();
  }

  private static boolean resumed(Leftover leftover, List<OperationOutcome> outcomes) {
    return outcomes.stream()
        .anyMatch(outcome ->
            outcome instanceof OperationOutcome.Done(Operation.ResumeConnection resume)
                && leftover.connection().isSameUnderAnyName(resume.connection().identity()));
  }

  private static boolean removed(Leftover leftover, List<OperationOutcome> outcomes) {
    return outcomes.stream()
        .anyMatch(outcome ->
            outcome instanceof OperationOutcome.Done(Operation.RemoveConnection remove)
                && leftover.connection().isSameUnderAnyName(remove.connection().identity()));
  }
}
