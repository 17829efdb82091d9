package io.cloudsyncctl.docs;

import java.util.ArrayList;
import java.util.List;

/** A block that shows commands and what they print. A line that is just … stands for any lines. */
record ConsoleBlock(List<Step> steps) {
  private static final String PROMPT = "$ ";
  private static final String CONTINUED = "\\";
  private static final String ELISION = "…";

  /**
   * A command and its output.
   *
   * @param typed the command as it stands there, continuation lines and all
   */
  record Step(List<String> typed, List<String> shown) {
    String command() {
      StringBuilder command = new StringBuilder();
      for (String line : typed) {
        String text = line.strip();
        command.append(text.endsWith(CONTINUED) ? text.substring(0, text.length() - 1) : text);
      }
      return command.substring(PROMPT.length());
    }

    /** The output as the page should show it: as it does where that fits, else as it is now. */
    List<String> corrected(String output) {
      List<String> actual = output.isEmpty() ? List.of() : output.lines().toList();
      return fits(shown, actual) ? shown : leftOut(shown, actual);
    }
  }

  /** The actual lines without those between the same neighbours that the page leaves out. */
  static List<String> leftOut(List<String> shown, List<String> actual) {
    List<String> result = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < shown.size(); i++) {
      if (isElision(shown.get(i))) {
        int before = i == 0 ? done - 1 : indexOf(shown.get(i - 1), actual, done);
        int after =
            i + 1 == shown.size()
                ? actual.size()
                : indexOf(shown.get(i + 1), actual, Math.max(before, done) + 1);
        if (before >= done - 1 && after > before + 1) {
          result.addAll(actual.subList(done, before + 1));
          result.add(ELISION);
          done = after;
        }
      }
    }
    result.addAll(actual.subList(done, actual.size()));
    return result;
  }

  private static int indexOf(String line, List<String> lines, int from) {
    int index = lines.subList(Math.min(from, lines.size()), lines.size()).indexOf(line);
    return index < 0 ? -2 : from + index;
  }

  private static boolean isElision(String line) {
    return line.strip().equals(ELISION);
  }

  static ConsoleBlock of(MarkdownPage.Block block) {
    List<Step> steps = new ArrayList<>();
    List<String> typed = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    boolean continued = false;
    for (String line : block.lines()) {
      if (line.startsWith(PROMPT) && !continued) {
        if (!typed.isEmpty()) {
          steps.add(new Step(List.copyOf(typed), List.copyOf(shown)));
        }
        typed.clear();
        shown.clear();
        typed.add(line);
        continued = line.endsWith(CONTINUED);
      } else if (continued) {
        typed.add(line);
        continued = line.endsWith(CONTINUED);
      } else {
        shown.add(line);
      }
    }
    if (typed.isEmpty()) {
      throw new IllegalArgumentException("a console block without a command: " + block.lines());
    }
    steps.add(new Step(List.copyOf(typed), List.copyOf(shown)));
    return new ConsoleBlock(steps);
  }

  /** Whether the lines are those, where a … stands for at least one. */
  static boolean fits(List<String> shown, List<String> actual) {
    if (shown.isEmpty()) {
      return actual.isEmpty();
    }
    if (!isElision(shown.getFirst())) {
      return !actual.isEmpty()
          && shown.getFirst().equals(actual.getFirst())
          && fits(shown.subList(1, shown.size()), actual.subList(1, actual.size()));
    }
    for (int left = 1; left <= actual.size(); left++) {
      if (fits(shown.subList(1, shown.size()), actual.subList(left, actual.size()))) {
        return true;
      }
    }
    return false;
  }
}
