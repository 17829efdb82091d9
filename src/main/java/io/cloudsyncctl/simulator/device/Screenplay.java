package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.script.Step;
import io.cloudsyncctl.simulator.script.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** The steps of scripts that have not happened yet, and when their time comes. */
final class Screenplay {
  /** A step, and the calls of each method before its script began. */
  private record Waiting(Step step, Map<String, Integer> before) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, Integer> calls = new HashMap<>();

  void add(Script script) {
    Map<String, Integer> before = Map.copyOf(calls);
    script.steps().forEach(step -> waiting.add(new Waiting(step, before)));
  }

  List<Step> waiting() {
    return waiting.stream().map(Waiting::step).toList();
  }

  /** Those that are due before this request. */
  List<Step> atRequest(int number) {
    return take((trigger, _) -> trigger instanceof Trigger.AtRequest at && at.number() <= number);
  }

  /** Counts a call, and answers what is due before it. */
  List<Step> beforeCall(String method) {
    int count = calls.merge(method, 1, Integer::sum);
    return take((trigger, earlier) ->
        trigger instanceof Trigger.BeforeCall call
            && call.method().equals(method)
            && call.nth() == count - earlier.getOrDefault(method, 0));
  }

  /** What is due after the call that was counted last. */
  List<Step> afterCall(String method) {
    int count = calls.getOrDefault(method, 0);
    return take((trigger, earlier) ->
        trigger instanceof Trigger.AfterCall call
            && call.method().equals(method)
            && call.nth() == count - earlier.getOrDefault(method, 0));
  }

  private List<Step> take(BiPredicate<Trigger, Map<String, Integer>> due) {
    List<Step> steps = new ArrayList<>();
    waiting.removeIf(one -> {
      boolean now = due.test(one.step().trigger(), one.before());
      if (now) {
        steps.add(one.step());
      }
      return now;
    });
    return steps;
  }
}
