package io.cloudsyncctl.apply.pause;

import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.model.live.ConnectionStatus;
import java.util.HashSet;
import java.util.Set;

/**
 * What the answers of a NAS have shown of pauses, whatever they were asked for: which of this run's
 * are still to come, and which are over. Who pauses a connection after it was seen at work is
 * somebody else.
 */
public final class PauseSightings {
  private final RunJournal journal;
  private final Set<Long> toCome = new HashSet<>();
  private final Set<Long> paused = new HashSet<>();
  private final Set<Long> over = new HashSet<>();

  public PauseSightings(RunJournal journal) {
    this.journal = journal;
  }

  /** This run is about to tell a connection to pause. */
  public void told(long connection) {
    toCome.add(connection);
    paused.remove(connection);
    if (over.remove(connection)) {
      journal.pauseRenewed(connection);
    }
  }

  /** An answer has told the status of a connection. */
  public void saw(long connection, String status) {
    if (ConnectionStatus.of(status) == ConnectionStatus.PAUSE) {
      toCome.remove(connection);
      paused.add(connection);
    } else if (ConnectionStatus.of(status).syncs()
        && paused.contains(connection)
        && over.add(connection)) {
      journal.pauseOver(connection);
    }
  }

  /** Whether this run told it to pause, and no answer has shown that pause. */
  boolean mayCome(long connection) {
    return toCome.contains(connection);
  }

  /** Whether it was seen paused and then at work, and this run has not told it to pause since. */
  public boolean isOver(long connection) {
    return over.contains(connection);
  }
}
