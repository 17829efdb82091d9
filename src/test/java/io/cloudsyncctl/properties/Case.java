package io.cloudsyncctl.properties;

import java.util.LinkedHashMap;
import java.util.Map;

/** One case of a property: its chance, and what to print where it fails. */
final class Case {
  private final long seed;
  private final Dice dice;
  private final Map<String, Object> notes = new LinkedHashMap<>();
  private String state = "";

  Case(long seed, Dice dice) {
    this.seed = seed;
    this.dice = dice;
  }

  Dice dice() {
    return dice;
  }

  /** Keeps something for the report of a failure. */
  <T> T note(String what, T value) {
    notes.put(what, value);
    return value;
  }

  /** What the NAS holds at first; printed last, being long. */
  void noteState(String json) {
    state = json;
  }

  String report(String property, Throwable failure) {
    StringBuilder report = new StringBuilder();
    report
        .append("\"")
        .append(property)
        .append("\" does not hold for seed ")
        .append(seed)
        .append("; once more with -Dcloudsyncctl.seed=")
        .append(seed)
        .append(" -Dcloudsyncctl.cases=1\n")
        .append(failure)
        .append('\n');
    notes.forEach((what, value) ->
        report.append("--- ").append(what).append('\n').append(value).append('\n'));
    return report.append("--- state of the NAS\n").append(state).append('\n').toString();
  }
}
