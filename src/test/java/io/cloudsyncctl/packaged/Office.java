package io.cloudsyncctl.packaged;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The NAS of the pipelines' tests, what is declared of it, and somebody who changes it by hand. */
record Office(SimulatedNas nas) implements AutoCloseable {
  static final Map<String, String> LOGIN =
      Map.of("CLOUDSYNC_USERNAME", "admin", "CLOUDSYNC_PASSWORD", "simulated");

  private static final List<String> WRITES =
      List.of("set_", "pause", "resume", "unlink_", "create_");

  static Office open() {
    return new Office(
        SimulatedNas.start(
            SimulatedState.demo(), SimulatorOptions.builder().oldPackage(true).build()));
  }

  /** The YAML, with how fast Dropbox may upload and download. */
  String declared(int upload, int download) {
    return """
    version: 1
    nas:
      name: office
      url: %s
      username: ${env:CLOUDSYNC_USERNAME}
      password: ${env:CLOUDSYNC_PASSWORD}
    connections:
      - name: Dropbox
        settings:
          max_upload_speed: %d
          max_download_speed: %d
      - name: Microsoft OneDrive
        tasks:
          - local_path: /finance/Invoices
            cloud_path: /Invoices
            consistency_check: true
            no_delete_on_cloud: true
            convert_gd: false
    """
        .formatted(nas.url(), upload, download);
  }

  /** Changes a speed as somebody would in DSM. */
  void change(String setting, int value) {
    nas.state()
        .edit(state ->
            ((ObjectNode) state.at("/connections/1/get_connection_setting")).put(setting, value));
  }

  int speed(String setting) {
    JsonNode settings = nas.state().toJson().at("/connections/1/get_connection_setting");
    return settings.path(setting).asInt();
  }

  /** How many calls so far could have changed something. */
  long writes() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> WRITES.stream().anyMatch(call.method()::startsWith))
        .count();
  }

  @Override
  public void close() {
    nas.close();
  }
}
