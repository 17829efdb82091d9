package io.cloudsyncctl.simulator.script;

import java.util.List;

/**
 * What a person does while a NAS is used. Each line is empty, a comment ({@code #}), or a trigger,
 * a colon and a deed:
 *
 * <pre>
 * at 12: pause 3
 * before unlink_connection: add-task 3 /share/x /cloud/x
 * after pause 2: rename 3 "Old name"
 * </pre>
 */
public record Script(List<Step> steps) {
  public static final Script EMPTY = new Script(List.of());

  public Script {
    steps = List.copyOf(steps);
  }

  /** What a person can do, each deed as it is written. */
  public static List<String> deeds() {
    return DeedParser.forms();
  }

  /**
   * Reads a script.
   *
   * @throws ScriptException at the first line that is none
   */
  public static Script parse(String text) {
    return new Script(ScriptParser.steps(text));
  }
}
