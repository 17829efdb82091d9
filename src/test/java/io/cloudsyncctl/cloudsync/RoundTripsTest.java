package io.cloudsyncctl.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.read.Snapshot;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTripsTest {
  /** Which stage of the reading each method belongs to; a stage needs the answers of the last. */
  private static final Map<String, String> STAGES =
      Map.of(
          "query", "discovery",
          "login", "login",
          "get_config", "package",
          "list_conn", "package",
          "get_connection_setting", "connections",
          "get_property", "connections",
          "list_sess", "connections",
          "get_selective_sync_config", "tasks",
          "get_session_setting", "tasks",
          "logout", "logout");

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 300", "40, 300", "200, 400"})
  void a_whole_nas_is_read_in_six_dependent_round_trips_whatever_its_size(
      int connections, int tasks) {
    try (SimulatedNas nas =
        SimulatedNas.start(SimulatedState.large(connections, tasks), SimulatorOptions.defaults())) {
      Snapshot snapshot;
      try (DsmSession session = open(nas)) {
        snapshot = LiveStateReader.read(ReadGateway.over(session));
      }

      assertThat(snapshot.live().connections()).hasSize(connections);
      assertThat(snapshot.live().connections().stream().mapToInt(c -> c.tasks().size()).sum())
          .isEqualTo(tasks);
      assertThat(stages(nas.requests()))
          .containsExactly("discovery", "login", "package", "connections", "tasks", "logout");
      assertThat(nas.activeSessions()).isZero();
    }
  }

  @Test
  void chunks_hold_fifty_calls_and_every_call_is_made_once() {
    try (SimulatedNas nas =
        SimulatedNas.start(SimulatedState.large(1, 150), SimulatorOptions.defaults())) {
      try (DsmSession session = open(nas)) {
        LiveStateReader.read(ReadGateway.over(session));
      }

      List<Integer> sizes =
          nas.requests().stream()
              .filter(request -> stages(List.of(request)).equals(List.of("tasks")))
              .map(request -> request.calls().size())
              .toList();
      assertThat(sizes).containsExactly(50, 50, 50, 50, 50, 50);
      List<String> asked =
          nas.requests().stream()
              .flatMap(request -> request.calls().stream())
              .map(call -> call.method() + call.parameters())
              .toList();
      assertThat(asked).doesNotHaveDuplicates();
    }
  }

  private static DsmSession open(SimulatedNas nas) {
    return CloudSyncApi.open(
        new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
        new Credentials("admin", new Secret("simulated"), "FileStation"),
        SessionOptions.standard());
  }

  /** The stages in their order; requests of one stage that follow each other count once. */
  private static List<String> stages(List<RecordedRequest> requests) {
    List<String> stages = new ArrayList<>();
    for (RecordedRequest request : requests) {
      for (RecordedCall call : request.calls()) {
        String stage = STAGES.getOrDefault(call.method(), "unexpected " + call.method());
        if (stages.isEmpty() || !stages.getLast().equals(stage)) {
          stages.add(stage);
        }
      }
    }
    return stages;
  }
}
