package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.Paths;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A task as it will be once a plan is carried out.
 *
 * @param connectionId its connection's id on its NAS
 * @param cloud what tells one cloud from another: provider, and bucket or account
 * @param broughtAbout whether the plan creates it or changes its direction
 */
record PlannedTask(
    Address address,
    long connectionId,
    TaskPaths paths,
    String cloud,
    SyncDirection direction,
    boolean broughtAbout) {

  /** The tasks of one NAS; one whose direction is not known is taken for bidirectional. */
  static ImmutableList<PlannedTask> of(LiveState live, Plan plan) {
    List<PlannedTask> tasks = new ArrayList<>();
    for (LiveConnection connection : live.connections()) {
      for (LiveTask task : connection.tasks()) {
        existing(connection, task, plan).ifPresent(tasks::add);
      }
      for (Change change : plan.changes()) {
        if (change instanceof Change.Create create
            && create.connection().id() == connection.id()
            && create.task() != null) {
          tasks.add(
              new PlannedTask(
                  create.address(),
                  connection.id(),
                  create.task().paths(),
                  cloud(connection),
                  create.task().direction(),
                  true));
        }
      }
    }
    return ImmutableList.copyOf(tasks);
  }

  private static Optional<PlannedTask> existing(
      LiveConnection connection, LiveTask task, Plan plan) {
    SyncDirection direction =
        task.settings().get(TaskSettings.SYNC_DIRECTION).known().orElse(SyncDirection.BIDIRECTION);
    Address address = Address.ofConnection(plan.nas(), connection.name(), null).task(task.paths());
    boolean changed = false;
    for (Change change : plan.changes()) {
      if (removes(change, connection, task)) {
        return Optional.empty();
      }
      if (change instanceof Change.Update update && isOf(update.target(), task)) {
        address = update.address();
        for (FieldChange<?> field : update.fields()) {
          if (field.after() instanceof SyncDirection after) {
            direction = after;
            changed = true;
          }
        }
      }
    }
    return Optional.of(
        new PlannedTask(
            address, connection.id(), task.paths(), cloud(connection), direction, changed));
  }

  private static boolean removes(Change change, LiveConnection connection, LiveTask task) {
    return change instanceof Change.Delete delete
        && switch (delete.target()) {
          case Target.OfConnection target -> target.id() == connection.id();
          case Target.OfTask _ -> isOf(delete.target(), task);
          case Target.OfPackage _ -> false;
        };
  }

  private static boolean isOf(Target target, LiveTask task) {
    return target instanceof Target.OfTask one
        && one.sessionId() != null
        && one.sessionId() == task.sessionId();
  }

  private static String cloud(LiveConnection connection) {
    String bucket =
        connection.property().get("bucket_name") instanceof WireValue.Text(String name) ? name : "";
    return connection.type() + " " + (bucket.isEmpty() ? connection.account() : bucket);
  }

  boolean sharesLocalFolder(PlannedTask other) {
    return address.nas().equals(other.address.nas())
        && (Paths.covers(paths.local(), other.paths.local())
            || Paths.covers(other.paths.local(), paths.local()));
  }

  boolean sharesCloudFolder(PlannedTask other) {
    return cloud.equals(other.cloud)
        && (Paths.covers(paths.cloud(), other.paths.cloud())
            || Paths.covers(other.paths.cloud(), paths.cloud()));
  }

  /** Whether local changes go up. */
  boolean changesCloud() {
    return direction != SyncDirection.ONLY_DOWNLOAD;
  }

  /** Whether cloud changes come down. */
  boolean changesFolder() {
    return direction != SyncDirection.ONLY_UPLOAD;
  }

  /** Whether what comes down by one goes up by the other. */
  boolean carriesDeletionsThrough(PlannedTask other) {
    return changesFolder() && other.changesCloud() || other.changesFolder() && changesCloud();
  }
}
