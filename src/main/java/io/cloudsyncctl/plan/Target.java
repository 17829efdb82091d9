package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.TaskPaths;
import org.jspecify.annotations.Nullable;

/** What a change is made to, by the NAS's own ids. */
public sealed interface Target {

  /** The package itself. */
  record OfPackage() implements Target {}

  /**
   * A connection.
   *
   * @param id its {@code connection_id}
   * @param name its name on the NAS now, for people
   */
  record OfConnection(long id, String name) implements Target {}

  /**
   * A task.
   *
   * @param sessionId its {@code session_id}; null where it is still to be created
   */
  record OfTask(OfConnection connection, @Nullable Long sessionId, TaskPaths paths)
      implements Target {}
}
