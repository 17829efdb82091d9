package io.cloudsyncctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.truth.Difference;
import io.cloudsyncctl.simulator.truth.Truth;
import io.cloudsyncctl.witness.Judge;
import io.cloudsyncctl.witness.Run;
import io.cloudsyncctl.witness.Settling;
import io.cloudsyncctl.witness.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One fresh NAS that is or becomes imperfect, and the applies on it. */
final class BehaviourTrial implements AutoCloseable {
  /** Whatever was late has come by then. */
  private static final Duration LATER = Duration.ofMinutes(20);

  private static final String MACHINE = "A";

  private final World world;
  private final Path file;

  BehaviourTrial(Path folder) {
    world = new World(folder, Scenario.state());
    file = Scenario.declare(folder, world.nas().url());
  }

  /**
   * An apply on a perfect NAS.
   *
   * @param calls its requests
   * @param truth how the NAS then really is
   */
  record Plain(List<WireCall> calls, Truth truth) {}

  /**
   * How the applies ended.
   *
   * @param first the one in which the NAS became imperfect
   * @param last the last one, when it was perfect again
   */
  record Ends(int first, int last) {}

  Plain plain() {
    Run run = apply();
    assertThat(run.code()).as(run.said()).isZero();
    List<WireCall> calls = new ArrayList<>();
    world.nas().requests().forEach(one -> calls.add(WireCall.of(calls.size() + 1, one)));
    assertThat(Judge.violations(world)).isEmpty();
    return new Plain(calls, world.nas().truth());
  }

  private Run apply() {
    return world.execute(prepared());
  }

  private Run prepared() {
    return world.prepare(MACHINE, file, "apply", Scenario.CONSENT);
  }

  /** The NAS becomes imperfect in an apply, and another one follows, for which it may stay so. */
  Ends of(Plain plain, BehaviourPairs.Pair pair) {
    Imperfection imperfection = pair.imperfection();
    Run first = prepared();
    first.at(
        pair.where().number(),
        () -> {
          imperfection.deeds().forEach(world.nas()::person);
          imperfection.behaviours().forEach(world::behave);
        });
    world.execute(first);
    world.pass(LATER);
    if (pair.stays()) {
      apply();
      world.pass(LATER);
    }
    world.behave();
    Run last = Settling.of(world, MACHINE, file, Scenario.CONSENT);
    List<String> wrong = new ArrayList<>(Judge.violations(world));
    wrong.addAll(Settling.notNamed(world, last));
    if (imperfection.traceless()) {
      if (last.code() != 0) {
        wrong.add("it does not converge: " + last.code());
      }
      traces(plain.truth(), world.nas().truth())
          .forEach(trace -> wrong.add("the NAS does not end as if nothing had been: " + trace));
    }
    if (!wrong.isEmpty()) {
      throw new ViolationError(String.join("\n", wrong), world);
    }
    return new Ends(first.code(), last.code());
  }

  /** Which filters a person added to the dialog is bookkeeping, and none of it matters here. */
  private static List<String> traces(Truth plain, Truth now) {
    return Difference.between(plain, now).stream()
        .filter(one ->
            one.changes().isEmpty()
                || one.changes().stream()
                    .anyMatch(change -> !change.field().startsWith("user_defined_")))
        .map(Difference::toString)
        .toList();
  }

  @Override
  public void close() {
    world.close();
  }
}
