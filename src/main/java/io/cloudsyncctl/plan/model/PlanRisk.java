package io.cloudsyncctl.plan.model;

import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import org.jspecify.annotations.Nullable;

/**
 * Risks that no single setting brings: of removals, of tasks that meet each other, and of a
 * connection that goes on with what an interrupted run left.
 */
public enum PlanRisk {
  TASK_REMOVED(
      Risk.DISCONNECT,
      "a task is removed",
      "the task is removed: these folders no longer sync; files stay on both sides",
      ""),
  CONNECTION_REMOVED(
      Risk.DISCONNECT,
      "a connection is removed",
      "the connection is unlinked%s; only a login in a browser can link it again",
      " with its tasks"),
  PRUNED(
      Risk.DISCONNECT,
      "one that is not declared is removed by pruning",
      "nobody declared it, and it is pruned",
      ""),
  SHARED_LOCAL_FOLDER(
      Risk.DATA_LOSS,
      "a new task or direction: the local folder is one with another task's, or one holds the"
          + " other, and deletions can travel through",
      "it shares a local folder with %s: what is deleted in one cloud may be deleted in the other",
      "another task"),
  SHARED_CLOUD_FOLDER(
      Risk.DATA_LOSS,
      "a new task or direction: another task, also of another NAS of the run, writes to the same"
          + " folder of the same account or bucket, or to one that holds it or lies in it",
      "%s writes to the same cloud folder: each may delete what the other has put there",
      "another task"),
  MAYBE_SHARED_LOCAL_FOLDER(
      Risk.DATA_LOSS,
      "a new task or direction on a NAS with tasks that cannot be read, whose local folder may be"
          + " the same",
      "%s, so this task may share its local folder: what is deleted in one cloud may be deleted in"
          + " the other",
      "another task cannot be read"),
  MAYBE_SHARED_CLOUD_FOLDER(
      Risk.DATA_LOSS,
      "a new task or direction: another task may write to the same folder, since the bucket, or"
          + " what else tells one place in that cloud from another, cannot be read",
      "%s, so this task may share its cloud folder: each may delete what the other has put there",
      "the NAS does not tell the bucket of another task"),
  LEFT_SETTING(
      Risk.DATA_LOSS,
      "a connection that a run left paused is resumed, while a setting that the run changed is"
          + " neither declared as it now is nor what it was before (in the class that the change of"
          + " that setting has)",
      "resuming would sync %s",
      "with a setting that the run wrote and nobody declares"),
  LEFT_TASK_CREATED(
      Risk.DATA_LOSS,
      "a connection that a run left paused is resumed, with a task that the run created and nobody"
          + " declares",
      "resuming would sync the new task %s",
      "that the run created and nobody declares"),
  LEFT_TASK_REMOVED(
      Risk.DISCONNECT,
      "a connection that a run left paused is resumed, without a task that the run removed and"
          + " nobody declares absent",
      "resuming would go on without the task %s",
      "that the run removed and nobody declares absent"),
  LEFT_UNKNOWN(
      Risk.DATA_LOSS,
      "a connection that a run left paused is resumed, while nobody can say what the run changed"
          + " there",
      "nobody can say what resuming would sync with: %s",
      "what the run changed there cannot be read");

  private final Risk risk;
  private final String event;
  private final String words;
  private final String anything;

  PlanRisk(Risk risk, String event, String words, String anything) {
    this.risk = risk;
    this.event = event;
    this.words = words;
    this.anything = anything;
  }

  /** The class. */
  public Risk risk() {
    return risk;
  }

  /** What happens. */
  public String event() {
    return event;
  }

  /** The reason where nothing in particular is meant. */
  public String reason() {
    return reason(anything);
  }

  /** The reason, about what is meant. */
  public String reason(String subject) {
    return words.formatted(subject);
  }

  /** The finding, about what is meant. */
  public RiskFinding finding(String subject) {
    return new RiskFinding(risk, reason(subject));
  }

  /** The finding that also puts a certain task at risk, of another class where it has one. */
  public RiskFinding finding(Risk itsClass, String subject, RiskFinding.@Nullable OtherTask task) {
    return new RiskFinding(itsClass, reason(subject), task);
  }
}
