package io.cloudsyncctl.simulator;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Starts simulated NAS and clients for a test, and closes them after it. */
abstract class SimulatorTestCase {
  private final List<AutoCloseable> opened = new ArrayList<>();

  SimulatedNas start(SimulatorOptions.Builder options) {
    return start(SimulatedState.demo(), options);
  }

  SimulatedNas start(SimulatedState state, SimulatorOptions.Builder options) {
    SimulatedNas nas = SimulatedNas.start(state, options.build());
    opened.add(nas);
    return nas;
  }

  SimulatedNas startDemo() {
    return start(SimulatorOptions.builder());
  }

  /** A client that has not logged in. */
  Wire wire(SimulatedNas nas) {
    Wire wire = new Wire(nas);
    opened.addFirst(wire);
    return wire;
  }

  static JsonNode listed(Wire wire, int id) {
    for (JsonNode connection : wire.data("list_conn").path("conn")) {
      if (connection.path("id").intValue() == id) {
        return connection;
      }
    }
    throw new AssertionError("connection " + id + " is not listed");
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closeable : opened) {
      closeable.close();
    }
  }
}
