package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cloudsync.read.RawAnswers;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.run.NasAccess;
import io.cloudsyncctl.run.OpenNas;
import io.cloudsyncctl.run.TimeLimits;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reaches real NAS, or starts a simulated one in the place of each.
 *
 * @param states makes the state of each simulated NAS; empty where the real ones are meant
 */
public record NasConnector(Console console, Optional<Supplier<SimulatedState>> states)
    implements NasAccess {

  @Override
  public boolean simulated() {
    return states.isPresent();
  }

  @Override
  public OpenNas open(NasTarget target, TimeLimits limits) {
    return states
        .map(state -> simulated(target.name(), state.get(), limits))
        .orElseGet(
            () -> OpenNas.open(target, console.connecting(), console.interruption(), limits));
  }

  @Override
  public OpenNas twin(String name, RawAnswers answers) {
    SimulatedState state =
        SimulatedState.load(JsonMapper.shared().readTree(WireJson.print(answers.stateFile())));
    return simulated(name, state, TimeLimits.none());
  }

  /** Starts a NAS in memory and logs in to it. */
  private OpenNas simulated(String name, SimulatedState state, TimeLimits limits) {
    SimulatorOptions options = SimulatorOptions.defaults();
    SimulatedNas nas = SimulatedNas.start(state, options);
    try {
      return OpenNas.open(
          new DsmEndpoint(name, nas.url(), new NasTarget.Tls.SystemTrust()),
          new Credentials(
              options.user(), new Secret(options.password()), NasTarget.DEFAULT_SESSION),
          console.connecting(),
          console.interruption(),
          limits,
          nas::close);
    } catch (RuntimeException e) {
      nas.close();
      throw e;
    }
  }
}
