package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import io.cloudsyncctl.faults.Records;
import io.cloudsyncctl.faults.Scenario;
import io.cloudsyncctl.faults.WireCall;
import io.cloudsyncctl.packaged.PackagedProgram.Result;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Applies of the packaged program to a NAS that needs every kind of operation. */
record ProgramRuns(PackagedProgram program) {
  /**
   * {@code -Dcloudsyncctl.matrix=all} takes every call, and not only the first write of each kind.
   */
  static final boolean ALL = "all".equals(System.getProperty("cloudsyncctl.matrix"));

  /**
   * What the undisturbed apply asked of the NAS and left on it.
   *
   * @param calls its requests
   * @param first the number of the first that writes
   * @param last the number of the last that writes
   */
  record Plain(List<WireCall> calls, int first, int last, String state, String record) {
    /** Those that write: all in the campaign, else the first of each kind. */
    List<WireCall> writes() {
      Set<String> kinds = new HashSet<>();
      return calls.stream()
          .filter(WireCall::writes)
          .filter(call -> ALL || kinds.addAll(call.methods()))
          .toList();
    }
  }

  static SimulatedNas nas() {
    return SimulatedNas.start(Scenario.state(), SimulatorOptions.defaults());
  }

  /** An apply that nothing disturbs. */
  Plain plain(Path place) throws Exception {
    try (SimulatedNas nas = nas()) {
      Result applied = apply(place, nas);
      assertThat(applied.exit()).as("%s", applied).isZero();
      List<WireCall> calls = new ArrayList<>();
      nas.requests().forEach(request -> calls.add(WireCall.of(calls.size() + 1, request)));
      List<WireCall> writes = calls.stream().filter(WireCall::writes).toList();
      return new Plain(
          List.copyOf(calls),
          writes.getFirst().number(),
          writes.getLast().number(),
          Scenario.settled(nas.state().toJson()),
          Records.text(place));
    }
  }

  /** Starts an apply, and sends its output into files. */
  Process start(Path place, SimulatedNas nas) throws IOException {
    Scenario.declare(place, nas.url());
    return start(place, arguments(place).toArray(String[]::new));
  }

  /** Starts a command, and sends its output into files. */
  Process start(Path place, String... arguments) throws IOException {
    return command(place, arguments)
        .redirectOutput(place.resolve("output.txt").toFile())
        .redirectError(place.resolve("error.txt").toFile())
        .start();
  }

  /** A command that can be sent signals. */
  ProcessBuilder command(Path place, String... arguments) {
    List<String> command = new ArrayList<>(Signals.deliverable());
    command.add(program.launcher().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
    builder.environment().clear();
    builder.environment().putAll(Scenario.ENVIRONMENT);
    return builder;
  }

  /** What a command that was started has left. */
  static Result result(Path place, Process process) throws Exception {
    int exit = process.waitFor();
    return new Result(
        exit,
        Files.readString(place.resolve("output.txt")),
        Files.readString(place.resolve("error.txt")));
  }

  Result apply(Path place, SimulatedNas nas) throws Exception {
    Scenario.declare(place, nas.url());
    return run(place, arguments(place).toArray(String[]::new));
  }

  /** The words of the apply. */
  static Stream<String> arguments(Path place) {
    return Stream.concat(
        Stream.of("apply", place.resolve("office.yaml").toString(), "--state-dir", state(place)),
        Scenario.CONSENT.stream());
  }

  static String state(Path place) {
    return place.resolve("state").toString();
  }

  Result run(Path place, String... arguments) throws Exception {
    return PackagedProgram.run(place, Scenario.ENVIRONMENT, program.launcher(), arguments);
  }

  /** A command that only looks at what the program has left. */
  static Result inProcess(Path place, String... arguments) {
    InProcess.Result result = InProcess.run(Scenario.ENVIRONMENT, place, arguments);
    return new Result(result.exitCode(), result.out(), result.err());
  }

  /** The same apply again ends as if nothing had happened. */
  Result assertFinishedByTheNext(Path place, SimulatedNas nas, Plain plain) throws Exception {
    nas.injectFaults(new FaultInjector() {});
    int left = nas.activeSessions();
    Result again = apply(place, nas);
    assertThat(again.exit()).as("%s", again).isZero();
    assertThat(Scenario.settled(nas.state().toJson())).as("%s", again).isEqualTo(plain.state());
    Records.assertTrue(place, nas.state());
    assertThat(Records.text(place)).isEqualTo(plain.record());
    assertThat(nas.activeSessions()).as("sessions that the next run left").isEqualTo(left);
    Result planned =
        inProcess(
            place,
            "plan",
            place.resolve("office.yaml").toString(),
            "--state-dir",
            state(place),
            "--detailed-exitcode");
    assertThat(planned.exit()).as("%s", planned).isZero();
    details(place);
    return again;
  }

  /** What {@code show} says of each run, the newest first. */
  static List<String> details(Path place) {
    Result runs = inProcess(place, "runs", "--state-dir", state(place));
    assertThat(runs.exit()).as("%s", runs).isZero();
    List<String> details = new ArrayList<>();
    for (String line : runs.output().lines().filter(one -> !one.equals("No runs.")).toList()) {
      String id = line.split(" ", 2)[0];
      Result shown = inProcess(place, "show", id, "--state-dir", state(place));
      assertThat(shown.exit()).as("%s", shown).isZero();
      assertThat(shown.output()).contains("Run " + id);
      details.add(shown.output());
    }
    return details;
  }
}
