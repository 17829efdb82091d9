package io.cloudsyncctl.apply.pause;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.apply.rest.RestReading;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cloudsync.read.ConnectionActivity;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks at connections until they have done what they were told, for a bounded time: a NAS that
 * takes a call has not done it yet. Each look is one round trip.
 */
public final class RestLooks {
  /**
   * How long a word has to stand. Nobody has shown what a NAS says of the tasks of a connection
   * that rests: where that has said so itself all the time, it counts.
   */
  static final Duration STANDS = Duration.ofSeconds(30);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final ReadGateway reading;
  private final RestTerms terms;
  private final PauseSightings sightings;
  private final BiConsumer<Address, String> waiting;
  private final Map<Long, Long> restingSince = new HashMap<>();
  private final Map<Long, Long> stuckSince = new HashMap<>();
  private final Set<Long> rested = new HashSet<>();
  private final Set<Long> told = new HashSet<>();
  private final List<Diagnostic> notes = new ArrayList<>();

  /**
   * Looks at connections of a NAS.
   *
   * @param sightings are told what each look shows
   * @param waiting is told which connection is waited for, and what it says
   */
  public RestLooks(
      DsmGateway gateway,
      RestTerms terms,
      PauseSightings sightings,
      BiConsumer<Address, String> waiting) {
    this.reading = ReadGateway.over(gateway);
    this.terms = terms;
    this.sightings = sightings;
    this.waiting = waiting;
  }

  /** What is worth knowing of what was seen. */
  public ImmutableList<Diagnostic> notes() {
    return ImmutableList.copyOf(notes);
  }

  /** How long a connection may take to do what it was told. */
  Duration limit() {
    return terms.limit();
  }

  private void follow(Target.OfConnection connection, RestLook look) {
    look.status().ifPresent(status -> sightings.saw(connection.id(), status));
    follow(restingSince, connection, look.saysRest());
    follow(stuckSince, connection, look.stuck());
  }

  private void follow(Map<Long, Long> since, Target.OfConnection connection, boolean holds) {
    if (holds) {
      since.putIfAbsent(connection.id(), terms.ticker().read());
    } else {
      since.remove(connection.id());
    }
  }

  /** Whether something was so in every look for some time. */
  private boolean stands(Map<Long, Long> since, Target.OfConnection connection) {
    Long began = since.get(connection.id());
    return began != null && terms.ticker().read() - began >= STANDS.toNanos();
  }

  /**
   * Looks until it is enough or the time is over.
   *
   * @return the last look
   */
  public RestLook until(
      Address address, Target.OfConnection connection, Duration limit, Predicate<RestLook> enough)
      throws InterruptedException {
    return until(
        address,
        connection,
        limit,
        () -> RestLook.of(ConnectionActivity.read(reading, connection.id())),
        enough);
  }

  /** The same where each look comes with something else that is read. */
  public <R extends RestReading> R until(
      Address address,
      Target.OfConnection connection,
      Duration limit,
      Supplier<R> look,
      Predicate<RestLook> enough)
      throws InterruptedException {
    long began = terms.ticker().read();
    Duration wait = FIRST_WAIT;
    for (boolean first = true; ; first = false) {
      R read = look.get();
      RestLook now = read.rest();
      follow(connection, now);
      Duration left = limit.minusNanos(terms.ticker().read() - began);
      if (enough.test(now) || left.isZero() || left.isNegative()) {
        return read;
      }
      if (first) {
        waiting.accept(address, now.words());
      }
      terms.sleeper().sleep(wait.compareTo(left) < 0 ? wait : left);
      Duration longer = wait.plus(wait.dividedBy(4));
      wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }
  }

  /** Looks until a connection that was told to pause rests. */
  RestLook untilAtRest(Address address, Target.OfConnection connection)
      throws InterruptedException {
    return until(
        address,
        connection,
        terms.limit(),
        look ->
            look.stuck()
                ? accepted(address, connection) && stands(stuckSince, connection)
                : rests(address, connection, look));
  }

  /** Whether it may be written to after this look. */
  boolean rests(Address address, Target.OfConnection connection, RestLook look) {
    boolean counts = !look.rests() && look.saysRest() && stands(restingSince, connection);
    if (counts) {
      tell(address, connection, look);
    }
    boolean rests = look.rests() || counts || (look.stuck() && accepted(address, connection));
    if (rests) {
      rested.add(connection.id());
    }
    return rests;
  }

  /** Whether it was seen to rest before. */
  boolean hasRested(Target.OfConnection connection) {
    return rested.contains(connection.id());
  }

  private boolean accepted(Address address, Target.OfConnection connection) {
    return terms.accepted().covers(address, connection);
  }

  private void tell(Address address, Target.OfConnection connection, RestLook look) {
    if (told.add(connection.id())) {
      notes.add(
          Diagnostic.warning(
              DiagnosticCode.BUSY_WHILE_PAUSED,
              "the connection has said for "
                  + STANDS.toSeconds()
                  + " seconds that it rests, so it counts as resting: "
                  + look.words(),
              at(address, connection),
              "look in DSM whether the task goes on once the connection is resumed"));
    }
  }

  /** That it was given up to wait, since the program was told to end. */
  static Diagnostic interrupted(Address address, Target.OfConnection connection) {
    return Diagnostic.error(
        DiagnosticCode.INTERRUPTED,
        "it was given up to wait until the connection does what it was told",
        at(address, connection),
        null);
  }

  /** Keeps something that is worth knowing. */
  void note(Diagnostic note) {
    notes.add(note);
  }

  static Location.OnNas at(Address address, Target.OfConnection connection) {
    return new Location.OnNas(address.nas(), "list_conn", '"' + connection.name() + '"');
  }
}
