package io.cloudsyncctl.apply.verify;

import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plan tells by its changes, and nobody has to tell once more. */
final class StillPlanned {
  private record Parameter(RunReach.Written group, String name) {}

  private final List<Change> changes;
  private final Set<Parameter> parameters = new HashSet<>();

  private StillPlanned(List<Change> changes) {
    this.changes = changes;
    for (Change change : changes) {
      if (change instanceof Change.Update update) {
        RunReach.Written group = RunReach.Written.of(update.group(), update.target());
        update
            .fields()
            .forEach(field -> parameters.add(new Parameter(group, field.setting().parameter())));
      }
    }
  }

  static StillPlanned of(@Nullable Plan plan) {
    return new StillPlanned(plan == null ? List.of() : plan.changes());
  }

  /** Whether a parameter is declared otherwise. */
  boolean changes(RunReach.Written group, String parameter) {
    return parameters.contains(new Parameter(group, parameter));
  }

  /** Whether somebody shall link a connection of this name. */
  boolean links(String name) {
    return changes.stream()
        .anyMatch(change ->
            change instanceof Change.Manual
                && change.address().task() == null
                && name.equals(change.address().connection()));
  }

  /** Whether a task is to be created or set up by hand. */
  boolean creates(Address connection, TaskPaths paths) {
    return changes.stream()
        .filter(change -> change instanceof Change.Manual || change instanceof Change.Create)
        .map(Change::address)
        .anyMatch(address -> {
          TaskPaths task = address.task();
          return task != null
              && task.same(paths)
              && Objects.equals(address.connection(), connection.connection());
        });
  }

  /** Whether a task is to be removed. */
  boolean removes(long session) {
    return changes.stream()
        .anyMatch(change ->
            change instanceof Change.Delete delete
                && delete.target() instanceof Target.OfTask task
                && Objects.equals(task.sessionId(), session));
  }
}
