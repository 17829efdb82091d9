package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.report.model.Verb;

/** The sign and the words of each kind of change. */
public final class Wording {
  private Wording() {}

  /** One character that tells the kinds apart without colour. */
  public static String sign(Change change) {
    return switch (change) {
      case Change.Create _ -> "+";
      case Change.Update _ -> "~";
      case Change.Delete _ -> "-";
      case Change.Pause _ -> "‖";
      case Change.Resume _ -> "▶";
      case Change.Manual _ -> "!";
    };
  }

  public static Style style(Change change) {
    return switch (change) {
      case Change.Create _ -> Style.ADDED;
      case Change.Update _ -> Style.CHANGED;
      case Change.Delete _ -> Style.REMOVED;
      case Change.Pause _, Change.Resume _ -> Style.NOTICE;
      case Change.Manual _ -> Style.ATTENTION;
    };
  }

  /** What happens, or what is not as declared, in a few words. */
  public static String phrase(Change change, Verb verb) {
    return switch (verb) {
      case PLAN, DRY_RUN, APPLY -> action(change);
      case UNDO -> change instanceof Change.Manual ? "cannot be undone" : action(change);
      case DRIFT -> difference(change);
    };
  }

  private static String action(Change change) {
    return switch (change) {
      case Change.Create _ -> "create this task";
      case Change.Update update -> "change the " + group(update.group());
      case Change.Delete delete ->
          "remove this " + subject(delete.target()) + "; files stay on both sides";
      case Change.Pause pause -> "pause (its status is " + status(pause.status()) + ")";
      case Change.Resume resume -> "resume (its status is " + status(resume.status()) + ")";
      case Change.Manual _ -> "by hand";
    };
  }

  private static String difference(Change change) {
    return switch (change) {
      case Change.Create _ -> "declared, but not on the NAS";
      case Change.Update update -> group(update.group()) + " not as declared";
      case Change.Delete delete ->
          "declared absent, but this " + subject(delete.target()) + " is on the NAS";
      case Change.Pause pause -> "declared paused, but its status is " + status(pause.status());
      case Change.Resume resume ->
          "should be running, but "
              + (ConnectionStatus.of(resume.status()) == ConnectionStatus.PAUSE
                  ? "is paused"
                  : "its status is " + status(resume.status()));
      case Change.Manual _ -> "by hand";
    };
  }

  /** What becomes of a connection while the dangerous changes are made. */
  public static String resting(Plan.Resting resting) {
    return "is paused while the risky changes are applied, and then resumed: "
        + Quantity.count(resting.tasks().size(), "task")
        + (resting.tasks().size() == 1 ? " is" : " are")
        + " paused during the change";
  }

  /** What a new task is besides its settings. */
  public static String newTask(NewTask task) {
    return "storage class "
        + ValueText.text(task.storageClass())
        + ", server-side encryption "
        + (task.serverSideEncryption() ? "on" : "off");
  }

  /** What becomes of the connection while a task is created. */
  public static String pausedMeanwhile(Change.Create create) {
    return create.connectionPaused()
        ? "its connection is paused already, and stays so meanwhile"
        : "its connection is paused meanwhile";
  }

  /** What changes of a class may do. */
  public static String danger(Risk risk) {
    return switch (risk) {
      case NONE -> "no risk found";
      case TRAFFIC -> "may cause a large re-scan or transfer";
      case UNVERIFIABLE -> "the value before cannot be read";
      case DISCONNECT -> "removes tasks or connections";
      case DATA_LOSS -> "may delete files";
    };
  }

  private static String status(String status) {
    return Escaper.escape(status, 30);
  }

  static String group(SettingGroup group) {
    return switch (group) {
      case PACKAGE -> "package settings";
      case RELINK -> "relink behaviour";
      case CONNECTION -> "connection settings";
      case SCHEDULE -> "schedule";
      case TASK -> "task settings";
      case FILTERS -> "filters";
    };
  }

  private static String subject(Target target) {
    return switch (target) {
      case Target.OfPackage _ -> subject(Subject.PACKAGE);
      case Target.OfConnection _ -> subject(Subject.CONNECTION);
      case Target.OfTask _ -> subject(Subject.TASK);
    };
  }

  static String subject(Subject subject) {
    return switch (subject) {
      case PACKAGE -> "package";
      case CONNECTION -> "connection";
      case TASK -> "task";
    };
  }
}
