package io.cloudsyncctl.plan.prune;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.PlanRisk;
import io.cloudsyncctl.plan.model.Target;
import java.util.Comparator;

/** Removals of connections and tasks, as changes. */
public final class Removals {
  private Removals() {}

  /** The removal of a connection and all its tasks. */
  public static Change.Delete ofConnection(
      Address address,
      LiveConnection connection,
      ImmutableList<RiskFinding> more,
      Location.InFile at) {
    ImmutableList<Address> tasks =
        connection.tasks().stream()
            .map(task -> address.task(task.paths()))
            .sorted()
            .collect(ImmutableList.toImmutableList());
    String with =
        switch (tasks.size()) {
          case 0 -> "";
          case 1 -> " with its task";
          default -> " with its " + tasks.size() + " tasks";
        };
    return new Change.Delete(
        address,
        Target.OfConnection.of(connection),
        tasks,
        connection.tasks().stream()
            .map(LiveTask::identity)
            .sorted(Comparator.comparingLong(TaskIdentity::sessionId))
            .collect(ImmutableList.toImmutableList()),
        disconnect(PlanRisk.CONNECTION_REMOVED.finding(with), more),
        at);
  }

  /** The removal of a task. */
  public static Change.Delete ofTask(
      Address address,
      LiveConnection connection,
      LiveTask task,
      ImmutableList<RiskFinding> more,
      Location.InFile at) {
    return new Change.Delete(
        address,
        Target.OfTask.of(Target.OfConnection.of(connection), task),
        ImmutableList.of(),
        ImmutableList.of(),
        disconnect(PlanRisk.TASK_REMOVED.finding(""), more),
        at);
  }

  private static ImmutableList<RiskFinding> disconnect(
      RiskFinding removal, ImmutableList<RiskFinding> more) {
    return ImmutableList.<RiskFinding>builder().add(removal).addAll(more).build();
  }
}
