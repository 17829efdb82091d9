package io.cloudsyncctl.model.setting;

/** What a change may do to files, from harmless to worst. */
public enum Risk implements Acceptable {
  NONE("none"),
  /** It may cause a large re-scan or transfer. */
  TRAFFIC("traffic"),
  /** The value before cannot be read, so the change cannot be judged by it. */
  UNVERIFIABLE("unverifiable"),
  /** A task or connection is removed. */
  DISCONNECT("disconnect"),
  /** Files may be deleted somewhere. */
  DATA_LOSS("data-loss");

  private final String word;

  Risk(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** Whether a change of this class needs a person's explicit consent. */
  @Override
  public boolean dangerous() {
    return switch (this) {
      case NONE, TRAFFIC, UNVERIFIABLE -> false;
      case DISCONNECT, DATA_LOSS -> true;
    };
  }
}
