package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import io.cloudsyncctl.faults.Records;
import io.cloudsyncctl.faults.Scenario;
import io.cloudsyncctl.packaged.PackagedProgram.Result;
import io.cloudsyncctl.simulator.FaultInjector;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatorOptions;
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
  /** {@code -Dcloudsyncctl.matrix=all} takes every write, and not only the first of each kind. */
  static final boolean ALL = "all".equals(System.getProperty("cloudsyncctl.matrix"));

  /** A write of the undisturbed apply: a method, and how often it came before. */
  record Write(String method, int earlier) {}

  /** What the undisturbed apply left. */
  record Plain(List<Write> writes, String state, String record) {}

  static SimulatedNas nas() {
    return SimulatedNas.start(Scenario.state(), SimulatorOptions.defaults());
  }

  /** An apply that nothing disturbs. */
  Plain plain(Path place) throws Exception {
    try (SimulatedNas nas = nas()) {
      Result applied = apply(place, nas);
      assertThat(applied.exit()).as("%s", applied).isZero();
      List<Write> writes = new ArrayList<>();
      Set<String> kinds = new HashSet<>();
      nas.requests().stream()
          .flatMap(request -> request.calls().stream())
          .filter(call -> Scenario.WRITES.contains(call.method()))
          .forEach(call -> {
            if (kinds.add(call.method()) || ALL) {
              int earlier =
                  (int) writes.stream().filter(one -> one.method().equals(call.method())).count();
              writes.add(new Write(call.method(), earlier));
            }
          });
      return new Plain(
          List.copyOf(writes), Scenario.settled(nas.state().toJson()), Records.text(place));
    }
  }

  /** Starts an apply, and sends its output into files. */
  Process start(Path place, SimulatedNas nas) throws IOException {
    Scenario.declare(place, nas.url());
    return start(place, arguments(place).toArray(String[]::new));
  }

  /** Starts a command, and sends its output into files. */
  Process start(Path place, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(Signals.deliverable());
    command.add(program.launcher().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectOutput(place.resolve("output.txt").toFile())
            .redirectError(place.resolve("error.txt").toFile());
    builder.environment().clear();
    builder.environment().putAll(Scenario.ENVIRONMENT);
    return builder.start();
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
