package io.cloudsyncctl.witness;

import com.google.common.base.Throwables;
import io.cloudsyncctl.cli.FaultyLine;
import io.cloudsyncctl.cli.HandTime;
import io.cloudsyncctl.cli.Machine;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.truth.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A NAS, the machines that run the program on it, one time for all of them, and who saw it all. */
public final class World implements AutoCloseable {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<String, String> ENVIRONMENT = Map.of("NAS_PASSWORD", "simulated");

  private final Path folder;
  private final HandTime time = new HandTime(BEGINNING);
  private final SimulatedNas nas;
  private final Truth first;
  private final Turns turns = new Turns();
  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private final Map<Run, Frozen> frozen = new LinkedHashMap<>();
  private final List<String> behaved = new ArrayList<>();
  private final Map<Integer, String> remarks = new TreeMap<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();

  /**
   * A world.
   *
   * @param folder where its machines keep their files
   */
  public World(Path folder, SimulatedState state) {
    this.folder = folder;
    this.nas = SimulatedNas.start(state, SimulatorOptions.builder().clock(time).build());
    this.first = nas.truth();
    nas.injectFaults(new Ears());
  }

  public SimulatedNas nas() {
    return nas;
  }

  public Path folder() {
    return folder;
  }

  /** How the NAS was before anybody came. */
  Truth first() {
    return first;
  }

  List<Run> runs() {
    return runs;
  }

  /** How the last apply ended. */
  public int lastCode() {
    return runs.stream().filter(Run::applies).toList().getLast().code();
  }

  /** How many commands were run. */
  public int countRuns() {
    return runs.size();
  }

  /** How many requests took effect. */
  public int countRequests() {
    return moments.size();
  }

  /** Every request that took effect. */
  List<Moment> moments() {
    return moments;
  }

  /** Lets the NAS behave in these ways as well. */
  public void behave(String behaviours) {
    nas.behaviours().add(behaviours);
    behaved.addAll(List.of(behaviours.split(" ")));
    remark("behaves: " + behaviours);
  }

  /** Lets the NAS be perfect again. */
  public void behave() {
    nas.behaviours().clear();
    remark("is perfect again");
  }

  private void remark(String text) {
    remarks.merge(moments.size(), text, (one, other) -> one + ", " + other);
  }

  /** How the NAS came to behave, by the number of requests before. */
  Map<Integer, String> remarks() {
    return remarks;
  }

  /** Whether getters ever went on to show the old, so that nobody could know better. */
  boolean showsLate() {
    return behaved.stream().anyMatch(one -> one.startsWith("lag="));
  }

  /** Whether a method ever did nothing. */
  boolean ignores(String method) {
    return behaved.stream().anyMatch(one -> one.startsWith("ignore=") && one.contains(method));
  }

  /** Lets time pass in which nobody is at work. */
  public void pass(Duration duration) {
    time.pass(duration);
  }

  /**
   * A command that is about to be run.
   *
   * @param machine each has a state folder of its own
   */
  public Run prepare(String machine, Path yaml, String command, List<String> options) {
    List<String> words = new ArrayList<>(List.of(command, yaml.toString()));
    words.addAll(List.of("--state-dir", state(machine).toString()));
    words.addAll(options);
    try {
      Declared declared = Declared.parse(Files.readString(yaml));
      Run run = new Run(runs.size() + 1, machine, declared, words);
      runs.add(run);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path state(String machine) {
    return folder.resolve("state-" + machine);
  }

  private Machine machine(Run run) {
    return machines.computeIfAbsent(
        run.machine(), name -> new Machine(ENVIRONMENT, folder.resolve("home-" + name), time));
  }

  /** Runs a command to its end. */
  public Run execute(Run run) {
    turns.comes(run);
    carryOut(run, machine(run));
    return run;
  }

  /**
   * Lets something else than the program do its work: it is judged alike.
   *
   * @param work answers an exit code
   */
  Run execute(Run run, IntSupplier work) {
    turns.comes(run);
    try {
      run.ended(work.getAsInt(), "");
    } finally {
      turns.goes(run);
    }
    return run;
  }

  /**
   * Runs two commands at the same time.
   *
   * @param changes decides, at each request, whether the other one goes on
   */
  public void together(Run one, Run other, BooleanSupplier changes) {
    turns.changing(changes);
    turns.comes(one);
    turns.comes(other);
    Machine first = machine(one);
    Machine second = machine(other);
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              turns.await(other);
              carryOut(other, second);
            });
    carryOut(one, first);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void carryOut(Run run, Machine machine) {
    try {
      FaultyLine.Result result = machine.run(run.words().toArray(String[]::new));
      run.ended(result.code(), result.out() + result.err());
    } catch (RuntimeException | Error e) {
      run.ended(Run.BROKEN, Throwables.getStackTraceAsString(e));
    } finally {
      Frozen then = frozen.remove(run);
      if (then != null) {
        then.restore();
      }
      turns.goes(run);
    }
  }

  @Override
  public void close() {
    nas.close();
  }

  /** Hears every request, and lets happen before it what is to. */
  private final class Ears implements FaultInjector {
    @Override
    public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
      Run run = turns.arrives();
      if (run.isDead()) {
        return new FaultSpec.ClosedConnection(false);
      }
      run.arrives().forEach(Runnable::run);
      boolean killed = run.isKilledNow();
      if (killed) {
        frozen.put(run, Frozen.of(state(run.machine())));
        machine(run).die();
        if (!run.killedAfterActing()) {
          // Whoever sent it does not know that it never had an effect.
          handled(run, request, nas.timeline().size(), true);
          return new FaultSpec.ClosedConnection(false);
        }
      }
      int before = nas.timeline().size();
      return new FaultSpec.Held(() -> {}, () -> handled(run, request, before, killed));
    }

    private void handled(Run run, RecordedRequest request, int before, boolean killed) {
      Moment moment =
          new Moment(
              run,
              run.requests(),
              request.number(),
              request.calls(),
              before,
              nas.timeline().size(),
              nas.truth(),
              !killed);
      run.add(moment);
      moments.add(moment);
      if (killed) {
        run.die();
      }
    }
  }
}
