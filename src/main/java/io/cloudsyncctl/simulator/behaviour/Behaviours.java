package io.cloudsyncctl.simulator.behaviour;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a running NAS behaves just now. May be changed at any time and by any thread: it counts from
 * the next call on. What is under way, such as a pause that takes long, is not taken back; what is
 * only shown late is shown at once when the behaviour ends.
 */
public final class Behaviours {
  /** A behaviour in force, and how often it was used. */
  public static final class Active {
    private final Behaviour behaviour;
    private final Map<String, Integer> used = new ConcurrentHashMap<>();

    private Active(Behaviour behaviour) {
      this.behaviour = behaviour;
    }

    public Behaviour behaviour() {
      return behaviour;
    }

    /** Counts one use for a key; false where it was used so often already (0: no limit). */
    public boolean use(String key, int limit) {
      int before = used.getOrDefault(key, 0);
      if (limit > 0 && before >= limit) {
        return false;
      }
      used.put(key, before + 1);
      return true;
    }
  }

  private final List<Active> active = new CopyOnWriteArrayList<>();

  /** What behaviours there are from the beginning. */
  public Behaviours(Collection<Behaviour> behaviours) {
    behaviours.forEach(this::add);
  }

  /**
   * Adds behaviours to those in force.
   *
   * @param texts each of one or several, as {@link Behaviour#parseAll} reads them
   * @throws BehaviourException where one of them is none; nothing is added then
   */
  public void add(String... texts) {
    active.addAll(wrapped(texts));
  }

  public void add(Behaviour behaviour) {
    active.add(new Active(behaviour));
  }

  /** Ends all that are in force and begins with these. */
  public synchronized void set(String... texts) {
    List<Active> wanted = wrapped(texts);
    active.clear();
    active.addAll(wanted);
  }

  /** Ends those that equal one of these. */
  public void remove(String... texts) {
    List<Behaviour> unwanted = parsed(texts);
    active.removeIf(one -> unwanted.contains(one.behaviour()));
  }

  /** Lets the NAS be perfect from now on. */
  public void clear() {
    active.clear();
  }

  public List<Behaviour> all() {
    return active.stream().map(Active::behaviour).toList();
  }

  private static List<Behaviour> parsed(String... texts) {
    return Stream.of(texts).flatMap(text -> Behaviour.parseAll(text).stream()).toList();
  }

  private static List<Active> wrapped(String... texts) {
    return parsed(texts).stream().map(Active::new).toList();
  }

  /** Whether it has not been ended. */
  public boolean inForce(Active one) {
    return active.contains(one);
  }

  /** Those of one type that concern an id, the earliest first. */
  public <B extends Behaviour> List<B> of(Class<B> type, long id) {
    return active.stream()
        .map(Active::behaviour)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(behaviour -> concerns(behaviour, id))
        .toList();
  }

  /** Those of one type that concern an id and pass, the earliest first, with their counters. */
  public <B extends Behaviour> List<Active> matching(
      Class<B> type, long id, Predicate<? super B> test) {
    return active.stream()
        .filter(one -> type.isInstance(one.behaviour()))
        .filter(one -> concerns(one.behaviour(), id))
        .filter(one -> test.test(type.cast(one.behaviour())))
        .toList();
  }

  /** Those of one type, whatever they concern, with their counters. */
  public List<Active> all(Class<? extends Behaviour> type) {
    return active.stream().filter(one -> type.isInstance(one.behaviour())).toList();
  }

  private static boolean concerns(Behaviour behaviour, long id) {
    return behaviour.only().isEmpty() || behaviour.only().getAsLong() == id;
  }
}
