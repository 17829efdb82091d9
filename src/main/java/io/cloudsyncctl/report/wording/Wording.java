package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import io.cloudsyncctl.plan.model.Change;
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
