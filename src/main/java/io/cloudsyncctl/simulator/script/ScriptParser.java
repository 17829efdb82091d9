package io.cloudsyncctl.simulator.script;

import io.cloudsyncctl.simulator.behaviour.Methods;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of scripts: when, a colon, and what. */
final class ScriptParser {
  private static final String TRIGGERS = "at REQUEST, before METHOD [N] or after METHOD [N]";

  private ScriptParser() {}

  static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        steps.add(step(number, stripped));
      }
    }
    return steps;
  }

  private static Step step(int number, String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new ScriptException(
          number, "a line is a trigger, a colon and a deed, such as \"at 12: pause 3\"");
    }
    Trigger trigger = trigger(Words.of(number, line.substring(0, colon)));
    String deed = line.substring(colon + 1).strip();
    return new Step(number, trigger, DeedParser.parse(number, deed), deed);
  }

  private static Trigger trigger(Words words) {
    words.expect(2, 3, TRIGGERS);
    String method = words.get(1);
    return switch (words.get(0)) {
      case "at" -> {
        words.expect(2, 2, "at REQUEST");
        yield new Trigger.AtRequest(count(words, 1));
      }
      case "before" -> new Trigger.BeforeCall(known(words, method), nth(words));
      case "after" -> new Trigger.AfterCall(known(words, method), nth(words));
      default ->
          throw words.bad("\"%s\" is no trigger; there are %s".formatted(words.get(0), TRIGGERS));
    };
  }

  private static String known(Words words, String method) {
    words.choice(1, Methods.all());
    return method;
  }

  private static int nth(Words words) {
    return words.count() == 3 ? count(words, 2) : 1;
  }

  private static int count(Words words, int index) {
    return (int) words.number(index, 1, Integer.MAX_VALUE, "a number from 1 on");
  }
}
