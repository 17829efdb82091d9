package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.CloudFolders;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.RecentActivity;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a Cloud Sync is doing, as its getters tell it.
 *
 * @param list all connections that this login may see
 * @param connections each of them with its tasks
 * @param recent the files that changed last; null where it was not asked for or is withheld
 * @param withheld why something of the NAS is not told; empty where everything is
 */
public record NasStatus(
    ConnectionList list,
    ImmutableList<Connection> connections,
    @Nullable RecentActivity recent,
    ImmutableList<String> withheld) {

  /**
   * A connection.
   *
   * @param tasks empty where they are withheld
   * @param withheld why something of it is not told; empty where everything is
   * @param log the page that was asked for; null where none was, or it is withheld
   */
  public record Connection(
      ConnectionEntry entry,
      ImmutableList<Task> tasks,
      ImmutableList<String> withheld,
      @Nullable LogPage log) {}

  /**
   * A task.
   *
   * @param folders the cloud folders right below its own; null where they were not asked for or are
   *     withheld
   */
  public record Task(TaskEntry entry, @Nullable CloudFolders folders) {}
}
