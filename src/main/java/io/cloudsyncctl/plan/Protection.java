package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.LiveSettings;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.RiskFinding;
import io.cloudsyncctl.model.TaskPaths;

/**
 * What {@code protect: true} keeps from harm on all NAS of a run, whatever flags say.
 *
 * @param byNas what is declared of each, by its name
 */
public record Protection(ImmutableMap<String, Ownership> byNas) {

  /** Nothing is protected. */
  public static Protection none() {
    return new Protection(ImmutableMap.of());
  }

  /** The same, and what is protected on a NAS that was read. */
  public Protection with(DesiredState desired, LiveState live) {
    return with(desired.nas().name(), Ownership.of(desired, live));
  }

  /** The same, and what is protected on a NAS of which nothing is known but what is declared. */
  public Protection withUnread(DesiredState desired) {
    return with(desired, new LiveState(LiveSettings.EMPTY, false, false, ImmutableList.of()));
  }

  Protection with(String nas, Ownership ownership) {
    return new Protection(
        ImmutableMap.<String, Ownership>builder()
            .putAll(byNas)
            .put(nas, ownership)
            .buildKeepingLast());
  }

  /** Whether a change is one of something protected. */
  boolean covers(Change change) {
    Ownership ownership = byNas.get(change.address().nas());
    return ownership != null
        && ownership
            .possible(change)
            .anyMatch(connection ->
                guards(connection, change.address(), change instanceof Change.Delete));
  }

  /** Whether the task that a change would put at risk is protected. */
  boolean covers(RiskFinding.OtherTask task) {
    Ownership ownership = byNas.get(task.address().nas());
    return ownership != null
        && ownership
            .possible(task.connectionId(), task.address())
            .anyMatch(connection -> guards(connection, task.address(), false));
  }

  /** A protected task is guarded against its own changes and against its connection's removal. */
  private static boolean guards(DesiredConnection connection, Address address, boolean removal) {
    TaskPaths paths = address.task();
    return connection.protect()
        || connection.tasks().stream()
            .filter(DesiredTask::protect)
            .anyMatch(task -> paths == null ? removal : paths.same(task.paths()));
  }
}
