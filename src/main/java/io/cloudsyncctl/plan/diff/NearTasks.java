package io.cloudsyncctl.plan.diff;

import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.plan.match.Recreation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tasks that nobody declared and that a declared one may mean: a misspelt path, or one that the NAS
 * keeps in another form, would otherwise lead to a second task on the same folder.
 */
public final class NearTasks {
  private NearTasks() {}

  /** What to say where the NAS has a task that may be the one that is declared. */
  static Optional<String> hint(List<LiveTask> undeclared, TaskPaths declared) {
    return undeclared.stream()
        .map(LiveTask::paths)
        .filter(paths -> NearPaths.either(paths, declared))
        .findFirst()
        .map(paths ->
            "If the task of the local folder "
                + paths.local()
                + " and the cloud folder "
                + paths.cloud()
                + " is meant, correct the paths in the YAML: two tasks would sync the same files");
  }

  /** The tasks of nearly both paths, in words; empty where there is none. */
  public static Optional<String> nearest(List<LiveTask> tasks, TaskPaths paths) {
    String near =
        tasks.stream()
            .filter(task -> NearPaths.both(task.paths(), paths))
            .map(NearTasks::words)
            .collect(Collectors.joining(", and "));
    return near.isEmpty() ? Optional.empty() : Optional.of(near);
  }

  /** Why a task must not be created where the NAS has one of nearly both paths. */
  static Optional<String> doubled(List<LiveTask> undeclared, TaskPaths declared) {
    return nearest(undeclared, declared)
        .map(near ->
            "the NAS has a task of nearly these paths that nobody declared, and two tasks would"
                + " sync the same files: "
                + near
                + "; if it is meant, write its paths into the YAML as the NAS has them; if not,"
                + " declare it as a task of its own, or remove it in DSM");
  }

  /** Why a task must not be created again where another has come since the NAS was told to. */
  static Optional<String> come(
      List<LiveTask> undeclared, KnownConnection.AskedTask asked, Address address) {
    String come =
        undeclared.stream()
            .filter(task -> !asked.before().contains(task.sessionId()))
            .map(NearTasks::words)
            .collect(Collectors.joining(", and "));
    return come.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the NAS was told at "
                + asked.at()
                + " to create it, and the answer was lost; since then "
                + come
                + " has come, which may be it; if it is, write its paths into the YAML as the NAS"
                + " has them; if not, add "
                + Recreation.flag(address));
  }

  private static String words(LiveTask task) {
    return "the local folder "
        + task.paths().local()
        + " and the cloud folder "
        + task.paths().cloud()
        + " (session "
        + task.sessionId()
        + ")";
  }
}
