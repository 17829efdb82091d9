package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.Paths;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.TaskPaths;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as it will be once a plan is carried out.
 *
 * @param address that of its connection where it stands for all tasks of one that tells none
 * @param connectionId its connection's id on its NAS; null where it was not read
 * @param place where its connection stores its files
 * @param unseen that the task itself could not be read, in words; null where it was
 * @param broughtAbout whether the plan creates it or changes its direction
 */
record PlannedTask(
    Address address,
    @Nullable Long connectionId,
    TaskPaths paths,
    CloudPlace place,
    SyncDirection direction,
    @Nullable String unseen,
    boolean broughtAbout) {

  /** What covers every folder, local or in the cloud. */
  private static final TaskPaths ANYWHERE = new TaskPaths("/", "/");

  /**
   * One of which nothing but its folders is known, if even those. It may sync both ways.
   *
   * @param paths null where even they are not known
   */
  static PlannedTask unseen(
      Address address,
      @Nullable Long connectionId,
      @Nullable TaskPaths paths,
      CloudPlace place,
      String why) {
    return new PlannedTask(
        address,
        connectionId,
        paths == null ? ANYWHERE : paths,
        place,
        SyncDirection.BIDIRECTION,
        why,
        false);
  }

  /** Whether it was read, so that nothing of it is guessed. */
  boolean seen() {
    return unseen == null;
  }

  boolean sharesLocalFolder(PlannedTask other) {
    return address.nas().equals(other.address.nas())
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
        connectionId != null
            && connectionId.equals(other.connectionId)
            && address.nas().equals(other.address.nas());
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
