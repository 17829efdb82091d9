package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.plan.model.Change;

/** The kinds of difference: the rules of code scanning. Their names are stable. */
public enum DifferenceKind {
  SETTING_DIFFERS(
      "setting-differs",
      "A setting is not as declared",
      "The NAS has another value than the declaration, or one that no getter answers. Look at the"
          + " line: either apply the declaration, or change it to what the NAS has."),
  MISSING(
      "missing",
      "Something declared is not on the NAS",
      "A connection or task is declared and not there. The API creates tasks of Amazon S3 only;"
          + " anything else the plan lists as steps to do in DSM."),
  NOT_ABSENT(
      "not-absent",
      "Something declared absent is on the NAS",
      "A connection or task is declared absent, or is pruned, and still there. Removing it leaves"
          + " the files on both sides."),
  PAUSE_DIFFERS(
      "pause-differs",
      "A connection is paused or not, other than declared",
      "Either apply the declaration, or change what it says of paused."),
  NOT_READABLE(
      "not-readable",
      "Something declared cannot be seen",
      "The login may not see a connection that is declared, so nobody knows how it is. Use an"
          + " administrator, and switch admin_mode on."),
  NOT_DECLARED(
      "not-declared",
      "Something on the NAS is not declared",
      "Nobody declared this connection or task; it is never touched. Declare it, or agree to it in"
          + " the file of ignores.");

  private final String id;
  private final String title;
  private final String help;

  DifferenceKind(String id, String title, String help) {
    this.id = id;
    this.title = title;
    this.help = help;
  }

  /** The stable name, such as {@code setting-differs}. */
  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** What it means and what to do. */
  public String help() {
    return help;
  }

  public static DifferenceKind of(Difference difference) {
    return switch (difference) {
      case Difference.OfSetting _ -> SETTING_DIFFERS;
      case Difference.OfWhole(Change change) ->
          switch (change) {
            case Change.Update _ -> SETTING_DIFFERS;
            case Change.Create _, Change.Manual _ -> MISSING;
            case Change.Delete _ -> NOT_ABSENT;
            case Change.Pause _, Change.Resume _ -> PAUSE_DIFFERS;
          };
      case Difference.Unseen _ -> NOT_READABLE;
      case Difference.Undeclared _ -> NOT_DECLARED;
    };
  }
}
