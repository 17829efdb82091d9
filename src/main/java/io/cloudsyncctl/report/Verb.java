package io.cloudsyncctl.report;

/** For what a plan is shown, hence in which words. */
public enum Verb {
  /** What an apply would do. */
  PLAN,
  /** How the NAS differs from what is declared. */
  DRIFT,
  /** What is about to be rehearsed against a simulated twin. */
  DRY_RUN,
  /** What is about to be done. */
  APPLY
}
