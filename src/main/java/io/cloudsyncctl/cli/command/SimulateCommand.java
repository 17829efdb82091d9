package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Usage;
import io.cloudsyncctl.cli.console.Words;
import io.cloudsyncctl.cli.option.SimulatedBehaviour;
import io.cloudsyncctl.cli.option.SimulatedStates;
import io.cloudsyncctl.cli.output.OutputFiles;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}. */
@Command(
    name = "simulate",
    description =
        "Serve a simulated NAS on 127.0.0.1 until interrupted. It lives in memory: a state file is"
            + " read, never changed.")
public final class SimulateCommand implements Callable<Integer> {
  /** The built-in states. */
  public enum Seed {
    DEMO,
    DOCUMENT;

    @Override
    public String toString() {
      return Words.lowerCase(this);
    }
  }

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port to listen on; a free one by default.")
  int port;

  @Option(names = "--tls", description = "Serve HTTPS with a certificate made at start.")
  boolean tls;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "With --tls: write the certificate here, for --ca-file.")
  @Nullable Path certificate;

  @Option(
      names = "--user",
      paramLabel = "U",
      defaultValue = "admin",
      description = "The login; admin by default.")
  String user = "admin";

  @Option(
      names = "--password",
      paramLabel = "P",
      defaultValue = "simulated",
      description =
          "Its password; simulated by default. It protects nothing: do not use a real one.")
  String password = "simulated";

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "DEMO",
      description =
          "What it is filled with: demo (the default), a small office, or document, the examples"
              + " of the API document.")
  Seed seed = Seed.DEMO;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Fill it with a file that capture wrote.")
  @Nullable Path state;

  @Option(
      names = "--latency-ms",
      paramLabel = "N",
      defaultValue = "0",
      description = "Wait N milliseconds before each answer.")
  long latencyMillis;

  @Option(names = "--connections", paramLabel = "N", description = "Fill it with N connections.")
  @Nullable Integer connections;

  @Option(names = "--tasks", paramLabel = "M", description = "Fill them with M tasks in all.")
  @Nullable Integer tasks;

  @Option(
      names = "--old-package",
      description = "Be a NAS whose Cloud Sync cannot report all task settings.")
  boolean oldPackage;

  @Mixin SimulatedBehaviour behaviour = new SimulatedBehaviour();

  private final Console console;

  public SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    check();
    SimulatorOptions options =
        SimulatorOptions.builder()
            .port(port)
            .tls(tls)
            .user(user)
            .password(password)
            .latencyMillis(latencyMillis)
            .oldPackage(oldPackage)
            .behaviours(behaviour.behaviours())
            .script(behaviour.script())
            .build();
    try (SimulatedNas nas = start(options)) {
      if (certificate != null) {
        OutputFiles.write(certificate, nas.certificatePem(), true);
      }
      console.out().println("listening on " + nas.url());
      console.out().flush();
      new CountDownLatch(1).await();
    }
    return ExitCode.OK.number();
  }

  private void check() {
    if (port < 0 || port > 65535) {
      throw Usage.bad("--port must be 0 to 65535", "leave it out for a free one");
    }
    if (latencyMillis < 0) {
      throw Usage.bad("--latency-ms must be 0 or more", "leave it out to answer at once");
    }
    if (certificate != null && !tls) {
      throw Usage.bad("--tls-certificate needs --tls", "add --tls, or leave it out");
    }
    boolean negative = (connections != null && connections < 0) || (tasks != null && tasks < 0);
    boolean homeless = connections != null && connections == 0 && tasks != null && tasks > 0;
    if (negative || homeless) {
      throw Usage.bad(
          "--connections and --tasks must be 0 or more, and tasks need a connection",
          "such as --connections 3 --tasks 12");
    }
  }

  private SimulatedNas start(SimulatorOptions options) {
    try {
      return SimulatedNas.start(initialState(), options);
    } catch (UncheckedIOException e) {
      throw new DiagnosticException(
          FailureKind.FAILED,
          Diagnostic.error(
              DiagnosticCode.CANNOT_LISTEN,
              String.valueOf(e.getMessage()),
              null,
              "choose another --port, or leave it out for a free one"),
          e);
    }
  }

  private SimulatedState initialState() {
    if (state != null) {
      return SimulatedStates.load(state);
    }
    if (connections != null || tasks != null) {
      int some = connections == null ? 1 : connections;
      return SimulatedState.large(some, tasks == null ? some : tasks);
    }
    return switch (seed) {
      case DEMO -> SimulatedState.demo();
      case DOCUMENT -> SimulatedState.document();
    };
  }
}
