package io.cloudsyncctl.apply.leftover;

import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.RiskFinding;
import java.util.List;

/** What a plan says of connections that a run left paused, and of pauses that nothing explains. */
public final class LeftoverWords {
  private LeftoverWords() {}

  /** It goes on with the plan of what is declared. */
  static String resumed(Leftover leftover, LeftoverSight.Kind kind, List<RiskFinding> risks) {
    if (kind == LeftoverSight.Kind.UNIDENTIFIED) {
      return unidentified(leftover);
    }
    return isDangerous(risks)
        ? leftover.words()
            + "; what was changed there is not all wanted now, so resuming needs its acceptance. To"
            + " leave it paused, declare paused: true, or run: "
            + leftover.dismissal()
        : leftover.words();
  }

  /** It goes on with an undo of its run. */
  public static String undone(Leftover leftover, List<RiskFinding> risks) {
    return isDangerous(risks)
        ? leftover.words()
            + "; what was changed there does not all go back, so resuming needs its acceptance. To"
            + " leave it paused, run: "
            + leftover.dismissal()
        : leftover.words();
  }

  private static boolean isDangerous(List<RiskFinding> risks) {
    return risks.stream().anyMatch(finding -> finding.risk().dangerous());
  }

  /** It is there, but stays as it is. */
  public static String notResumed(
      Leftover leftover, LeftoverSight.Kind kind, LiveConnection connection) {
    return switch (kind) {
      case UNIDENTIFIED -> unidentified(leftover);
      case ALL_PAUSED ->
          leftover.words()
              + "; by now everything on the NAS is paused, which no run does, so it is not resumed";
      case RENAMED ->
          leftover.words()
              + " and called it \""
              + leftover.connection().name()
              + "\"; no run gave it the name that it has now, so it is not resumed. "
              + orDismiss(leftover);
      case OTHER_STATUS ->
          leftover.words()
              + "; its status is \""
              + connection.status()
              + "\" now, so it is not resumed: look at its log in DSM";
      case ACTIVE, PAUSED, HIDDEN, GONE -> leftover.words();
    };
  }

  /** Nothing can be seen of it. */
  public static String unseen(Leftover leftover, LeftoverSight.Kind kind, LiveState live) {
    if (kind == LeftoverSight.Kind.UNIDENTIFIED) {
      return unidentified(leftover);
    }
    return leftover.words()
        + (live.adminView()
            ? "; the NAS does not tell whether it still is, so it is not resumed: look at it in DSM"
            : "; this login cannot see whether it still is, so it is not resumed: use an"
                + " administrator, with admin_mode on");
  }

  private static String unidentified(Leftover leftover) {
    return leftover.words()
        + "; an earlier version wrote its journal and did not keep provider, account and user id,"
        + " so nobody can say whether this is the same connection, still paused for that run."
        + " Nothing is resumed on its account. "
        + orDismiss(leftover);
  }

  private static String orDismiss(Leftover leftover) {
    return "Resume it in DSM or declare paused: false, then run: " + leftover.dismissal();
  }
}
