package io.cloudsyncctl.apply.rest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.read.ConnectionActivity;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.util.Optional;

/**
 * What a connection and its tasks say in one look. What counts is their own word: that everything
 * is paused at once says nothing of a connection that still works.
 *
 * @param status the connection's own; empty where the NAS no longer lists it
 * @param allPaused {@code is_pause}
 * @param atWork the tasks that do not say that they do nothing
 */
public record RestLook(Optional<String> status, boolean allPaused, ImmutableList<AtWork> atWork)
    implements RestReading {
  /** What there is to see where no connection is concerned. */
  public static final RestLook OF_NO_CONNECTION =
      new RestLook(Optional.empty(), false, ImmutableList.of());

  public static final String PAUSE = "pause";

  /** Nothing is synced until somebody does something about it. */
  private static final ImmutableSet<String> RESTING = ImmutableSet.of(PAUSE, "unlink");

  /** Nothing is synced just now, and that may end any moment by itself. */
  private static final ImmutableSet<String> STUCK = ImmutableSet.of("error", "suspended");

  /**
   * The words of a task that does nothing (protocol note §4). One that connects is about to work,
   * and nobody knows what another word means.
   */
  private static final ImmutableSet<String> IDLE =
      ImmutableSet.of("uptodate", PAUSE, "suspended", "error", "unlink");

  /** A task and its word. */
  public record AtWork(TaskPaths paths, String status) {
    String words() {
      return "its task "
          + paths.local()
          + ":"
          + paths.cloud()
          + (status.isEmpty() ? " tells no status" : " says " + status);
    }
  }

  public static RestLook of(ConnectionActivity activity) {
    return new RestLook(
        activity.connection().map(ConnectionEntry::status),
        activity.allPaused(),
        activity.tasks().stream()
            .filter(task -> !IDLE.contains(task.status()))
            .map(task -> new AtWork(task.paths(), task.status()))
            .collect(ImmutableList.toImmutableList()));
  }

  @Override
  public RestLook rest() {
    return this;
  }

  public boolean listed() {
    return status.isPresent();
  }

  public boolean saysPause() {
    return status.filter(PAUSE::equals).isPresent();
  }

  /** Whether the connection itself says that it rests, whatever its tasks say. */
  public boolean saysRest() {
    return status.filter(RESTING::contains).isPresent();
  }

  public boolean rests() {
    return saysRest() && atWork.isEmpty();
  }

  /** Whether it is in error or suspended, and nothing of it works. */
  public boolean stuck() {
    return status.filter(STUCK::contains).isPresent() && atWork.isEmpty();
  }

  /** What it says, for people. */
  public String words() {
    if (status.isEmpty()) {
      return "the NAS no longer lists it";
    }
    String own = status.get().isEmpty() ? "it tells no status" : "its status is " + status.get();
    if (!saysRest() || atWork.isEmpty()) {
      return own;
    }
    return own
        + ", but "
        + atWork.getFirst().words()
        + (atWork.size() == 1 ? "" : ", and " + (atWork.size() - 1) + " more are at work");
  }
}
