package io.cloudsyncctl.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.RiskRule;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
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
                "the direction is reversed: files " + side + " may be overwritten or deleted"))
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

  static ImmutableList<RiskFinding> consistencyCheck(Value<Boolean> before, boolean after) {
    if (before instanceof Value.Absent<Boolean>
        || before.known().filter(value -> value == after).isPresent()) {
      return ImmutableList.of();
    }
    return ImmutableList.of(
        after
            ? new RiskFinding(
                Risk.TRAFFIC, "the contents of all files may be compared once, which takes long")
            : new RiskFinding(
                Risk.DATA_LOSS,
                "files that differ only in their content are no longer told apart, so the wrong one"
                    + " may win"));
  }

  static ImmutableList<RiskFinding> convertGoogleDocuments(Value<Boolean> before, boolean after) {
    return before instanceof Value.Absent<Boolean>
            || before.known().filter(value -> value == after).isPresent()
        ? ImmutableList.of()
        : ImmutableList.of(
            new RiskFinding(
                Risk.TRAFFIC,
                "Google's online documents may all be fetched again in another form"));
  }

  /**
   * A filter that starts or stops covering what is synced already. Nobody has shown what a NAS does
   * with files that a filter starts to cover, and what was deleted on one side while it was left
   * out may be deleted on the other once it no longer is: so both count as the worst.
   */
  static RiskRule<ImmutableList<String>> filterList(Kind kind) {
    TextSetType type = new TextSetType(kind);
    String what =
        switch (kind) {
          case PATHS -> "folders";
          case NAMES -> "file names";
          case EXTENSIONS -> "extensions";
        };
    return (before, after) ->
        before instanceof Value.Absent<ImmutableList<String>>
            ? ImmutableList.of()
            : covering(
                before.known().map(type::normalized).orElse(ImmutableSortedSet.of()),
                type.normalized(after),
                before.known().isEmpty(),
                what);
  }

  private static ImmutableList<RiskFinding> covering(
      ImmutableSortedSet<String> before,
      ImmutableSortedSet<String> after,
      boolean beforeUnknown,
      String what) {
    ImmutableList.Builder<RiskFinding> findings = ImmutableList.builder();
    if (!before.containsAll(after)) {
      findings.add(startsCovering("the filter starts to cover " + what + " that may be synced"));
    }
    if (!after.containsAll(before) || beforeUnknown) {
      findings.add(stopsCovering("the filter no longer covers some " + what));
    }
    return findings.build();
  }

  static RiskRule<Long> maximumSize(IntegerType type) {
    return (before, after) ->
        before instanceof Value.Absent<Long>
            ? ImmutableList.of()
            : before
                .known()
                .map(known -> limit(type.magnitude(known), type.magnitude(after)))
                .orElseGet(() ->
                    ImmutableList.of(
                        startsCovering("the size limit may start to cover files that are synced"),
                        stopsCovering("the size limit may no longer cover some files")));
  }

  private static ImmutableList<RiskFinding> limit(long before, long after) {
    if (after == before) {
      return ImmutableList.of();
    }
    return ImmutableList.of(
        after < before
            ? startsCovering("the size limit starts to cover files that may be synced")
            : stopsCovering("the size limit no longer covers some files"));
  }

  private static RiskFinding startsCovering(String what) {
    return new RiskFinding(
        Risk.DATA_LOSS, what + ": they are no longer synced, and may be deleted on one side");
  }

  private static RiskFinding stopsCovering(String what) {
    return new RiskFinding(
        Risk.DATA_LOSS,
        what + ": anything deleted on one side in the meantime may now be deleted on the other");
  }
}
