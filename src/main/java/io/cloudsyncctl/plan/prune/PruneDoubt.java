package io.cloudsyncctl.plan.prune;

/** Why something that nobody declared is kept although pruning was asked for. */
public enum PruneDoubt {
  STILL_TO_CREATE("a task of its connection is still to be created"),
  CONNECTION_UNREADABLE("something of its connection cannot be read"),
  NAMESAKE_UNSEEN(
      "not all connections are seen, and another one of this name may be meant: declare its"
          + " account"),
  NEARLY_THE_PATHS("a declared task has nearly the same paths"),
  NEARLY_THE_NAME("a declared connection has nearly the same name"),
  MAY_BE_THE_MISSING_ONE("a declared connection is not found: it may be this one"),
  SOMETHING_UNREADABLE("something that is declared cannot be read"),
  FILE_UNUSABLE("another file of the run cannot be used, and may declare it"),
  LIST_INCOMPLETE("the list of connections is not complete"),
  TASKS_UNREADABLE("its tasks cannot be read: nobody can say what would go with it"),
  ONE_OF_TWO("another connection has the same name, account and provider");

  private final String reason;

  PruneDoubt(String reason) {
    this.reason = reason;
  }

  /** The reason, after "since". */
  public String reason() {
    return reason;
  }
}
