package io.cloudsyncctl.plan.restore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPathRule;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.diff.NearTasks;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupComparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a run cannot be taken back, why, and what a person can do about it. */
public final class CannotUndo {
  private CannotUndo() {}

  /**
   * A group that its setter takes only as a whole, and of which something was never known.
   *
   * @param unknown the paths of the settings that were never known
   */
  static Change.Manual ofGroup(
      Address address,
      SettingGroup group,
      List<String> unknown,
      ImmutableMap<String, WireValue> preImage,
      ImmutableMap<String, WireValue> now,
      Location.InFile at) {
    ImmutableList.Builder<String> steps = ImmutableList.builder();
    for (Setting<?> setting : Catalog.of(group)) {
      WireValue before = preImage.get(setting.parameter());
      if (before != null
          && !GroupComparison.differing(group, ImmutableMap.of(setting.parameter(), before), now)
              .isEmpty()) {
        steps.add("In DSM set " + setting.relativePath() + " back as it was" + value(before));
      }
    }
    steps.add("Check in DSM that " + String.join(", ", unknown) + " are set as you want them");
    steps.add("Or declare them all in the YAML, and apply it");
    return new Change.Manual(
        address,
        "what was before of "
            + String.join(", ", unknown)
            + " was never known, and the NAS takes the "
            + group.word()
            + " settings only all at once: they stay as the run left them",
        steps.build(),
        at);
  }

  private static String value(WireValue value) {
    return switch (value) {
      case WireValue.Text(String text) -> ": " + text;
      case WireValue.Whole(long number) -> ": " + number;
      case WireValue.Flag(boolean flag) -> ": " + flag;
      case WireValue.Items _, WireValue.Members _, WireValue.Decimal _, WireValue.Null _ -> "";
    };
  }

  /**
   * A step whose journal was written by an earlier version, which did not keep what identifies a
   * connection or task: nobody can say whether its ids still mean the same.
   *
   * @param what the step in words, such as "the schedule that the run wrote"
   */
  public static Change.Manual ofUnidentified(Address address, String what, Location.InFile at) {
    return new Change.Manual(
        address,
        what
            + " stays: the journal was written by an earlier version, which did not keep provider,"
            + " account and folder, so nobody can say whether the NAS still means the same by these"
            + " ids",
        ImmutableList.of(
            "See what the run replaced with cloudsyncctl show",
            "Check in DSM that this still is the connection or task that the run changed, and set"
                + " it back there; or declare what you want, and apply it"),
        at);
  }

  /** A connection that the run removed. */
  public static Change.Manual ofConnection(Address address, Location.InFile at) {
    return new Change.Manual(
        address,
        "the run removed the connection, and accounts can only be linked in a browser",
        ImmutableList.of(
            "In DSM open Cloud Sync, choose +, pick the cloud and log in to the account",
            "Name the connection exactly \"" + address.connection() + "\" and set up its tasks",
            "Declare their settings, and apply"),
        at);
  }

  /** A task that the run removed, of a connection that is there. */
  public static Change.Manual ofTask(
      Address address, LiveConnection connection, TaskPaths paths, Location.InFile at) {
    return new Change.Manual(
        address,
        "the run removed the task, and " + why(connection, paths),
        ImmutableList.of(
            "In DSM open Cloud Sync, select \"" + connection.name() + "\", Task List, Create",
            "Choose the local folder " + paths.local() + " and the cloud folder " + paths.cloud(),
            "Declare its settings, and apply"),
        at);
  }

  private static String why(LiveConnection connection, TaskPaths paths) {
    if (!connection.type().equals(LiveConnection.AMAZON_S3)) {
      return "tasks of provider " + connection.type() + " cannot be created through the API";
    }
    return TaskPathRule.creatable(paths)
        ? "what it was set to was not known in full"
        : "tasks of such paths cannot be created through the API";
  }

  /**
   * A task that the run removed and that may be there again, so that to create it would double it.
   *
   * @param at where the removal stands in the journal
   */
  public static Optional<Change.Manual> ofDoubted(
      Address address,
      LiveConnection connection,
      TaskPaths paths,
      SettingsRecord record,
      Location.InFile at) {
    return NearTasks.nearest(connection.tasks(), paths)
        .map(near -> "the NAS has a task of nearly these paths: " + near)
        .or(() ->
            known(record, connection, address)
                .map(was ->
                    "it was created again since (session "
                        + was.sessionId()
                        + "), and somebody removed it, or the NAS does not list it just now"))
        .map(why ->
            new Change.Manual(
                address,
                "the task that the run removed is not created again: " + why,
                ImmutableList.of(
                    "Look in DSM whether the task is there",
                    "Where it is not, declare it and apply; "
                        + Recreation.flag(address)
                        + " creates what the record knows"),
                at));
  }

  /**
   * A task that the run may have created: it came to its end before it saw which it is.
   *
   * @param come the tasks that may have come since
   * @param mayStillCome whether it may not be listed yet
   */
  public static Optional<Change.Manual> ofUnseenCreation(
      Address address,
      List<LiveTask> come,
      TaskPaths paths,
      boolean mayStillCome,
      Location.InFile at) {
    return NearTasks.nearest(come, paths)
        .map(near ->
            new Change.Manual(
                address,
                "the run may have created the task, and nobody can say whether it is that of "
                    + near,
                ImmutableList.of("Look at it in DSM, and remove it there if the run created it"),
                at))
        .or(() ->
            mayStillCome
                ? Optional.of(
                    new Change.Manual(
                        address,
                        "the run may have created the task, which the NAS does not list so far",
                        ImmutableList.of(
                            "Look for it in DSM, and remove it there if the run created it"),
                        at))
                : Optional.empty());
  }

  /**
   * What the run may have removed and the NAS still lists.
   *
   * @param what a task or a connection
   */
  public static Change.Manual ofUnseenRemoval(Address address, String what, Location.InFile at) {
    return new Change.Manual(
        address,
        "the run may have removed the " + what + ", which the NAS still lists so far",
        ImmutableList.of(
            "Look in DSM whether the " + what + " is there",
            "Where it is not, undo the run again once the NAS no longer lists it"),
        at);
  }

  private static Optional<TaskIdentity> known(
      SettingsRecord record, LiveConnection connection, Address address) {
    TaskPaths declared = address.task();
    return record.known().stream()
        .filter(one -> one.identity().isSameUnderAnyName(connection.identity()))
        .flatMap(one -> declared == null ? Stream.empty() : one.task(declared).stream())
        .map(KnownConnection.KnownTask::identity)
        .findFirst();
  }

  /** A task that the run removed, whose connection is gone since. */
  public static Change.Manual ofTask(Address address, Location.InFile at) {
    return new Change.Manual(
        address,
        "the run removed the task, and its connection is no longer there",
        ImmutableList.of("Link the connection again in DSM, and set the task up"),
        at);
  }
}
