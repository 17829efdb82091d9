package io.cloudsyncctl.simulator;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Starts simulated NAS and clients for a test, and closes them after it. */
public abstract class SimulatorTestCase {
  private final List<AutoCloseable> opened = new ArrayList<>();

  public SimulatedNas start(SimulatorOptions.Builder options) {
    return start(SimulatedState.demo(), options);
  }

  public SimulatedNas start(SimulatedState state, SimulatorOptions.Builder options) {
    SimulatedNas nas = SimulatedNas.start(state, options.build());
    opened.add(nas);
    return nas;
  }

  public SimulatedNas startDemo() {
    return start(SimulatorOptions.builder());
  }

  /** A client that has not logged in. */
  public Wire wire(SimulatedNas nas) {
    Wire wire = new Wire(nas);
    opened.addFirst(wire);
    return wire;
  }

  public static JsonNode listed(Wire wire, int id) {
    for (JsonNode connection : wire.data("list_conn").path("conn")) {
      if (connection.path("id").intValue() == id) {
        return connection;
      }
    }
    throw new AssertionError("connection " + id + " is not listed");
  }

  @AfterEach
  public void closeAll() throws Exception {
    for (AutoCloseable closeable : opened) {
      closeable.close();
    }
  }
}
