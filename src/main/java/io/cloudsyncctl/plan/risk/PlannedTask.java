package io.cloudsyncctl.plan.risk;

import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.Paths;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as it will be once a plan is carried out.
 *
 * @param address that of its connection where it stands for all tasks of one that tells none
 * @param device the NAS itself, which a run may know by several names
 * @param connection its connection; null where it was not read
 * @param declared what its connection is declared as; null where that is not certain
 * @param sessionId null where it is not there yet, or was not read
 * @param place where its connection stores its files
 * @param unseen that the task itself could not be read, in words; null where it was
 * @param broughtAbout whether the plan creates it or changes its direction
 * @param removedBy the name of the NAS by which another file of the run removes it; null where none
 *     does
 */
record PlannedTask(
    Address address,
    String device,
    @Nullable ConnectionIdentity connection,
    @Nullable DesiredConnection declared,
    @Nullable Long sessionId,
    TaskPaths paths,
    CloudPlace place,
    SyncDirection direction,
    @Nullable String unseen,
    boolean broughtAbout,
    @Nullable String removedBy) {

  /** What covers every folder, local or in the cloud. */
  private static final TaskPaths ANYWHERE = new TaskPaths("/", "/");

  /**
   * One of which nothing but its folders is known, if even those. It may sync both ways.
   *
   * @param paths null where even they are not known
   */
  static PlannedTask unseen(
      Address address,
      String device,
      @Nullable ConnectionIdentity connection,
      @Nullable DesiredConnection declared,
      @Nullable TaskPaths paths,
      CloudPlace place,
      String why) {
    return new PlannedTask(
        address,
        device,
        connection,
        declared,
        null,
        paths == null ? ANYWHERE : paths,
        place,
        SyncDirection.BIDIRECTION,
        why,
        false,
        null);
  }

  /** The same, which another file of the run removes. */
  PlannedTask removedBy(String nas) {
    return new PlannedTask(
        address,
        device,
        connection,
        declared,
        sessionId,
        paths,
        place,
        direction,
        unseen,
        broughtAbout,
        nas);
  }

  /** Whether it was read, so that nothing of it is guessed. */
  boolean seen() {
    return unseen == null;
  }

  @Nullable Long connectionId() {
    return connection == null ? null : connection.id();
  }

  /** Whether it is a task of a connection that was read. */
  boolean isOf(ConnectionIdentity other) {
    return connection != null && connection.isSameUnderAnyName(other);
  }

  /**
   * Whether this and another never are two tasks at once: they are one as two logins of the device
   * see it, or the very file that the other is of removes it.
   */
  boolean isNeverBeside(PlannedTask other) {
    return device.equals(other.device)
        && !address.nas().equals(other.address.nas())
        && (isTheSame(other)
            || standsFor(other)
            || other.standsFor(this)
            || other.address.nas().equals(removedBy)
            || address.nas().equals(other.removedBy));
  }

  private boolean isTheSame(PlannedTask other) {
    return sessionId != null
        && sessionId.equals(other.sessionId)
        && paths.same(other.paths)
        && other.connection != null
        && isOf(other.connection);
  }

  private boolean standsFor(PlannedTask other) {
    if (seen() || !other.seen()) {
      return false;
    }
    boolean ofOneConnection = other.connection != null && isOf(other.connection);
    boolean ofOneDeclaration = declared != null && declared.equals(other.declared);
    return paths.equals(ANYWHERE)
        ? ofOneConnection
        : (ofOneConnection || ofOneDeclaration) && paths.same(other.paths);
  }

  boolean sharesLocalFolder(PlannedTask other) {
    return device.equals(other.device)
        && (Paths.covers(paths.local(), other.paths.local())
            || Paths.covers(other.paths.local(), paths.local()));
  }

  /** Whether their cloud folders are one, or one holds the other, in one place of the cloud. */
  CloudPlace.Likeness sharesCloudFolder(PlannedTask other) {
    boolean overlap =
        Paths.covers(paths.cloud(), other.paths.cloud())
            || Paths.covers(other.paths.cloud(), paths.cloud());
    if (!overlap) {
      return CloudPlace.Likeness.DIFFERENT;
    }
    boolean oneConnection =
        device.equals(other.device) && other.connection != null && isOf(other.connection);
    return oneConnection ? CloudPlace.Likeness.SAME : place.compare(other.place);
  }

  /**
   * Why nobody can say whether another task and this one are in one place of the cloud, in words.
   *
   * @param met the other, which was read or declared
   */
  String doubtAbout(PlannedTask met) {
    if (met.unseen != null) {
      return met.unseen;
    }
    Optional<String> mine = place.missing(met.place);
    Optional<String> its = met.place.missing(place);
    if (mine.isEmpty()) {
      return "the NAS does not tell "
          + its.orElse("the place in the cloud")
          + " of "
          + met.address.text();
    }
    return "the NAS does not tell "
        + mine.get()
        + " of "
        + address.withoutTask().text()
        + (its.isPresent() ? ", nor that of " : ", which may be that of ")
        + met.address.text();
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
