package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.state.SimulatorStateException;
import java.nio.file.Path;

/** State files of the simulated NAS, their errors in our words. */
public final class SimulatedStates {
  private SimulatedStates() {}

  public static SimulatedState load(Path file) {
    try {
      return SimulatedState.load(file);
    } catch (SimulatorStateException e) {
      throw new DiagnosticException(
          FailureKind.BAD_INPUT,
          Diagnostic.error(
              DiagnosticCode.STATE_UNREADABLE,
              String.valueOf(e.getMessage()),
              null,
              "write one with: cloudsyncctl capture, or use a built-in state: demo, document or old-package"),
          e);
    }
  }
}
