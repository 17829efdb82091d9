package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.RiskFinding;
import io.cloudsyncctl.model.TaskIdentity;
import java.util.Comparator;

/** Removals of connections and tasks, as changes. */
final class Removals {
  private Removals() {}

  /** The removal of a connection and all its tasks. */
  static Change.Delete ofConnection(
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
  static Change.Delete ofTask(
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
