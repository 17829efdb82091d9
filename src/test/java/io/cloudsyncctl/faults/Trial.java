package io.cloudsyncctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.FaultyLine;
import io.cloudsyncctl.dsm.Relay;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One fresh NAS, one folder, and the applies on it. */
final class Trial implements AutoCloseable {
  /** Legal ends of an apply in which something went wrong. */
  private static final List<Integer> LEGAL = List.of(0, 1, 3, 4, 5);

  /** Of these the program says that nothing was written. */
  private static final List<Integer> NOTHING_WRITTEN = List.of(1, 3, 5);

  /** Long enough for a machine that is busy with other tests; only late answers wait for it. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final Duration USUAL_SILENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final SimulatedNas nas =
      SimulatedNas.start(Scenario.state(), SimulatorOptions.defaults());
  private final Relay relay = Relay.to(nas.url());
  private final Path file;
  private final JsonNode before = nas.state().toJson();

  Trial(Path folder) {
    this.folder = folder;
    this.file = Scenario.declare(folder, relay.url());
  }

  /**
   * An apply in which nothing goes wrong.
   *
   * @param calls its requests
   * @param state what the NAS then holds
   * @param record what the record then holds
   */
  record Plain(List<WireCall> calls, String state, String record) {}

  Plain plain() throws IOException {
    FaultyLine.Result result = apply(line(() -> {}, USUAL_SILENCE));
    assertThat(result.code()).as("%s", result).isZero();
    List<WireCall> calls = new ArrayList<>();
    nas.requests().forEach(request -> calls.add(WireCall.of(calls.size() + 1, request)));
    assertConverged(1);
    return new Plain(
        List.copyOf(calls), Scenario.settled(nas.state().toJson()), Records.text(folder));
  }

  /** How the first of the two applies ended. */
  int code(Plain plain, WireCall where, Fault fault, boolean lasting) throws IOException {
    FaultAt injector = new FaultAt(nas, relay, where, fault, lasting);
    nas.injectFaults(injector);
    FaultyLine.Result first =
        apply(line(injector::pausing, fault.late() ? SILENCE : USUAL_SILENCE));
    assertThat(injector.hits()).as("the fault came, in\n%s", first).isPositive();
    assertThat(first.code()).as("exit code of\n%s", first).isIn(LEGAL);
    assertThat(first.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(first.out() + first.err())
        .as("nobody else has changed the NAS")
        .doesNotContain("[nas-moved]");
    String between = state();
    if (NOTHING_WRITTEN.contains(first.code())) {
      assertThat(between).as("nothing was written by\n%s", first).isEqualTo(before.toString());
    }
    if (first.code() == 0) {
      assertThat(Scenario.settled(nas.state().toJson()))
          .as("everything was written by\n%s", first)
          .isEqualTo(plain.state());
    }
    assertUndeclaredUntouched();
    Records.assertTrue(folder, nas.state());
    if (lasting) {
      assertThat(nas.activeSessions())
          .as("sessions left by\n%s", first)
          .isLessThanOrEqualTo(Math.max(1, injector.sessionsBeyondReach()));
    } else {
      assertThat(nas.activeSessions())
          .as("sessions left by\n%s", first)
          .isEqualTo(injector.sessionsBeyondReach());
    }
    int runs = assertJournalsRead();

    nas.injectFaults(new FaultInjector() {});
    relay.listen();
    int left = nas.activeSessions();
    FaultyLine.Result second = apply(line(() -> {}, USUAL_SILENCE));
    assertThat(second.code()).as("exit code of\n%s\nafter\n%s", second, first).isZero();
    assertThat(second.out().replaceAll("\\s+", " "))
        .as("what the first left paused goes on with what is declared")
        .doesNotContain("resuming would", "what resuming");
    assertThat(Scenario.settled(nas.state().toJson()))
        .as("what the NAS holds after\n%s\nand\n%s", first, second)
        .isEqualTo(plain.state());
    assertUndeclaredUntouched();
    Records.assertTrue(folder, nas.state());
    assertThat(Records.text(folder)).as("the record").isEqualTo(plain.record());
    assertThat(nas.activeSessions()).as("sessions left by the second apply").isEqualTo(left);
    assertConverged(runs);
    return first.code();
  }

  private FaultyLine line(Runnable onPause, Duration silence) {
    return new FaultyLine(Scenario.ENVIRONMENT, folder, onPause, silence);
  }

  private FaultyLine.Result apply(FaultyLine line) {
    return line.run(
        Stream.concat(
                Stream.of("apply", file.toString(), "--state-dir", stateFolder()),
                Scenario.CONSENT.stream())
            .toArray(String[]::new));
  }

  private String stateFolder() {
    return folder.resolve("state").toString();
  }

  private String state() {
    return nas.state().toJson().toString();
  }

  /** A new plan is empty, and the journals read. */
  private void assertConverged(int atLeastRuns) {
    FaultyLine.Result plan =
        line(() -> {}, USUAL_SILENCE)
            .run("plan", file.toString(), "--state-dir", stateFolder(), "--detailed-exitcode");
    assertThat(plan.code()).as("a new plan: %s", plan).isZero();
    assertThat(assertJournalsRead()).isGreaterThanOrEqualTo(atLeastRuns);
  }

  /** How many there are. */
  private int assertJournalsRead() {
    FaultyLine line = line(() -> {}, USUAL_SILENCE);
    FaultyLine.Result runs = line.run("runs", "--state-dir", stateFolder());
    assertThat(runs.code()).as("%s", runs).isZero();
    List<String> ids =
        runs.out().lines().filter(l -> !l.equals("No runs.")).map(l -> l.split(" ", 2)[0]).toList();
    for (String id : ids) {
      FaultyLine.Result shown = line.run("show", id, "--state-dir", stateFolder());
      assertThat(shown.code()).as("%s", shown).isZero();
      assertThat(shown.out()).contains("Run " + id);
    }
    return ids.size();
  }

  private void assertUndeclaredUntouched() {
    JsonNode now = nas.state().toJson();
    for (long session : Scenario.UNDECLARED_TASKS) {
      assertThat(Scenario.task(now, session))
          .as("the undeclared task %d", session)
          .isEqualTo(Scenario.task(before, session));
    }
  }

  @Override
  public void close() {
    relay.close();
    nas.close();
  }
}
