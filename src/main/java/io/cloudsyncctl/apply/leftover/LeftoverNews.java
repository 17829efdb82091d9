package io.cloudsyncctl.apply.leftover;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.Settlements;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.match.DeclaredBy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** What readings of a NAS say of what earlier runs left: which of it is settled. */
public final class LeftoverNews {
  /** How long a pause that was sent may take to come. */
  private static final Duration TIME_TO_COME = RestTerms.USUAL_LIMIT;

  private final Leftovers leftovers;
  private final InstantSource clock;

  /** News of these. */
  public LeftoverNews(Leftovers leftovers, InstantSource clock) {
    this.leftovers = leftovers;
    this.clock = clock;
  }

  /** The connections that a reading shows at work, and that no pause is still to come to. */
  public ImmutableMap<Leftover, Settlements.Why> seenActive(LiveState live) {
    Map<Leftover, Settlements.Why> settled = new LinkedHashMap<>();
    for (Leftover leftover : leftovers.open()) {
      if (leftovers.sight(leftover, live).kind() == LeftoverSight.Kind.ACTIVE
          && !mayStillPause(leftover)) {
        settled.put(leftover, Settlements.Why.SEEN_ACTIVE);
      }
    }
    return ImmutableMap.copyOf(settled);
  }

  /** Whether the run died, or gave up to wait, so shortly ago that its pause may still come. */
  private boolean mayStillPause(Leftover leftover) {
    return leftover
        .run()
        .pauses()
        .unseen(leftover.connection().id())
        .filter(sent -> clock.instant().isBefore(sent.plus(TIME_TO_COME)))
        .isPresent();
  }

  /**
   * What is settled at the end of a run.
   *
   * @param before the NAS as it was before
   * @param after the NAS as it is now: where it is another, a connection that is gone is so in both
   * @param outcomes what the run did, where it was not for nothing
   * @param isOver whether it has seen a connection paused and then at work
   */
  public ImmutableMap<Leftover, Settlements.Why> settled(
      DesiredState desired,
      LiveState before,
      LiveState after,
      List<OperationOutcome> outcomes,
      LongPredicate isOver) {
    Map<Leftover, Settlements.Why> settled = new LinkedHashMap<>();
    DeclaredBy declared = DeclaredBy.of(desired, after);
    for (Leftover leftover : leftovers.open()) {
      LeftoverSight sight = leftovers.sight(leftover, after);
      LiveConnection connection = sight.connection();
      boolean paused =
          sight.kind() == LeftoverSight.Kind.PAUSED
              && connection != null
              && declared.isPaused(connection);
      LeftoverSight.Kind then = leftovers.sight(leftover, before).kind();
      boolean gone = sight.kind() == LeftoverSight.Kind.GONE && then == LeftoverSight.Kind.GONE;
      boolean removed = sight.kind() == LeftoverSight.Kind.GONE && removed(leftover, outcomes);
      boolean active =
          switch (sight.kind()) {
            case ACTIVE -> true;
            case HIDDEN -> resumed(leftover, outcomes);
            case PAUSED, ALL_PAUSED, OTHER_STATUS, RENAMED, GONE, UNIDENTIFIED ->
                connection != null && isOver.test(connection.id());
          };
      boolean came = then == LeftoverSight.Kind.PAUSED || !mayStillPause(leftover);
      why(paused, gone || removed, active && came).ifPresent(why -> settled.put(leftover, why));
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
