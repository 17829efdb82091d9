package io.cloudsyncctl.plan.model;

import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a change is made to, by all that tells it from others on the NAS. */
public sealed interface Target {

  /** The connection that it is or belongs to; empty where it is the package. */
  default Optional<OfConnection> concernedConnection() {
    return switch (this) {
      case OfPackage _ -> Optional.empty();
      case OfConnection connection -> Optional.of(connection);
      case OfTask task -> Optional.of(task.connection());
    };
  }

  /** The package itself. */
  record OfPackage() implements Target {}

  /** A connection. */
  record OfConnection(ConnectionIdentity identity) implements Target {
    public static OfConnection of(LiveConnection connection) {
      return new OfConnection(connection.identity());
    }

    /** Its {@code connection_id}. */
    public long id() {
      return identity.id();
    }

    /** Its name on the NAS before the change. */
    public String name() {
      return identity.name();
    }
  }

  /**
   * A task.
   *
   * @param sessionId its {@code session_id}; null where it is still to be created
   * @param paths as the NAS reports them, or as they are declared where it is still to be created
   * @param remoteFolderId its {@code remote_folder_id}; null where it is still to be created, and
   *     where a file of an earlier version lacks it
   */
  record OfTask(
      OfConnection connection,
      @Nullable Long sessionId,
      TaskPaths paths,
      @Nullable String remoteFolderId)
      implements Target {

    public static OfTask of(OfConnection connection, LiveTask task) {
      return new OfTask(connection, task.sessionId(), task.paths(), task.remoteFolderId());
    }

    /** A task that is created before it is written to. */
    public static OfTask toBeCreated(OfConnection connection, TaskPaths paths) {
      return new OfTask(connection, null, paths, null);
    }

    /** What tells it from other tasks; null where it is still to be created. */
    public @Nullable TaskIdentity identity() {
      return sessionId == null ? null : new TaskIdentity(sessionId, paths, remoteFolderId);
    }
  }
}
