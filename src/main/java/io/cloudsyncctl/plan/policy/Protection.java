package io.cloudsyncctl.plan.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.match.Ownership;
import io.cloudsyncctl.plan.model.Change;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * What protects something from a change of it, as far as one of its risks goes, in words; empty
   * where nothing does.
   */
  Optional<String> against(Change change, RiskFinding finding) {
    return guardian(
        "it", Ownership.connectionId(change), change.address(), reachesEveryTask(change, finding));
  }

  /** With a connection go its tasks; and where nobody knows what it goes on with, that is all. */
  private static boolean reachesEveryTask(Change change, RiskFinding finding) {
    return switch (change) {
      case Change.Delete _ -> true;
      case Change.Resume _ -> finding.endangered() == null;
      case Change.Update _, Change.Create _, Change.Pause _, Change.Manual _ -> false;
    };
  }

  /** The same of the task that a change would put at risk. */
  Optional<String> against(RiskFinding.OtherTask task) {
    return guardian(task.address().text(), task.connectionId(), task.address(), false);
  }

  private Optional<String> guardian(
      String subject, @Nullable Long connectionId, Address address, boolean removal) {
    Ownership ownership = byNas.get(address.nas());
    return ownership == null
        ? Optional.empty()
        : ownership
            .possible(connectionId, address)
            .filter(connection -> guards(connection, address, removal))
            .findFirst()
            .map(connection ->
                ownership.owns(connection, connectionId, address)
                    ? subject + " is declared with protect: true"
                    : subject
                        + " may belong to \""
                        + connection.name().value()
                        + "\", and that is declared with protect: true");
  }

  /** A protected task is guarded against its own changes and against those of all tasks. */
  private static boolean guards(DesiredConnection connection, Address address, boolean all) {
    TaskPaths paths = address.task();
    return connection.protect()
        || connection.tasks().stream()
            .filter(DesiredTask::protect)
            .anyMatch(task -> paths == null ? all : paths.same(task.paths()));
  }
}
