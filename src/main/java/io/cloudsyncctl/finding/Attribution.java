package io.cloudsyncctl.finding;

/** On whose side a difference came to be. */
public enum Attribution {
  /** Git moved: the NAS is as was declared at the baseline, and the declaration has changed. */
  PENDING("pending"),
  /** The NAS moved: what is declared has stayed the same since the baseline. */
  DRIFT("drift"),
  /** Both moved, each to something else. */
  BOTH("both"),
  /** Nobody knows, since there is no baseline to compare with. */
  UNATTRIBUTED("unattributed");

  private final String word;

  Attribution(String word) {
    this.word = word;
  }

  /** The name that people and programs read. */
  public String word() {
    return word;
  }
}
