package io.cloudsyncctl.faults;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request of the apply in which nothing goes wrong.
 *
 * @param number counts from 1 since the apply began
 * @param methods those of its calls, in order
 */
public record WireCall(int number, boolean compound, List<String> methods) {
  private static final List<String> WITHOUT_SESSION = List.of("query", "login");

  /** A request, and how many came before it, with itself. */
  public static WireCall of(int number, RecordedRequest request) {
    return new WireCall(
        number, request.compound(), request.calls().stream().map(RecordedCall::method).toList());
  }

  /** Whether one of its calls changes something. */
  public boolean writes() {
    return methods.stream().anyMatch(Scenario.WRITES::contains);
  }

  /** Whether one of its calls is of this method. */
  public boolean is(String method) {
    return methods.contains(method);
  }

  /** Why a fault cannot occur here, or empty where it can. */
  Optional<String> impossible(Fault fault) {
    if (fault.partly() && methods.size() < 2) {
      return Optional.of("only a compound of several calls can fail partly");
    }
    boolean withoutSession = methods.stream().anyMatch(WITHOUT_SESSION::contains);
    if (withoutSession && (fault.losesSession() || fault == Fault.CODE_105)) {
      return Optional.of("discovery and login carry no session that could be lost or too limited");
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    String text =
        methods.stream()
            .collect(
                Collectors.groupingBy(m -> m, java.util.LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + "×" + e.getValue())
            .collect(Collectors.joining("+"));
    return "k=" + number + " " + text;
  }
}
