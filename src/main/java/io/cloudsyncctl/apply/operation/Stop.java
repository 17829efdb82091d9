package io.cloudsyncctl.apply.operation;

/** What of a run still is to be done once one of its operations has failed. */
public enum Stop {
  /** Everything: the NAS keeps another value of a setting that no file depends on. */
  NOTHING,
  /**
   * Connections are resumed, where all that may delete files was done or none of it: the NAS keeps
   * another value that is no more dangerous than the one before and the one that was written.
   */
  ALL_BUT_RESUMES,
  /** Nothing, but for the pauses after which nothing was changed. */
  ALL
}
