package io.cloudsyncctl.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened, in its order. May be used by many threads. */
public final class TimeLine {
  private final List<Event> events = new ArrayList<>();
  private int count;

  /** Everything since the start or the last {@link #clear}. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** Forgets the events; the next one is still numbered after them. */
  public synchronized void clear() {
    events.clear();
  }

  /** Writes down each difference as an event of this author. */
  public synchronized void add(
      Instant time, int request, Author author, List<Difference> differences) {
    for (Difference difference : differences) {
      events.add(
          new Event(
              ++count,
              time,
              request,
              author.actor(),
              author.who(),
              author.cause(),
              difference.kind(),
              difference.connection(),
              difference.task(),
              difference.atRest(),
              difference.changes()));
    }
  }
}
