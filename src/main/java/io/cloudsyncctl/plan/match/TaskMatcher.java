package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which task of a connection each declared one means.
 *
 * <p>A task is its pair of paths. A NAS may keep these in another form than they were written, so
 * one is also found by the record, which knows what it was made into, as long as the NAS still has
 * exactly that; or by what was there before a run told the NAS to create it. What is declared to be
 * there comes first: a task that the record knows to be that is not removed since another one of
 * these paths is declared absent.
 */
public final class TaskMatcher {
  private final KnownTasks known;
  private final ImmutableListMultimap<TaskPaths, LiveTask> byPaths;
  private final ImmutableMap<Long, LiveTask> byId;
  private final Map<DesiredTask, ImmutableList<LiveTask>> found = new HashMap<>();
  private final Set<Long> claimed = new HashSet<>();

  private TaskMatcher(LiveConnection live, KnownTasks known) {
    this.known = known;
    this.byPaths = Multimaps.index(live.tasks(), task -> task.paths().normalized());
    this.byId =
        live.tasks().stream()
            .collect(ImmutableMap.toImmutableMap(LiveTask::sessionId, t -> t, (one, _) -> one));
  }

  /** The matches in the order of the declared tasks. */
  public static ImmutableList<TaskMatch> match(
      DesiredConnection desired, LiveConnection live, KnownTasks known) {
    TaskMatcher matcher = new TaskMatcher(live, known);
    for (Presence presence : List.of(Presence.PRESENT, Presence.ABSENT)) {
      List<DesiredTask> tasks =
          desired.tasks().stream().filter(task -> task.presence() == presence).toList();
      tasks.forEach(matcher::byPaths);
      tasks.forEach(matcher::byRecord);
      tasks.forEach(matcher::byCreation);
    }
    return desired.tasks().stream()
        .map(task ->
            new TaskMatch(
                task,
                matcher.found.getOrDefault(task, ImmutableList.of()),
                known.was(task.paths()),
                known.asked(task.paths())))
        .collect(ImmutableList.toImmutableList());
  }

  private void byPaths(DesiredTask task) {
    claim(
        task,
        byPaths.get(task.paths().normalized()).stream()
            .filter(one -> !claimed.contains(one.sessionId()))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Where there is one of these paths as well, one of the two is too many. */
  private void byRecord(DesiredTask task) {
    known
        .here(task.paths())
        .flatMap(was ->
            Optional.ofNullable(byId.get(was.sessionId()))
                .filter(one -> was.isSame(one.identity())))
        .filter(one -> !claimed.contains(one.sessionId()))
        .ifPresent(one ->
            claim(
                task,
                ImmutableList.<LiveTask>builder()
                    .addAll(found.getOrDefault(task, ImmutableList.of()))
                    .add(one)
                    .build()));
  }

  /** What a run came to its end upon: the one task that has come since, of nearly these paths. */
  private void byCreation(DesiredTask task) {
    if (!found.getOrDefault(task, ImmutableList.of()).isEmpty()) {
      return;
    }
    known
        .asked(task.paths())
        .map(asked ->
            byId.values().stream()
                .filter(one -> !claimed.contains(one.sessionId()))
                .filter(one -> !asked.before().contains(one.sessionId()))
                .filter(one -> NearPaths.both(one.paths(), task.paths()))
                .collect(ImmutableList.toImmutableList()))
        .filter(near -> near.size() == 1)
        .ifPresent(near -> claim(task, near));
  }

  private void claim(DesiredTask task, ImmutableList<LiveTask> tasks) {
    tasks.forEach(one -> claimed.add(one.sessionId()));
    found.put(task, tasks);
  }
}
