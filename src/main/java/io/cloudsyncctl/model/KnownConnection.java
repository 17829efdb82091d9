package io.cloudsyncctl.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Which connection of a NAS a declared one was, when the NAS was last as declared.
 *
 * @param name the declared name
 * @param identity the connection of the NAS
 * @param tasks its declared tasks
 */
public record KnownConnection(
    String name, ConnectionIdentity identity, ImmutableList<KnownTask> tasks) {

  /**
   * Which task a declared one was.
   *
   * @param declared the declared paths
   * @param identity the task of the NAS
   */
  public record KnownTask(TaskPaths declared, TaskIdentity identity) {}

  /** The task that was declared with these paths. */
  public Optional<KnownTask> task(TaskPaths declared) {
    return tasks.stream().filter(task -> task.declared().same(declared)).findFirst();
  }

  /** The same connection without a task. */
  public KnownConnection without(long sessionId) {
    return new KnownConnection(
        name,
        identity,
        tasks.stream()
            .filter(task -> task.identity().sessionId() != sessionId)
            .collect(ImmutableList.toImmutableList()));
  }
}
