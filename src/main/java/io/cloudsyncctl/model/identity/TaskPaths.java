package io.cloudsyncctl.model.identity;

/**
 * The pair of paths that tells one task of a connection from another.
 *
 * @param local the folder on the NAS ({@code local_sync_path}), as written or read
 * @param cloud the folder in the cloud ({@code remote_sync_path}), as written or read
 */
public record TaskPaths(String local, String cloud) {

  /** Whether both pairs name one task: Unicode NFC, case-sensitive, no trailing slash. */
  public boolean same(TaskPaths other) {
    return normalized().equals(other.normalized());
  }

  /** The form in which pairs are compared. */
  public TaskPaths normalized() {
    return new TaskPaths(Paths.normalize(local), Paths.normalize(cloud));
  }
}
