package io.cloudsyncctl.config.read;

import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Paths;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks of one NAS that share folders. */
final class TaskOverlaps {
  private TaskOverlaps() {}

  /**
   * A task with what is compared.
   *
   * @param path its local path, normalized
   */
  private record Entry(String path, @Nullable SyncDirection direction, Location.InFile at) {}

  static void check(List<DesiredConnection> connections, Problems problems) {
    List<Entry> local = new ArrayList<>();
    for (DesiredConnection connection : connections) {
      if (connection.presence() == Presence.PRESENT) {
        List<Entry> cloud = new ArrayList<>();
        // A task that is declared twice is an error of its own.
        Set<TaskPaths> seen = new HashSet<>();
        for (DesiredTask task : connection.tasks()) {
          if (task.presence() == Presence.PRESENT && seen.add(task.paths().normalized())) {
            local.add(entry(task, task.paths().local()));
            cloud.add(entry(task, task.paths().cloud()));
          }
        }
        cloudSide(cloud, problems);
      }
    }
    localSide(local, problems);
  }

  private static Entry entry(DesiredTask task, String path) {
    SyncDirection direction =
        task.settings().get(TaskSettings.SYNC_DIRECTION).map(Declared::value).orElse(null);
    return new Entry(Paths.normalize(path), direction, task.at());
  }

  /** Within one connection the same folder of the cloud is the same for certain. */
  private static void cloudSide(List<Entry> entries, Problems problems) {
    Map<String, Entry> first = new HashMap<>();
    for (Entry entry : entries) {
      Entry before = first.putIfAbsent(entry.path, entry);
      if (before != null && oppose(before, entry)) {
        opposing("cloud folder", before, entry, problems);
      }
    }
  }

  /** Sorted by path, whatever lies below a folder follows it at once. */
  private static void localSide(List<Entry> entries, Problems problems) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing((Entry entry) -> sortKey(entry.path)));
    List<Entry> around = new ArrayList<>();
    for (Entry entry : sorted) {
      while (!around.isEmpty() && !Paths.covers(around.getLast().path, entry.path)) {
        around.removeLast();
      }
      if (!around.isEmpty()) {
        overlap(around.getLast(), entry, problems);
      }
      around.add(entry);
    }
  }

  /** A slash sorts before everything else, so that a folder's content directly follows it. */
  private static String sortKey(String path) {
    return (path.endsWith("/") ? path : path + "/").replace('/', '\0');
  }

  private static void overlap(Entry outer, Entry inner, Problems problems) {
    boolean innerIsLater = isBefore(outer.at, inner.at);
    Entry first = innerIsLater ? outer : inner;
    Entry second = innerIsLater ? inner : outer;
    if (outer.path.equals(inner.path) && oppose(first, second)) {
      opposing("local folder", first, second, problems);
      return;
    }
    String relation =
        outer.path.equals(inner.path)
            ? "the local folder is also that of the task at "
            : innerIsLater
                ? "the local folder lies inside that of the task at "
                : "the local folder holds that of the task at ";
    problems.add(
        ConfigCode.OVERLAPPING_PATHS,
        relation + first.at.text(),
        second.at,
        "two tasks will sync the same files; filter the inner folder out of the outer task");
  }

  private static boolean isBefore(Location.InFile first, Location.InFile second) {
    return first.file().equals(second.file())
        ? first.line() < second.line()
            || (first.line() == second.line() && first.column() <= second.column())
        : first.file().compareTo(second.file()) < 0;
  }

  private static boolean oppose(Entry first, Entry second) {
    return (first.direction == SyncDirection.ONLY_UPLOAD
            && second.direction == SyncDirection.ONLY_DOWNLOAD)
        || (first.direction == SyncDirection.ONLY_DOWNLOAD
            && second.direction == SyncDirection.ONLY_UPLOAD);
  }

  private static void opposing(String side, Entry first, Entry second, Problems problems) {
    problems.add(
        ConfigCode.OPPOSING_DIRECTIONS,
        "this task syncs the other way than the task at "
            + first.at.text()
            + ", on the same "
            + side,
        second.at,
        "files will travel through; check that this is meant");
  }
}
