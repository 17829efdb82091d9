package io.cloudsyncctl.properties;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every request of a run together with what the NAS held when it answered, by the NAS's own word:
 * what the program makes of it plays no part.
 */
final class Timeline implements FaultInjector {
  private static final Set<String> AT_REST = Set.of("pause", "unlink");
  private static final Set<String> IDLE =
      Set.of("uptodate", "pause", "suspended", "error", "unlink");

  private final SimulatedNas nas;
  private final IntFunction<@Nullable Runnable> events;
  private final List<Moment> moments = new ArrayList<>();
  private int looks;

  /**
   * A request, and what the NAS held when it answered.
   *
   * @param number from 0
   */
  record Moment(int number, RecordedRequest request, JsonNode state) {
    /** The call of a method, where the request has one. */
    @Nullable RecordedCall call(String method) {
      return request.calls().stream()
          .filter(call -> call.method().equals(method))
          .findFirst()
          .orElse(null);
    }

    /** Whether it asks for a connection and for its tasks in one. */
    boolean looksAt(long connection) {
      RecordedCall tasks = call("list_sess");
      return call("list_conn") != null
          && tasks != null
          && tasks.parameters().path("connection_id").asLong() == connection
          && call("create_session") == null;
    }

    /** The status of a connection. */
    String status(long connection) {
      return state
          .path("list_conn")
          .path("conn")
          .valueStream()
          .filter(one -> one.path("id").asLong() == connection)
          .map(one -> one.path("status").asString(""))
          .findFirst()
          .orElse("");
    }

    boolean saysRest(long connection) {
      return AT_REST.contains(status(connection));
    }

    boolean rests(long connection) {
      return saysRest(connection)
          && state
              .path("connections")
              .path("" + connection)
              .path("list_sess")
              .path("sess")
              .valueStream()
              .allMatch(task -> IDLE.contains(task.path("sync_status").asString("")));
    }
  }

  /**
   * Begins.
   *
   * @param events what somebody does just before the n-th reading of the connections, if anything
   */
  Timeline(SimulatedNas nas, IntFunction<@Nullable Runnable> events) {
    this.nas = nas;
    this.events = events;
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** The moments before one, the newest first. */
  List<Moment> before(Moment moment) {
    return moments.subList(0, moment.number()).reversed();
  }

  /** The moments after one. */
  List<Moment> after(Moment moment) {
    return moments.subList(moment.number() + 1, moments.size());
  }

  @Override
  public synchronized FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
    if (request.calls().stream().anyMatch(call -> call.method().equals("list_conn"))) {
      Runnable event = events.apply(++looks);
      if (event != null) {
        event.run();
      }
    }
    return new FaultSpec.Held(() -> {}, () -> answered(request));
  }

  private synchronized void answered(RecordedRequest request) {
    moments.add(new Moment(moments.size(), request, nas.state().toJson()));
  }

  /** The connections of tasks by their session ids, as the NAS holds them. */
  static void sessions(JsonNode state, Map<Long, Long> connections) {
    for (Map.Entry<String, JsonNode> one : state.path("connections").properties()) {
      for (JsonNode task : one.getValue().path("list_sess").path("sess")) {
        connections.put(
            task.path("sess_id").asLong(), Long.parseLong(Objects.requireNonNull(one.getKey())));
      }
    }
  }
}
