package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.Risk;
import io.cloudsyncctl.model.RiskFinding;

/** Risks that no single setting brings: of removals, and of tasks that meet each other. */
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
      "another task");

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
  RiskFinding finding(String subject) {
    return new RiskFinding(risk, reason(subject));
  }
}
