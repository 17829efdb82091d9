package io.cloudsyncctl.catalog;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.Risk;
import io.cloudsyncctl.model.RiskFinding;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.Value;
import java.util.Optional;

/** How the changes of a task's settings are judged. */
final class TaskRisks {
  private TaskRisks() {}

  static ImmutableList<RiskFinding> direction(Value<SyncDirection> before, SyncDirection after) {
    if (before instanceof Value.Absent<SyncDirection>) {
      return ImmutableList.of();
    }
    Optional<SyncDirection> known = before.known();
    if (known.isPresent() && known.get() == after) {
      return ImmutableList.of();
    }
    return switch (after) {
      case BIDIRECTION ->
          ImmutableList.of(
              new RiskFinding(
                  Risk.DATA_LOSS,
                  "the task becomes bidirectional: a deletion on either side is repeated on the"
                      + " other"));
      case ONLY_UPLOAD -> reversed(known, "in the cloud", SyncDirection.ONLY_DOWNLOAD);
      case ONLY_DOWNLOAD -> reversed(known, "on the NAS", SyncDirection.ONLY_UPLOAD);
    };
  }

  private static ImmutableList<RiskFinding> reversed(
      Optional<SyncDirection> before, String side, SyncDirection opposite) {
    boolean mayBeReversed = before.isEmpty() || before.get() == opposite;
    return mayBeReversed
        ? ImmutableList.of(
            new RiskFinding(
                Risk.DATA_LOSS,
                "the direction is reversed: files " + side + " may be overwritten or" + " deleted"))
        : ImmutableList.of();
  }

  static ImmutableList<RiskFinding> noDeleteOnCloud(Value<Boolean> before, boolean after) {
    boolean wasOff = before.known().map(value -> !value).orElse(false);
    return after || wasOff || before instanceof Value.Absent<Boolean>
        ? ImmutableList.of()
        : ImmutableList.of(
            new RiskFinding(
                Risk.DATA_LOSS, "files that are deleted locally will be deleted in the cloud"));
  }
}
