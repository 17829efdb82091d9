package io.cloudsyncctl.apply.rest;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.read.ConnectionActivity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.ConnectionStatus;
import java.util.Optional;
import java.util.function.Predicate;

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
            .filter(task -> !ConnectionStatus.of(task.status()).idle())
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
    return says(ConnectionStatus.PAUSE::equals);
  }

  /** Whether the connection itself says that it rests, whatever its tasks say. */
  public boolean saysRest() {
    return says(ConnectionStatus::rests);
  }

  public boolean rests() {
    return saysRest() && atWork.isEmpty();
  }

  /** Whether it is in error or suspended, and nothing of it works. */
  public boolean stuck() {
    return says(ConnectionStatus::stuck) && atWork.isEmpty();
  }

  private boolean says(Predicate<ConnectionStatus> judgement) {
    return status.map(ConnectionStatus::of).filter(judgement).isPresent();
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
