package io.cloudsyncctl.simulator.behaviour;

/** How a list may be wrong for a while though what belongs in it is there. */
public enum Omission {
  /** {@code list_sess} is empty, and says that this is all. */
  FORGET_TASKS("forget-tasks"),
  /** {@code list_sess} holds the first half, and its total says how many there are. */
  PARTIAL_TASKS("partial-tasks"),
  /** {@code list_sess} holds the tasks of another connection. */
  FOREIGN_TASKS("foreign-tasks"),
  /** {@code list_conn} is empty, or lacks one connection, and says that this is all. */
  FORGET_CONNECTIONS("forget-connections"),
  /** {@code list_conn} holds the first half, and its total says how many there are. */
  PARTIAL_CONNECTIONS("partial-connections");

  private final String word;

  Omission(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
