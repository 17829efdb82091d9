package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.truth.Author;
import io.cloudsyncctl.simulator.truth.Difference;
import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.TimeLine;
import io.cloudsyncctl.simulator.truth.Truth;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** What follows from a change, and the time line of all changes. */
final class Writes {
  private final Behaviours behaviours;
  private final InstantSource clock;
  private final Pausing pausing;
  private final Shades shades;
  private final StoredForms forms;
  private final TimeLine timeLine = new TimeLine();
  private final Map<Long, Integer> restedAt = new HashMap<>();
  private int request;

  Writes(Behaviours behaviours, InstantSource clock, Pausing pausing, Shades shades) {
    this.behaviours = behaviours;
    this.clock = clock;
    this.pausing = pausing;
    this.shades = shades;
    this.forms = new StoredForms(behaviours);
  }

  TimeLine timeLine() {
    return timeLine;
  }

  Instant now() {
    return clock.instant();
  }

  /** The newest request that was begun. */
  int request() {
    return request;
  }

  void request(int number) {
    request = Math.max(request, number);
  }

  /** At which request a connection last came to rest; 0 where it has rested ever since. */
  int restedAt(long connection) {
    return restedAt.getOrDefault(connection, 0);
  }

  Truth read(DeviceState state, LongPredicate reach) {
    return TruthReader.read(state, pausing::isWorking, reach);
  }

  /** Lets the device do the rest after a call or a deed, and writes down what it was. */
  void done(DeviceState state, Ask ask, int number, Author author, Truth before) {
    forms.apply(state, ask, before);
    List<Difference> differences =
        record(state, clock.instant(), number, author, before, ask.reach());
    shades.add(ask, before, differences);
    List<Behaviour.SideEffect> effects =
        behaviours.of(Behaviour.SideEffect.class, ask.subject()).stream()
            .filter(effect -> effect.method().equals(ask.method()))
            .toList();
    for (Behaviour.SideEffect effect : effects) {
      Truth untouched = read(state, _ -> true);
      SideEffects.apply(state, effect, ask);
      Author device = Author.device("side-effect", effect.effect().word());
      record(state, clock.instant(), number, device, untouched, _ -> true);
    }
  }

  List<Difference> record(
      DeviceState state,
      Instant time,
      int number,
      Author author,
      Truth before,
      LongPredicate reach) {
    pausing.began(state, before, number);
    List<Difference> differences = Difference.between(before, read(state, reach));
    timeLine.add(time, number, author, differences);
    for (Difference difference : differences) {
      if (difference.kind() == Event.Kind.RESTED) {
        restedAt.put(difference.connection(), number);
      }
    }
    return differences;
  }

  /** Writes down what could not be done. */
  void inVain(Ask ask, Author author) {
    Difference nothing =
        new Difference(Event.Kind.IN_VAIN, ask.connection(), ask.task(), false, List.of());
    timeLine.add(clock.instant(), request, author, List.of(nothing));
  }
}
