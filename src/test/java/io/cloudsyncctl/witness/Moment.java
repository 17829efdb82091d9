package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.truth.FieldChange;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One request that took effect.
 *
 * @param run who sent it
 * @param nth counts the requests of its run from 1
 * @param request counts all requests of the NAS
 * @param before how many events there were when it came to be handled
 * @param after how many there were when it was
 * @param truth how the NAS really was then
 * @param answered whether its answer came to whoever sent it
 */
public record Moment(
    Run run,
    int nth,
    int request,
    List<RecordedCall> calls,
    int before,
    int after,
    Truth truth,
    boolean answered) {

  /** Whether one of its calls is of this method. */
  boolean is(String method) {
    return calls.stream().anyMatch(call -> call.method().equals(method));
  }

  /** Whether one of its calls is of this method and about this connection, or all of them. */
  boolean is(String method, long connection) {
    return calls.stream()
        .anyMatch(call ->
            call.method().equals(method)
                && call.parameters().path("connection_id").asLong(connection) == connection);
  }

  /** Whether a value was sent as it was, so that it is the NAS that keeps another. */
  boolean isSentAsItWas(FieldChange change) {
    return calls.stream()
        .map(call -> call.parameters().path(change.field()))
        .anyMatch(sent -> sent.equals(change.before()));
  }

  /** Whether it looks at whether a connection is paused. */
  boolean looksAt(long connection) {
    return answered && is("list_conn") && (is("get_config") || is("list_sess", connection));
  }

  @Override
  public String toString() {
    String methods =
        calls.stream()
            .map(RecordedCall::method)
            .collect(Collectors.groupingBy(m -> m, LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + "×" + e.getValue())
            .collect(Collectors.joining("+"));
    return "%s%d k=%d %s%s"
        .formatted(run.machine(), request, nth, methods, answered ? "" : " (no answer)");
  }
}
