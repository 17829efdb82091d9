package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.TaskPaths;
import java.util.Optional;

/**
 * Tasks that nobody declared and that a declared one may mean: a misspelt path would otherwise lead
 * to a second task on the same folder.
 */
final class NearTasks {
  private NearTasks() {}

  /** What to say where the NAS has a task that may be the one that is declared. */
  static Optional<String> hint(DesiredConnection desired, LiveConnection live, DesiredTask task) {
    return live.tasks().stream()
        .map(candidate -> candidate.paths())
        .filter(paths -> desired.tasks().stream().noneMatch(one -> one.paths().same(paths)))
        .filter(paths -> near(paths, task.paths()))
        .findFirst()
        .map(paths ->
            "If the task of the local folder "
                + paths.local()
                + " and the cloud folder "
                + paths.cloud()
                + " is meant, correct the paths in the YAML: two tasks would sync the same files");
  }

  /** One of the two folders is the same, but for case, spaces around it or the form of letters. */
  private static boolean near(TaskPaths one, TaskPaths other) {
    return Pruner.folded(one.local()).equals(Pruner.folded(other.local()))
        || Pruner.folded(one.cloud()).equals(Pruner.folded(other.cloud()));
  }
}
