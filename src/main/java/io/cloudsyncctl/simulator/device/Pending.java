package io.cloudsyncctl.simulator.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a device has said it did, and will do. */
final class Pending {
  /** What is going to be. */
  enum What {
    PAUSE("pause-lag", "pause"),
    RESUME("resume-lag", "resume"),
    /** The tasks of a paused connection end what they are at. */
    TASKS_REST("tasks-lag", "pause");

    private final String behaviour;
    private final String method;

    What(String behaviour, String method) {
      this.behaviour = behaviour;
      this.method = method;
    }

    String behaviour() {
      return behaviour;
    }
  }

  private final long connection;
  private final What what;
  private final @Nullable Instant due;
  private final int askedBy;
  private int looks;

  /**
   * Something that is due at a time, or where that is null after so many looks.
   *
   * @param askedBy the number of the request that it goes back to
   */
  Pending(long connection, What what, @Nullable Instant due, int looks, int askedBy) {
    this.connection = connection;
    this.what = what;
    this.due = due;
    this.looks = looks;
    this.askedBy = askedBy;
  }

  long connection() {
    return connection;
  }

  What what() {
    return what;
  }

  /** Null where it is counted in looks. */
  @Nullable Instant due() {
    return due;
  }

  boolean isDue(Instant now) {
    return due == null ? looks <= 0 : !due.isAfter(now);
  }

  void look() {
    looks--;
  }

  /** Where it comes from, for the time line. */
  String cause() {
    return "%s of request %d".formatted(what.method, askedBy);
  }
}
