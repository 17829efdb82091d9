package io.cloudsyncctl.report.model;

/** For what a plan is shown, hence in which words. */
public enum Verb {
  /** What an apply would do. */
  PLAN("plan"),
  /** How the NAS differs from what is declared. */
  DRIFT("drift"),
  /** What is about to be rehearsed against a simulated twin. */
  DRY_RUN("apply --dry-run"),
  /** What is about to be done. */
  APPLY("apply"),
  /** What is about to be put back as it was before a run. */
  UNDO("undo");

  private final String command;

  Verb(String command) {
    this.command = command;
  }

  /** The command that a person types. */
  public String command() {
    return command;
  }
}
