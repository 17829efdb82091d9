package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.TaskPaths;

/** What {@code protect: true} keeps from harm, whatever flags say. */
final class Protection {
  private final Ownership ownership;

  Protection(Ownership ownership) {
    this.ownership = ownership;
  }

  /** Whether a change is one of something protected. */
  boolean covers(Change change) {
    return ownership
        .possible(change)
        .anyMatch(connection ->
            connection.protect()
                || connection.tasks().stream().anyMatch(task -> guards(task, change)));
  }

  /** A protected task is guarded against its own changes and against its connection's removal. */
  private static boolean guards(DesiredTask task, Change change) {
    TaskPaths paths = change.address().task();
    return task.protect()
        && (paths == null ? change instanceof Change.Delete : paths.same(task.paths()));
  }
}
