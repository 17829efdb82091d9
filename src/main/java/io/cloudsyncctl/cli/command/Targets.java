package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.ConsoleProgress;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.console.Usage;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.TargetOptions;
import io.cloudsyncctl.cli.option.TimeoutOption;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.fleet.FleetExecutor;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.run.NasAccess;
import io.cloudsyncctl.run.OpenNas;
import io.cloudsyncctl.run.RunInput;
import io.cloudsyncctl.run.RunOutput;
import io.cloudsyncctl.run.TimeLimits;
import io.cloudsyncctl.run.plan.FleetReading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** Which NAS a command is for: those of the files, or the one that {@code --url} names. */
final class Targets {
  @Mixin FileOptions files = new FileOptions();
  @Mixin TargetOptions target = new TargetOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin TimeoutOption timeout = new TimeoutOption();

  /** The targets, and the exit codes that the input itself brings into the run. */
  record Resolved(ImmutableList<NasTarget> targets, List<ExitCode> codes) {}

  /** Whether the address of the NAS only stands for one. */
  boolean isExample() {
    return files.isEmpty() && !target.isSet();
  }

  Resolved resolve(Console console) {
    simulate.check();
    if (!files.isEmpty()) {
      refuseBesideFiles();
    }
    if (!files.isEmpty()) {
      RunInput input =
          RunInput.load(
              told -> Reporter.report(console, told), files.declared(console), !simulate.isSet());
      return new Resolved(
          input.states().stream().map(DesiredState::nas).collect(ImmutableList.toImmutableList()),
          input.codes());
    }
    if (!target.isSet() && !simulate.isSet()) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.NO_NAS,
              "no NAS is named",
              null,
              "name a YAML file, or the NAS itself with --url https://nas.example.lan:5001"));
    }
    NasTarget named = target.target(console, simulate.isSet());
    if (target.insecure) {
      Reporter.report(
          console,
          ImmutableList.of(
              Diagnostic.warning(
                  DiagnosticCode.UNVERIFIED_TLS,
                  "the server's certificate is not verified: anybody in between can read the"
                      + " password",
                  null,
                  "use --ca-file, or --pin-sha256 with the fingerprint of its certificate")));
    }
    return new Resolved(ImmutableList.of(named), new ArrayList<>());
  }

  /** An option that is not heeded would be a false answer: above all a pin. */
  private void refuseBesideFiles() {
    if (target.isSet()) {
      throw Usage.error(
          DiagnosticCode.FILES_AND_URL,
          "files and --url name a NAS twice",
          "use either the files or --url");
    }
    target.given().entrySet().stream()
        .findFirst()
        .ifPresent(option -> {
          throw Usage.bad(
              option.getKey() + " is for the NAS of --url, and here files name it",
              "write it into the file, under nas: " + option.getValue());
        });
  }

  /** Does something with each open NAS, several at the same time. */
  <T> ImmutableList<NasOutcome<T>> run(
      List<NasTarget> targets, Console console, Function<OpenTarget, T> work) {
    TimeLimits limits = timeout.reading();
    NasAccess access = simulate.access(console);
    try (RunOutput.Progress progress = ConsoleProgress.start(console, "reading", targets.size())) {
      return new FleetExecutor(FleetReading.CONCURRENCY)
          .run(
              targets.stream().map(one -> new FleetExecutor.Job<>(one.name(), one)).toList(),
              one -> {
                try (OpenNas nas = access.open(one, limits)) {
                  return progress.count(work.apply(new OpenTarget(one, nas)));
                }
              });
    }
  }

  /** A target and its session. */
  record OpenTarget(NasTarget target, OpenNas nas) {}
}
