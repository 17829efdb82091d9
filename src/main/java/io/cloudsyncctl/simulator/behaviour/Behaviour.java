package io.cloudsyncctl.simulator.behaviour;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One way in which a NAS may be imperfect. {@code only} restricts it to one id: that of the task
 * for what happens to a task or by a method that names one, else that of the connection.
 */
public sealed interface Behaviour {
  /** The id that it is restricted to. */
  OptionalLong only();

  /**
   * Reads one behaviour, such as {@code pause-lag=4s@3}.
   *
   * @throws BehaviourException where it is none; its message says why
   */
  static Behaviour parse(String text) {
    return Grammar.parse(text);
  }

  /**
   * Reads several, apart by blanks or semicolons.
   *
   * @throws BehaviourException as {@link #parse} does
   */
  static List<Behaviour> parseAll(String text) {
    return Grammar.parseAll(text);
  }

  /**
   * What can be written: each behaviour once, without its id, for example {@code reorder[=SEED]}.
   */
  static List<String> forms() {
    return Grammar.forms();
  }

  /** A pause is a success at once and takes effect later; until then the connection syncs. */
  record PauseLag(Lag lag, OptionalLong only) implements Behaviour {}

  /** A resume is a success at once and takes effect later. */
  record ResumeLag(Lag lag, OptionalLong only) implements Behaviour {}

  /** A connection says that it is paused while its tasks end what they are at. */
  record TasksLag(Lag lag, OptionalLong only) implements Behaviour {}

  /** A pause takes back a resume that is still under way, and a resume a pause. */
  record NewestWins(OptionalLong only) implements Behaviour {}

  /** A connection of this status goes on to have it, whether it is paused or not. */
  record OutlastsPause(String status, OptionalLong only) implements Behaviour {}

  /**
   * These methods answer success and do nothing.
   *
   * @param times how often, 0 for always
   */
  record Ignore(Set<String> methods, int times, OptionalLong only) implements Behaviour {}

  /**
   * The method does what it should, and then answers an error.
   *
   * @param times how often, 0 for always
   */
  record RefuseAfter(String method, int code, int times, OptionalLong only) implements Behaviour {}

  /** The method answers an error and does nothing else. */
  record ErrorAnswers(String method, int code, OptionalLong only) implements Behaviour {}

  /** A written number is kept as the next lower multiple. */
  record Round(String field, long multiple, OptionalLong only) implements Behaviour {}

  /** A written number is kept within limits. */
  record Clamp(String field, long least, long most, OptionalLong only) implements Behaviour {}

  /** A text is kept in another form. */
  record KeepForm(StoredForm form, OptionalLong only) implements Behaviour {}

  /** Lists are answered in another order each time. */
  record Reorder(long seed, OptionalLong only) implements Behaviour {}

  /**
   * Getters show the old for a while after one of these methods.
   *
   * @param methods empty for every method whose name begins with {@code set_}
   */
  record ShowLate(Set<String> methods, Lag lag, OptionalLong only) implements Behaviour {}

  /** What is new gets the smallest id that is free. */
  record ReuseIds(OptionalLong only) implements Behaviour {}

  /** The next answers of a list are wrong; of {@code list_sess}, those of each connection. */
  record Omit(Omission what, int times, OptionalLong only) implements Behaviour {}

  /**
   * A method does something else as well.
   *
   * @param where the id of the task or connection that it happens to; empty for that of the call
   * @param everywhere whether it happens to all tasks and connections
   */
  record SideEffect(
      String method, Effect effect, OptionalLong where, boolean everywhere, OptionalLong only)
      implements Behaviour {}

  /** A paused connection resumes by itself, so many requests after it came to rest. */
  record Wake(int requests, OptionalLong only) implements Behaviour {}

  /** The tasks of a paused connection go on to show this status, though nothing syncs. */
  record BusyTasks(String status, OptionalLong only) implements Behaviour {}

  /** What {@code is_pause} of {@code list_conn} says, whatever the connections do. */
  record SayIsPause(boolean value, OptionalLong only) implements Behaviour {}

  /** The oldest entry of a log comes first. */
  record LogOldestFirst(OptionalLong only) implements Behaviour {}

  /** The clock by which log entries are dated is so many seconds ahead, or behind. */
  record LogClock(long seconds, OptionalLong only) implements Behaviour {}

  /** Only so many of the newest log entries are kept. */
  record LogKeeps(int entries, OptionalLong only) implements Behaviour {}
}
