package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.util.Optional;

/**
 * Lets connections rest while changes are made to them that may delete files: nothing syncs by
 * settings that are half old and half new.
 */
public final class Quiesce {
  private Quiesce() {}

  /**
   * The same plan, with what rests meanwhile. What the plan pauses anyway is left to that, and what
   * rests by itself is only looked at. Where somebody has paused everything at once, that pause is
   * not ours to take back, so nothing is paused and resumed beside it: it has to show.
   */
  public static Plan addTo(Plan plan, LiveState live) {
    ImmutableList.Builder<Plan.Resting> resting = ImmutableList.builder();
    for (LiveConnection connection : live.connections()) {
      if (!connection.rests() && (!live.allPaused() || isResumed(plan, connection))) {
        resting(plan, connection).ifPresent(resting::add);
      }
    }
    return plan.resting(resting.build());
  }

  private static Optional<Plan.Resting> resting(Plan plan, LiveConnection connection) {
    Optional<Change> dangerous =
        plan.changes().stream()
            .filter(change -> mayDeleteFiles(change) && isOf(change, connection))
            .findFirst();
    boolean pausedAnyway =
        plan.changes().stream()
            .anyMatch(change ->
                change instanceof Change.Pause pause && pause.connection().id() == connection.id());
    if (dangerous.isEmpty() || pausedAnyway) {
      return Optional.empty();
    }
    Address address = dangerous.get().address().withoutTask();
    return Optional.of(
        new Plan.Resting(
            address,
            Target.OfConnection.of(connection),
            connection.tasks().stream()
                .map(task ->
                    plan.declaredAddress(connection, task)
                        .orElseGet(() -> address.task(task.paths())))
                .sorted()
                .collect(ImmutableList.toImmutableList())));
  }

  private static boolean isResumed(Plan plan, LiveConnection connection) {
    return plan.changes().stream()
        .anyMatch(change ->
            change instanceof Change.Resume resume && resume.connection().id() == connection.id());
  }

  /** Whether a change writes something that may delete files. */
  public static boolean mayDeleteFiles(Change change) {
    return change instanceof Change.Update update
        && update.write() != null
        && update.risks().stream().anyMatch(finding -> finding.risk() == Risk.DATA_LOSS);
  }

  private static boolean isOf(Change change, LiveConnection connection) {
    return change instanceof Change.Update update
        && update
            .target()
            .concernedConnection()
            .filter(one -> one.id() == connection.id())
            .isPresent();
  }
}
