package io.cloudsyncctl.model.live;

import java.util.Arrays;

/**
 * The status that a connection or a task reports, by what it says of syncing (protocol note §4).
 * People are shown the text that the NAS sent.
 */
public enum ConnectionStatus {
  UP_TO_DATE("uptodate"),
  SYNCING("syncing"),
  PROCESSING("processing"),
  SCANNING("scanning"),
  CONNECTING("connecting"),
  /** A user paused it. */
  PAUSE("pause"),
  /** Its schedule or the package suspended it. */
  SUSPENDED("suspended"),
  ERROR("error"),
  /** Its account has to be linked again. */
  UNLINK("unlink"),
  /** Any other text, or none: nobody knows what it means, so no judgement holds of it. */
  UNKNOWN("");

  private final String word;

  ConnectionStatus(String word) {
    this.word = word;
  }

  /** The status of a text that a NAS sent. */
  public static ConnectionStatus of(String text) {
    return Arrays.stream(values()).filter(one -> one.word.equals(text)).findFirst().orElse(UNKNOWN);
  }

  /** Its text on the wire. */
  public String word() {
    return word;
  }

  /**
   * Whether nothing is synced until somebody does something about it. In any other status something
   * may be synced any moment: by a connection in error that tries again, and by one that its
   * schedule has suspended, since an hour of the schedule may begin meanwhile.
   */
  public boolean rests() {
    return this == PAUSE || this == UNLINK;
  }

  /** Whether nothing is synced just now, and that may end any moment by itself. */
  public boolean stuck() {
    return this == ERROR || this == SUSPENDED;
  }

  /** Whether it syncs, or would where there were something to sync. */
  public boolean syncs() {
    return switch (this) {
      case UP_TO_DATE, SYNCING, PROCESSING, SCANNING, CONNECTING -> true;
      case PAUSE, SUSPENDED, ERROR, UNLINK, UNKNOWN -> false;
    };
  }

  /** Whether a task does nothing just now. One that connects is about to work. */
  public boolean idle() {
    return this == UP_TO_DATE || rests() || stuck();
  }
}
