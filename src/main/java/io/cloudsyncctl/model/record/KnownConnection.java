package io.cloudsyncctl.model.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which connection of a NAS a declared one was, when the NAS was last as declared, or a task was
 * last created.
 *
 * @param name the declared name
 * @param identity the connection of the NAS
 * @param tasks its declared tasks
 * @param asked those that the NAS was told to create, and of which nobody knows what became
 */
public record KnownConnection(
    String name,
    ConnectionIdentity identity,
    ImmutableList<KnownTask> tasks,
    ImmutableList<AskedTask> asked) {

  /** A connection of which nothing is in the balance. */
  public KnownConnection(String name, ConnectionIdentity identity, ImmutableList<KnownTask> tasks) {
    this(name, identity, tasks, ImmutableList.of());
  }

  /**
   * Which task a declared one was.
   *
   * @param declared the declared paths
   * @param identity the task of the NAS, whose paths may have another form
   */
  public record KnownTask(TaskPaths declared, TaskIdentity identity) {}

  /**
   * A declared task that the NAS was told to create.
   *
   * @param before the session ids that the connection had before
   */
  public record AskedTask(TaskPaths declared, ImmutableSet<Long> before, Instant at) {}

  /** The task that was declared with these paths. */
  public Optional<KnownTask> task(TaskPaths declared) {
    return tasks.stream().filter(task -> task.declared().same(declared)).findFirst();
  }

  /** The creation of which nobody knows what became, of the task that is declared so. */
  public Optional<AskedTask> asked(TaskPaths declared) {
    return asked.stream().filter(task -> task.declared().same(declared)).findFirst();
  }

  /** The same connection with what a declared task is by now; no other declared one is that. */
  public KnownConnection with(KnownTask task) {
    return new KnownConnection(
            name,
            identity,
            Stream.concat(
                    tasks.stream()
                        .filter(one -> !one.declared().same(task.declared()))
                        .filter(one -> one.identity().sessionId() != task.identity().sessionId()),
                    Stream.of(task))
                .collect(ImmutableList.toImmutableList()),
            asked)
        .withoutAsked(task.declared());
  }

  /** The same connection, whose NAS is told to create a task. */
  public KnownConnection with(AskedTask task) {
    KnownConnection without = withoutAsked(task.declared());
    return new KnownConnection(
        name,
        identity,
        tasks,
        ImmutableList.<AskedTask>builder().addAll(without.asked).add(task).build());
  }

  /** The same connection, whose NAS certainly did not create a task. */
  public KnownConnection withoutAsked(TaskPaths declared) {
    return new KnownConnection(
        name,
        identity,
        tasks,
        asked.stream()
            .filter(one -> !one.declared().same(declared))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The same connection without a task, which a creation in the balance may have become. */
  public KnownConnection without(TaskIdentity task) {
    return new KnownConnection(
        name,
        identity,
        tasks.stream()
            .filter(one -> one.identity().sessionId() != task.sessionId())
            .collect(ImmutableList.toImmutableList()),
        asked.stream()
            .filter(one ->
                one.before().contains(task.sessionId())
                    || !NearPaths.both(one.declared(), task.paths()))
            .collect(ImmutableList.toImmutableList()));
  }
}
